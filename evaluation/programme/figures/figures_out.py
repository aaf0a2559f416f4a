"""The stored figures of a measure as a table that may leave, and the numbers behind one of its results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from evaluation import store
from evaluation.disclosure.editions import Mask
from evaluation.disclosure.rounding import rounded
from evaluation.disclosure.rule import profile_of
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation
from evaluation.model.release import HIDDEN, Cell, Column, ColumnKind, Released, Table
from evaluation.model.results import Estimate
from evaluation.problems import UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.plans.plan_beside import PlanBeside, plan_beside
from evaluation.programme.releasing import carry, is_published, release
from evaluation.programme.results.comparing import compare
from evaluation.programme.results.protecting import mask_of
from evaluation.words.outcomes import those

COLUMNS: Final = (
    Column("measure"),
    Column("area"),
    Column("area_name"),
    Column("group"),
    Column("period"),
    Column("numerator", ColumnKind.COUNT),
    Column("denominator", ColumnKind.OUT_OF),
    Column("value", ColumnKind.DERIVED),
    Column("status"),
)
SERIES: Final = (
    Column("period"),
    Column("numerator", ColumnKind.COUNT),
    Column("denominator", ColumnKind.OUT_OF),
    Column("observed", ColumnKind.DERIVED),
    Column("expected", ColumnKind.NUMBER),
    Column("likely_range_from", ColumnKind.NUMBER),
    Column("likely_range_to", ColumnKind.NUMBER),
    Column("comparison_areas", ColumnKind.NUMBER),
)
# Decimals of a level: more are the tail of a quotient and say nothing.
PLACES: Final = 6


def figures_table(programme: Programme, measure_id: str) -> Released[Table]:
    """Every stored figure of a measure, one a row, by area, group and period. Raises UsageError."""
    framework, measure = _declared(programme, measure_id)
    figures = store.observations(programme.store, measures={measure.id}, as_at=programme.as_at)
    mask, names = mask_of(programme, measure), {area.code: area.name for area in framework.areas}
    observations = sorted((figure.observation for figure in figures), key=lambda one: (one.area, one.group, one.period))
    is_rounded = not (programme.true_values or is_published(framework, measure.id))
    base = profile_of(framework).round_to if is_rounded else None
    rows = tuple(_row(one, names.get(one.area, ""), mask, base) for one in observations)
    hidden = sum(HIDDEN in row for row in rows)
    table = Table(COLUMNS, rows, source_of(framework, measure), _notes(measure, batches=(f.batch for f in figures)))
    return release(programme, table, hidden=hidden, measures=[measure.id])


def result_table(programme: Programme, prototype: str, measure: str) -> Released[Table]:
    """The numbers behind a result, period by period. Raises UsageError, also where there is no result."""
    plan = programme.prototype(prototype)
    framework, declared = programme.framework_of(plan), programme.measure(plan, measure)
    released = compare(programme, prototype, measure)
    record, outcome = released.content, released.content.comparison.outcome
    if not isinstance(outcome, Estimate):
        raise UsageError(f"There is no result to take away yet. {outcome.why} What would be needed: {outcome.need}")
    rows: list[tuple[Cell, ...]] = []
    for point in outcome.series:
        levels = (point.observed, point.expected, point.low, point.high, point.comparison)
        rows.append((point.period, _whole(point.numerator), _whole(point.denominator), *map(_level, levels)))
    notes = (
        ("Measure", declared.name),
        ("Prototype", plan.name),
        ("Method", outcome.method),
        ("Kept as", str(record.reference)),
        ("Figures from", ", ".join(map(str, record.batches))),
        *_of_the_plan(plan_beside(programme, prototype, measure).content),
    )
    return carry(released, Table(SERIES, tuple(rows), source_of(framework, declared), notes))


def _of_the_plan(plan: PlanBeside) -> list[tuple[str, str]]:
    """What has to travel with the numbers: that the plan was changed, and what is found under the other version."""
    said = [("The plan", " ".join(plan.said))] if plan.said else []
    return said + [(f"Under {one.version}", f"{one.sentence} {one.rule}".strip()) for one in plan.others]


def source_of(framework: Framework, measure: Measure) -> str:
    """Who the figures come from, and whether they are open already."""
    stream = framework.stream(measure.stream)
    said = f"Source: {stream.name}, {stream.owner}."
    return f"{said} Official statistics, open already." if stream.published else said


def _notes(measure: Measure, batches: Iterable[object]) -> tuple[tuple[str, str], ...]:
    return (
        ("Measure", measure.name),
        ("What is counted", those(measure)),
        ("Definition", measure.note),
        ("Figures from", ", ".join(sorted({str(batch) for batch in batches}))),
    )


def _row(one: Observation, name: str, mask: Mask, base: int | None) -> tuple[Cell, ...]:
    spot = (one.area, one.group, one.period.notation)
    said = (one.measure, one.area, name, one.group, one.period.notation)
    if spot in mask.counts:
        out_of = HIDDEN if spot in mask.denominators else _counted(one.denominator, base)
        return (*said, HIDDEN, out_of, HIDDEN, one.status.value)
    numerator, denominator = _counted(one.numerator, base), _counted(one.denominator, base)
    value: Cell = _level(one.value)
    if base is not None and one.numerator and isinstance(numerator, int) and isinstance(denominator, int):
        per = (one.value or 0.0) * (one.denominator or 0.0) / one.numerator
        value = _level(per * numerator / denominator) if denominator else HIDDEN
    return (*said, numerator, denominator, value, one.status.value)


def _counted(count: float | None, base: int | None) -> Cell:
    return _whole(count) if base is None or count is None else rounded(count, base)


def _whole(count: float | None) -> Cell:
    return int(count) if count is not None and count == int(count) else count


def _level(level: float | None) -> float | None:
    return None if level is None else round(level, PLACES)


def _declared(programme: Programme, measure: str) -> tuple[Framework, Measure]:
    for framework in programme.declarations.frameworks:
        for each in framework.measures:
            if each.id == measure:
                return framework, each
    there = ", ".join(each.id for each in programme.framework.measures)
    raise UsageError(f'There is no measure "{measure}". There is: {there}.')
