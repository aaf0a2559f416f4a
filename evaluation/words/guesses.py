"""Our guesses beforehand, in words: what was guessed, why it is not settled yet, and how guesses turned out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from evaluation.learning.guesses import WhyNot
from evaluation.learning.scoring import COIN, EXPECTED_WITHIN, FEWEST, Share, Track
from evaluation.model.measure import Measure
from evaluation.model.places import Period
from evaluation.model.predictions import Likelihood, Prediction
from evaluation.words.dates import day, period
from evaluation.words.numbers import counted, hold, number, percent, telling

LIKELIHOODS: Final[Mapping[Likelihood, str]] = {
    Likelihood.VERY_UNLIKELY: "very unlikely",
    Likelihood.UNLIKELY: "unlikely",
    Likelihood.EVEN: "neither likely nor unlikely",
    Likelihood.LIKELY: "likely",
    Likelihood.VERY_LIKELY: "very likely",
}
CAME_TRUE: Final = {True: "came true", False: "did not come true"}
_WHY_NOT: Final[Mapping[WhyNot, str]] = {
    WhyNot.MADE_TOO_LATE: "It was made after its period had begun, so it does not count.",
    WhyNot.NOT_IN_PLAN: "The plan no longer has this measure, so nobody can say.",
    WhyNot.AREAS_CHANGED: "The test areas have changed since, so it was about other places.",
    WhyNot.DEFINITION_CHANGED: "The way of counting changed after it was made, so it is neither right nor wrong.",
    WhyNot.BOUNDARY_CHANGED: "The boundary of a test area moved after it was made, so it is neither right nor wrong.",
    WhyNot.GAPS: "Some of the test areas have no figure for this period, so nobody can say what all of them reached.",
    WhyNot.HIDDEN: "The figure is hidden to protect privacy. Hidden does not mean zero.",
}

_CHANGED: Final[Mapping[WhyNot, str]] = {
    WhyNot.DEFINITION_CHANGED: "The way of counting changed",
    WhyNot.BOUNDARY_CHANGED: "The boundary of a test area moved",
}


def guessed(measure: Measure, guess: Prediction, when: Period) -> str:
    """`Reviews on time: at least 75 in every 100, March 2026`."""
    told = telling(measure)
    bound = f"at least {told.level(guess.at_least)}" if guess.at_least is not None else ""
    bound = bound or f"at most {told.level(guess.at_most or 0.0)}"
    return f"{measure.name}: {bound}, {period(when)}"


def level_seen(measure: Measure, guess: Prediction, level: float) -> str:
    """`74 in every 100`; `just under 75 in every 100` where it would read as what was guessed and is not."""
    told, bound = telling(measure), guess.at_least if guess.at_least is not None else guess.at_most
    said = told.level(level)
    if bound is None or level == bound or said != told.level(bound):
        return said
    return f"just {'under' if level < bound else 'over'} {said}"


def expected(measure: Measure, guess: Prediction) -> str:
    """`70 to 80 in every 100`; empty where no range was given."""
    if guess.low is None or guess.high is None:
        return ""
    told = telling(measure)
    return f"{told.bare(guess.low)} to {told.level(guess.high)}"


def why_not(reason: WhyNot, due: date, today: date, changed: date | None = None) -> str:
    """Why a guess is not settled, or when it will be.

    `due` is when its figures are due, `changed` from when on something else is counted.
    """
    if reason in _CHANGED and changed is not None:
        return f"{_CHANGED[reason]} on {day(changed)}. So it is neither right nor wrong."
    if reason is not WhyNot.NO_FIGURES:
        return _WHY_NOT[reason]
    return f"The figures {'are' if due >= today else 'were'} due on {day(due)}{_late(due, today)}."


def kept_back(many: int) -> str:
    """That there are guesses which only those who made them see yet; empty where there are none."""
    if not many:
        return ""
    one = many == 1
    return (
        f"{counted(many, 'guess', 'guesses')} of somebody else {'is' if one else 'are'} shown once the period begins "
        f"that {'it is' if one else 'they are'} about, so that everybody guesses for themselves."
    )


def too_few(figures: int, people: int, fewest_people: int) -> str:
    """What stands in place of a score of the programme while there are too few figures, or too few people."""
    if figures < FEWEST:
        return (
            f"How our guesses turned out is shown once those settled are about {FEWEST} different figures. "
            f"So far {_are(figures)}."
        )
    return (
        f"How our guesses turned out is shown once {fewest_people} people have made them, "
        f"so that it is nobody's own. So far {counted(people, 'person has', 'people have')}."
    )


def more_needed(figures: int) -> str:
    """What stands in place of a person's own score."""
    to_go = f"{FEWEST - figures} more to go"
    about = f"those settled are about {FEWEST} different figures"
    return f"How your guesses turned out is shown to you alone, once {about}: {hold(to_go)}."


def score(found: Track) -> str:
    """The score with its likely range, and what it can be."""
    reach = f"{number(found.low, 2)} to {number(found.high, 2)}"
    about = f"{counted(found.settled, 'guess', 'guesses')} about {counted(found.figures, 'figure')}"
    return (
        f"Over {about} the score is {hold(number(found.brier, 2))} "
        f"(likely range {hold(reach)}). 0 is always right and sure; {number(COIN, 2)} is what tossing a coin gives."
    )


def within(found: Track) -> str:
    """How often the range somebody gave held what was seen; empty where too few were given."""
    if found.within is None:
        return ""
    held, meant = found.within, number(EXPECTED_WITHIN * 10)
    return (
        f"Of {counted(held.out_of, 'range')} from the lowest to the highest expected, {held.count} held "
        f"what was seen ({_likely(held)}); {meant} in 10 is what such ranges are meant to hold."
    )


def share(known: Share) -> str:
    """`6 of 8 (likely range 41% to 93%)`."""
    return f"{hold(f'{known.count} of {known.out_of}')} ({_likely(known)})"


def _likely(known: Share) -> str:
    return f"likely range {hold(f'{percent(known.low)} to {percent(known.high)}')}"


def _late(due: date, today: date) -> str:
    return "" if due >= today else " and have not all arrived"


def _are(many: int) -> str:
    if not many:
        return "there is none"
    are = f"{'is' if many == 1 else 'are'} {many}"
    return f"there {hold(are)}"
