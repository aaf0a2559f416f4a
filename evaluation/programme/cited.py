"""What a decision or an answer rests on, in words: a reader of pages has no use for `entry:12`."""

from __future__ import annotations

from evaluation import store
from evaluation.model.choice import Draw, FrozenChoice
from evaluation.model.learning import Answer, Decision, Entry
from evaluation.model.observations import Batch
from evaluation.model.references import Reference
from evaluation.model.results import StoredComparison
from evaluation.programme.handle import Programme
from evaluation.words import day


def cited(programme: Programme, reference: Reference) -> str:
    """`the note of 4 March 2026 by Amina Khan`, `the result on Reviews on time`; the reference if nothing is there."""
    row = store.get(programme.store, reference)
    if row is None:
        return str(reference)
    match row.noun:
        case Entry() as entry:
            return f"the note of {day(entry.on)} by {row.actor.name}"
        case Answer() as answer:
            return f"the answer of {day(answer.on)} by {row.actor.name}"
        case Decision() as decision:
            return f"the decision of {day(decision.on)}"
        case StoredComparison() as comparison:
            return f"the result on {_measure(programme, comparison)}"
        case FrozenChoice() | Draw():
            return f"the areas chosen on {day(row.recorded_at.date())} by {row.actor.name}"
        case Batch() as batch:
            return f"the file {batch.file}"
        case _:
            return str(reference)


def _measure(programme: Programme, comparison: StoredComparison) -> str:
    measures = (measure for framework in programme.declarations.frameworks for measure in framework.measures)
    return next((measure.name for measure in measures if measure.id == comparison.measure), comparison.measure)
