"""What may be weighed: the steps of a prototype, and the notes, stories and results that may bear on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from evaluation import store
from evaluation.learning import shown_once
from evaluation.learning.evidence import can_carry
from evaluation.model.evidence import Strength
from evaluation.model.learning import REMOVED, EntryKind, Visible
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.programme.evidence.shows import shown
from evaluation.programme.evidence.weighed_results import nothing_shown, otherwise
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.plans.agreed_plan import judged_by
from evaluation.programme.releasing import release, release_comparison
from evaluation.programme.results.comparing import stored_comparison
from evaluation.programme.same_for_all import same_for_all
from evaluation.programme.seeing import is_masked
from evaluation.store import Stored
from evaluation.words import STRENGTH, day, headline
from evaluation.words.learning import leads_to


@dataclass(frozen=True, slots=True)
class StepChoice:
    """A step; `about` is how `weigh_evidence` is told of it, `weakened_by` what would speak against it."""

    about: str
    text: str
    assumption: str
    weakened_by: str


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """A note, story or result; `rests_on` is how `weigh_evidence` is told of it, `strengths` what it can carry.

    `against_itself` is what in a result is against counting it for a step, or against it;
    whoever does so all the same says why.
    """

    rests_on: str
    text: str
    strengths: tuple[Strength, ...]
    against_itself: Mapping[bool, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EvidenceChoices:
    """The steps of a plan, and what may speak for or against them: results, then stories and notes, newest first.

    `silent` pairs each measure whose result shows nothing yet with why, and what would be needed.
    """

    prototype: str
    steps: tuple[StepChoice, ...]
    sources: tuple[SourceChoice, ...]
    silent: tuple[tuple[str, str], ...] = ()


def evidence_choices(programme: Programme, prototype: str) -> Released[EvidenceChoices]:
    """The choices for one prototype. Raises UsageError where there is none of this id."""
    plan = programme.prototype(prototype)
    known, theory = history(programme), plan.theory_of_change
    steps = tuple(
        StepChoice(f"{Kind.LINK.value}:{link.id}", leads_to(theory, link), link.assumption, link.weakened_by)
        for link in theory.links
    )
    results = _results(programme, plan.id)
    sources = tuple(each for each in results if isinstance(each, SourceChoice))
    silent = tuple(each for each in results if not isinstance(each, SourceChoice))
    return release(programme, EvidenceChoices(plan.id, steps, (*sources, *_told(plan, known)), silent))


@same_for_all
def _results(programme: Programme, prototype: str) -> tuple[SourceChoice | tuple[str, str], ...]:
    """The results of its measures as they stand; of one that shows nothing the measure, and why."""
    judged = judged_by(programme, prototype)
    return tuple(_results_of(judged, judged.prototype(prototype)))


def _results_of(programme: Programme, plan: Prototype) -> Iterator[SourceChoice | tuple[str, str]]:
    for used in plan.measures if plan.test_areas else ():
        measure = programme.measure(plan, used.measure)
        record = stored_comparison(programme, plan, measure)
        row = store.get(programme.store, record.reference)
        assert row is not None
        found = shown(programme, row)
        if found is None or not can_carry(row.reference, found.grade):
            yield measure.name, nothing_shown(programme, record)
            continue
        said = headline(release_comparison(programme, record).content, measure)
        yield SourceChoice(
            str(record.reference),
            f"Result on {measure.name} ({STRENGTH[found.grade]}): {said}",
            can_carry(row.reference, found.grade),
            {supports: " ".join(otherwise(programme, row, supports=supports)) for supports in (True, False)},
        )


def _told(plan: Prototype, known: History) -> Iterator[SourceChoice]:
    """The stories and notes that others can read too."""
    rows: tuple[Stored[Any], ...] = (*shown_once(known.stories), *known.notes)
    own = [row for row in rows if row.noun.prototype == plan.id and not is_masked(row.noun)]
    for row in sorted(own, key=lambda row: (row.noun.on, row.number), reverse=True):
        text = _text(row)
        if text not in ("", REMOVED) and row.noun.visible is not Visible.ME:
            yield SourceChoice(str(row.reference), f"{_whose(row)}: {text}", can_carry(row.reference))


def _text(row: Stored[Any]) -> str:
    if row.reference.kind is Kind.STORY:
        return str(row.noun.told)
    return str(row.noun.noticed) if row.noun.kind is EntryKind.NOTE else ""


def _whose(row: Stored[Any]) -> str:
    if row.reference.kind is Kind.STORY:
        return f"Story of {day(row.noun.on)}"
    return f"Note of {day(row.noun.on)}, {row.noun.by or row.actor.name}"
