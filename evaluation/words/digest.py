"""What was learnt between two dates, line by line, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from evaluation.learning.between import Moved
from evaluation.learning.digest import Digest
from evaluation.learning.links import LinkState
from evaluation.learning.questions import QuestionStanding
from evaluation.learning.steps import Step
from evaluation.model.measure import Measure
from evaluation.model.predictions import Likelihood, Prediction
from evaluation.model.theory import Confidence
from evaluation.words.capitals import inside
from evaluation.words.dates import day, notation
from evaluation.words.learning import SURENESS, learnt
from evaluation.words.numbers import hold, telling

STEPS: Final[Mapping[Step, str]] = {
    Step.SET_OUT: "idea set out",
    Step.TESTED: "tested",
    Step.NAMED: "unknown named",
    Step.FOUND_OUT: "deliberately found out",
    Step.APPLIED: "applied",
}
LEARNT: Final = "What we learnt"
SURPRISED: Final = "What surprised us"
CHANGED: Final = "What changed"
UNKNOWN: Final = "What we do not know yet"
NOTHING_LEARNT: Final = "Nothing was answered in this time, and no step looks different."
NOTHING_SURPRISING: Final = "Nothing turned out otherwise than we had written down beforehand."
NOTHING_CHANGED: Final = "Nothing was decided or changed in this time."
NOTHING_UNKNOWN: Final = "No question is open."

NEXT_TEST: Final = "The riskiest step: what to test next."

_NOW: Final[Mapping[LinkState, str]] = {
    LinkState.UNTESTED: "is untested again",
    LinkState.SUPPORTED: "is now supported",
    LinkState.CONTESTED: "now has evidence both ways",
    LinkState.REFUTED: "looks wrong now",
}
_THOUGHT: Final[Mapping[Likelihood, str]] = {
    Likelihood.VERY_UNLIKELY: "very unlikely",
    Likelihood.UNLIKELY: "unlikely",
    Likelihood.EVEN: "as likely as not",
    Likelihood.LIKELY: "likely",
    Likelihood.VERY_LIKELY: "very likely",
}


def moved(step: str, found: Moved) -> str:
    """That a step looks different now. `step` as `leads_to` says it."""
    return f"{step}: this {_NOW[found.after]}."


def changed_mind(step: str, sureness: Confidence, found: Moved) -> str:
    """That evidence went against what we thought at the start."""
    return f"{step}: we were {SURENESS[sureness]} of this at the start. It {_NOW[found.after]}."


def otherwise(prediction: Prediction, measure: Measure, *, came_true: bool) -> str:
    """As in "We thought it likely that on-time reviews reach 74 in every 100 in June 2026. They did not."."""
    say = telling(measure)
    bound = f"at least {say.level(prediction.at_least)}" if prediction.at_least is not None else ""
    bound = bound or f"at most {say.level(prediction.at_most or 0.0)}"
    when = notation(prediction.period, measure.periods)
    came = "It was so" if came_true else "It was not so"
    return f"{measure.name} in {when}: we thought it {_THOUGHT[prediction.likelihood]} to be {bound}. {came}."


def not_known(asked: QuestionStanding, today: date) -> str:
    """What keeps an open question open: overdue, silent, waiting for evidence; or that nobody asks it any more."""
    if asked.is_given_up:
        return "Not answered before it was stopped."
    told = ["Overdue."] if asked.is_overdue else []
    told += ["Nothing heard for eight weeks."] if asked.is_silent else []
    return " ".join([*told, evidence_due(asked.awaited, today)])


def evidence_due(awaited: date | None, today: date) -> str:
    """When evidence on an open question comes."""
    if awaited is None:
        return "No day is set for the evidence."
    return f"Evidence {'is' if awaited >= today else 'was'} due on {day(awaited, today)}."


def steps_taken(many: int) -> str:
    """`3 of 5 steps`."""
    return hold(f"{many} of {len(Step)} steps")


def headline(found: Digest, first: date | None) -> str:
    """What came of it in a sentence; where the time is only a part of all, that nothing did."""
    is_nothing = not (found.answered or found.changed_our_mind or found.decisions_using)
    return "Nothing new was answered or decided in this time" if first is not None and is_nothing else learnt(found)


def since(first: date | None, last: date) -> str:
    """Over which time."""
    return f"Up to {day(last)}" if first is None else f"From {day(first)} to {day(last)}"


def plan_changed(number: int, on: date) -> str:
    """As in "Change 2 to the plan, on 12 May 2026."."""
    return f"Change {number} to the plan, on {day(on)}."


def stage_moved(stage: str, on: date) -> str:
    """As in "Now at the stage: test and develop, since 1 April 2026."."""
    return f"Now at the stage: {inside(stage)}, since {day(on)}."


def adapted(what: str, on: date) -> str:
    """What is done another way in one place."""
    return f"Done another way since {day(on)}: {what}"
