"""The door out. Whatever leaves is made here: small numbers protected, stamps on.

Pages, charts, papers and `--json` accept `Released` alone; a test holds that no
other module makes one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from evaluation.disclosure import protect, protect_comparison, protect_series
from evaluation.disclosure.results import Cut
from evaluation.disclosure.rule import profile_of
from evaluation.model.comparisons import StoredComparison
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.prototype import Prototype
from evaluation.model.release import Audience, Released, Stamps, Table
from evaluation.model.results import SeriesPoint
from evaluation.programme.handle import Programme
from evaluation.programme.results.protecting import mask_of

T = TypeVar("T")
U = TypeVar("U")


def release(
    programme: Programme, content: T, *, hidden: int = 0, draft: bool = False, measures: Collection[str] = ()
) -> Released[T]:
    """Content that holds no figures of its own, or whose figures were protected already.

    `measures` names those its figures are of: what is taken away of them is kept in the ledger.
    """
    framework = programme.framework
    stamps = Stamps(
        illustrative=any(framework.illustrative for framework in programme.declarations.frameworks),
        audience=Audience.GROUP,
        draft=draft,
        hidden=hidden,
        as_at=programme.as_at,
        profile="" if programme.true_values else profile_of(framework).name,
        published=bool(measures) and all(is_published(framework, measure) for measure in measures),
        true_values=programme.true_values,
        measures=tuple(measures),
    )
    return Released(content, stamps)


def release_table(
    programme: Programme, table: Table, *, hidden: int = 0, measures: Collection[str] = ()
) -> Released[Table]:
    """A table with every small count, and what could be worked out from it in its row, hidden.

    Where all its measures are open statistics it shows what their publisher shows.
    `hidden` figures were left out of it before.
    """
    framework = programme.framework
    is_open = bool(measures) and all(is_published(framework, measure) for measure in measures)
    if programme.true_values or is_open:
        return release(programme, table, hidden=hidden, measures=measures)
    protected, more = protect(table, profile_of(framework))
    return release(programme, protected, hidden=hidden + more, measures=measures)


def release_comparison(programme: Programme, record: StoredComparison) -> Released[StoredComparison]:
    """A comparison whose series and counts are protected; what is drawn or said of it is made from this."""
    plan = programme.prototype(record.prototype)
    framework, measure = programme.framework_of(plan), programme.measure(plan, record.measure)
    if programme.true_values or is_published(framework, measure.id):
        return release(programme, record, measures=[measure.id])
    cut = cut_of(programme, plan, measure)
    protected, hidden = protect_comparison(record.comparison, profile_of(framework), cut)
    return release(programme, replace(record, comparison=protected), hidden=hidden, measures=[measure.id])


def protected_points(
    programme: Programme,
    framework: Framework,
    measure: Measure,
    points: tuple[SeriesPoint, ...],
    areas: Collection[str],
    *,
    group: str = "",
) -> tuple[tuple[SeriesPoint, ...], int]:
    """What may be shown of some areas together, period by period, and how many figures of them are hidden."""
    if programme.true_values or is_published(framework, measure.id):
        return points, 0
    cut = Cut(mask_of(programme, measure), (group,))
    return protect_series(points, profile_of(framework), cut, areas)


def cut_of(programme: Programme, plan: Prototype, measure: Measure) -> Cut:
    """What is hidden of the groups of children that a plan's comparison is about."""
    design = plan.design
    groups = (design.group or "", *([design.reference_group] if design.reference_group else ()))
    return Cut(mask_of(programme, measure), groups)


def is_published(framework: Framework, measure: str) -> bool:
    """Whether a measure's figures are official statistics that are open already."""
    known = {each.id: each.stream for each in framework.measures}
    return measure in known and framework.stream(known[measure]).published


def carry(released: Released[T], content: U) -> Released[U]:
    """What was made from released content alone, under the same stamps."""
    return Released(content, released.stamps)
