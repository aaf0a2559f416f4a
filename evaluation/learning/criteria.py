"""How one agreed rule stands: met, not met, or why it cannot be told yet.

The tool has no view of its own. A rule is met only where the figures can carry it:

- better by at least t: the effect is at least t, and its likely range excludes no change;
- not better by t: the whole likely range lies below t, so that much gain is unlikely;
- worse by at least t: the effect is at least t the wrong way, and its range excludes no change;
- level below or above t: that of the test areas together, over the last `LEVEL_PERIODS` periods.

The first two are about gain and are asked at planned looks alone: the figures up to the
look, its range as wide as the error that look may spend (Lan and DeMets 1983). Of the
looks whose figures are there the last one speaks, until the next. Harm and delivery
have thresholds of their own and are asked of all figures, at any time. Better and worse
follow the measure's polarity.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from evaluation.model.codes import Finds
from evaluation.model.comparisons import Comparison, finds
from evaluation.model.design import Compares, Criterion, Look, MeasureRole
from evaluation.model.measure import Polarity
from evaluation.model.results import Effect, Estimate
from evaluation.model.together import PlannedLook

# One figure is chance as often as not; three in a row say how it runs now.
LEVEL_PERIODS: Final = 3
GAIN: Final = frozenset({Compares.BETTER_BY, Compares.NOT_BETTER_BY})
LEVELS: Final = frozenset({Compares.LEVEL_BELOW, Compares.LEVEL_ABOVE})


class RuleState(StrEnum):
    """Whether a rule is met, or why that cannot be told."""

    MET = "met"
    NOT_MET = "not_met"
    NO_LOOK = "no_look"  # the plan says neither when it is looked at nor when it ends
    NOT_DUE = "not_due"  # the figures of its next look are due later
    LATE = "late"  # they were due and have not arrived
    CANNOT_SPEAK = "cannot_speak"  # no result of this design could be sure enough at that look
    NOT_ENOUGH_AREAS = "not_enough_areas"
    NO_RESULT = "no_result"  # the figures cannot be compared yet
    NO_FIGURES = "no_figures"
    NO_DIRECTION = "no_direction"  # neither way is better, so nothing is


@dataclass(frozen=True, slots=True)
class LookAt:
    """A planned look as it stands for one measure: how many of its periods, when their figures are due.

    `spending` says how sure a result has to be at this look, and whether any could be;
    `found` is None until the figures are there.
    """

    look: Look
    periods: int
    due: date | None
    spending: PlannedLook
    found: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A measure with the rules that hang on it, and all that they may be asked of.

    `now` compares all figures there are, `level` is that of the test areas together;
    None where there is none yet. `looks` are in order.
    """

    measure: str
    role: MeasureRole
    polarity: Polarity
    criteria: tuple[Criterion, ...]
    now: Comparison | None = None
    looks: tuple[LookAt, ...] = ()
    level: float | None = None

    @property
    def open_look(self) -> LookAt | None:
        """The last look whose figures are there."""
        return next((each for each in reversed(self.looks) if each.found is not None), None)

    @property
    def next_look(self) -> LookAt | None:
        """The first look whose figures are not there."""
        return next((each for each in self.looks if each.found is None), None)


@dataclass(frozen=True, slots=True)
class RuleStanding:
    """A rule, how it stands, and the look it was asked at or waits for; None for what is asked at any time.

    `found` is the comparison it was asked of.
    """

    measure: str
    role: MeasureRole
    criterion: Criterion
    state: RuleState
    look: LookAt | None = None
    found: Comparison | None = None


def rule_standings(judged: Judged, today: date) -> tuple[RuleStanding, ...]:
    """The standing of each rule on a measure, in the order declared."""
    return tuple(_standing(judged, criterion, today) for criterion in judged.criteria)


def is_met(criterion: Criterion, effect: Effect, polarity: Polarity) -> bool:
    """Whether the effect, read in the better direction, meets a rule about a difference."""
    value, low, high = effect.value, effect.low, effect.high
    if polarity is Polarity.LOWER:
        value, low, high = -value, -high, -low
    match criterion.when:
        case Compares.BETTER_BY:
            return value >= criterion.threshold and low > 0
        case Compares.WORSE_BY:
            return -value >= criterion.threshold and high < 0
        case Compares.NOT_BETTER_BY:
            return high < criterion.threshold
        case Compares.LEVEL_BELOW | Compares.LEVEL_ABOVE:
            return False


def _standing(judged: Judged, criterion: Criterion, today: date) -> RuleStanding:
    look = _look(judged) if criterion.when in GAIN else None
    found = None if criterion.when in LEVELS else look.found if look else judged.now
    state = _state(judged, criterion, look, found, today)
    return RuleStanding(judged.measure, judged.role, criterion, state, look, found)


def _look(judged: Judged) -> LookAt | None:
    """The look that speaks; before the first, the one that will."""
    return judged.open_look or judged.next_look


def _state(
    judged: Judged, criterion: Criterion, look: LookAt | None, found: Comparison | None, today: date
) -> RuleState:
    if criterion.when in LEVELS:
        return _of_level(criterion, judged.level)
    if judged.polarity is Polarity.NEITHER:
        return RuleState.NO_DIRECTION
    if criterion.when not in GAIN:
        return _of_comparison(criterion, found, judged.polarity)
    if look is None:
        return RuleState.NO_LOOK
    if not look.spending.can_speak:
        return RuleState.CANNOT_SPEAK
    if look.found is None:
        return RuleState.LATE if look.due is not None and look.due < today else RuleState.NOT_DUE
    return _of_comparison(criterion, look.found, judged.polarity)


def _of_level(criterion: Criterion, level: float | None) -> RuleState:
    if level is None:
        return RuleState.NO_FIGURES
    is_beyond = level < criterion.threshold if criterion.when is Compares.LEVEL_BELOW else level > criterion.threshold
    return RuleState.MET if is_beyond else RuleState.NOT_MET


def _of_comparison(criterion: Criterion, found: Comparison | None, polarity: Polarity) -> RuleState:
    if found is None:
        return RuleState.NO_FIGURES
    match finds(found.outcome, polarity, None, found.grade):
        case Finds.NOT_ENOUGH_AREAS:
            return RuleState.NOT_ENOUGH_AREAS
        case Finds.CANNOT_SAY:
            return RuleState.NO_RESULT
        case _:
            assert isinstance(found.outcome, Estimate)
            return RuleState.MET if is_met(criterion, found.outcome.effect, polarity) else RuleState.NOT_MET
