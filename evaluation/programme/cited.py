"""What a decision or an answer rests on, in words: a reader of pages has no use for `entry:12`."""

from __future__ import annotations

from evaluation import store
from evaluation.learning import taken_back
from evaluation.model.choice import Draw, FrozenChoice
from evaluation.model.comparisons import StoredComparison
from evaluation.model.decisions import Decision
from evaluation.model.evidence import Evidence
from evaluation.model.learning import Answer, Entry
from evaluation.model.observations import Batch
from evaluation.model.place_facts import PlaceFacts
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.programme.figures.corrected import corrected_on
from evaluation.programme.handle import Programme
from evaluation.programme.seeing import UNSEEN_NOTE, UNSEEN_STORY, sees
from evaluation.words import day
from evaluation.words.corrections import made_before


def cited(programme: Programme, reference: Reference) -> str:  # noqa: C901, PLR0911 - one for each kind of thing
    """`the note of 4 March 2026 by Amina Khan`, `the result on Reviews on time`; the reference if nothing is there."""
    row = store.get(programme.store, reference)
    if row is None:
        return str(reference)
    if not sees(programme, row):
        return UNSEEN_STORY if reference.kind is Kind.STORY else UNSEEN_NOTE
    match row.noun:
        case Entry() as entry:
            return f"the note of {day(entry.on)} by {entry.by or row.actor.name}"
        case Story() as story:
            return f"the story of {day(story.on)}, written down by {story.recorded_by}"
        case Answer() as answer:
            return f"the answer of {day(answer.on)} by {row.actor.name}"
        case Evidence() as evidence:
            side = "for" if evidence.supports else "against"
            gone = _if_taken_back(programme, reference)
            return f"what speaks {side} a step, weighed on {day(evidence.on)} by {row.actor.name}{gone}"
        case Decision() as decision:
            return f"the decision of {day(decision.on)}"
        case StoredComparison() as comparison:
            return f"the result on {_measure(programme, comparison)}{_if_corrected(programme, comparison)}"
        case FrozenChoice() | Draw():
            return f"the areas chosen on {day(row.recorded_at.date())} by {row.actor.name}"
        case Batch() as batch:
            return f"the file {batch.file}"
        case PlaceFacts() as facts:
            return f"the look-up {facts.file}"
        case _:
            return str(reference)


def _if_taken_back(programme: Programme, evidence: Reference) -> str:
    """That it was taken back since; nothing where it was not."""
    by = taken_back(store.rows(programme.store, Kind.EVIDENCE, as_at=programme.as_at)).get(evidence)
    return "" if by is None else f", taken back on {day(by.noun.on)}"


def _if_corrected(programme: Programme, comparison: StoredComparison) -> str:
    """That its figures were corrected since; nothing where they were not."""
    on = corrected_on(programme, comparison)
    return "" if on is None else f", {made_before(on)}"


def _measure(programme: Programme, comparison: StoredComparison) -> str:
    measures = (measure for framework in programme.declarations.frameworks for measure in framework.measures)
    return next((measure.name for measure in measures if measure.id == comparison.measure), comparison.measure)
