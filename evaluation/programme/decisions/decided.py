"""Find a decision by its reference, where it stands as it has to for what is asked of it."""

from __future__ import annotations

from evaluation.learning import DecisionStanding
from evaluation.model.decisions import DecisionState
from evaluation.model.references import Kind
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.looking_up import exists


def draft_named(programme: Programme, text: str) -> DecisionStanding:
    """The draft stored as `text`. Raises UsageError where it is no draft, or not any more."""
    found = _named(programme, text)
    if found is None or found.state is not DecisionState.DRAFT:
        why, mend = f"{text} was confirmed, corrected or replaced.", "Draft a decision that replaces it."
        raise UsageError("This decision is not a draft any more.", [Problem("already-confirmed", why, mend)])
    return found


def confirmed_named(programme: Programme, text: str) -> DecisionStanding:
    """The confirmed decision stored as `text`. Raises UsageError where it does not hold (any more)."""
    found = _named(programme, text)
    if found is None or found.state is not DecisionState.CONFIRMED:
        why, mend = f"{text} is not the decision that stands.", "Correct the draft instead."
        raise UsageError("Only a confirmed decision can be replaced.", [Problem("already-confirmed", why, mend)])
    return found


def _named(programme: Programme, text: str) -> DecisionStanding | None:
    """Where a decision stands; None for a draft that was corrected since."""
    reference = exists(programme, text, Kind.DECISION)
    return {each.reference: each for each in history(programme).decisions}.get(reference)
