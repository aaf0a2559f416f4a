"""What a correction of figures touches: the comparisons that rest on them, and what was decided on those."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation import store
from evaluation.model.comparisons import StoredComparison
from evaluation.model.decisions import Decision
from evaluation.model.learning import Answer
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.programme.cited import cited
from evaluation.programme.figures.corrected import Panelled
from evaluation.programme.handle import Programme
from evaluation.store import Stored, StoredFigures
from evaluation.words.corrections import touched as touched_sentence


@dataclass(frozen=True, slots=True)
class Touched:
    """A stored comparison whose figures were corrected.

    `figures` counts them; `resting` are the decisions and answers that cite it; `said` is all that in a sentence.
    """

    reference: Reference
    prototype: str
    measure: str
    figures: int
    resting: tuple[Reference, ...]
    said: str


def touched(programme: Programme, before: StoredFigures, places: Iterable[int]) -> tuple[Touched, ...]:
    """What rests on the figures at these places of what is stored, which a file corrects."""
    corrected = [(before.figures.observation(place), before.batch[place]) for place in map(int, places)]
    if not corrected:
        return ()
    resting = _resting(programme)
    found = []
    for row in store.rows(programme.store, Kind.COMPARISON, as_at=programme.as_at):
        plan = store.declaration(programme.store, row.plan) if row.plan else None
        if isinstance(plan, Prototype):
            panelled = Panelled.of(row.noun, plan)
            figures = sum(panelled.holds(figure, batch) for figure, batch in corrected)
            if figures:
                found.append(_touched(programme, row.noun, plan, figures, resting))
    return tuple(found)


def _resting(programme: Programme) -> list[Stored[Any]]:
    """The decisions and answers, in the order recorded."""
    kinds = (Kind.DECISION, Kind.ANSWER)
    return [row for kind in kinds for row in store.rows(programme.store, kind, as_at=programme.as_at)]


def cites(noun: Decision | Answer, record: StoredComparison) -> bool:
    """Whether it names the comparison, by however much of its fingerprint."""
    return any(named.kind is Kind.COMPARISON and record.fingerprint.startswith(named.key) for named in noun.cites)


def _touched(
    programme: Programme, record: StoredComparison, plan: Prototype, figures: int, rows: Sequence[Stored[Any]]
) -> Touched:
    resting = tuple(row.reference for row in rows if cites(row.noun, record))
    names = {
        measure.id: measure.name for framework in programme.declarations.frameworks for measure in framework.measures
    }
    measure = names.get(record.measure, record.measure)
    said = touched_sentence(plan.name, measure, figures, [cited(programme, one) for one in resting])
    return Touched(record.reference, plan.name, measure, figures, resting, said)
