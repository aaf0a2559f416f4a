"""What a plan could find, told before it starts: numbers and codes; `evaluation.words` makes the sentences."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from evaluation.model.codes import Scaling, Unit


class Alarm(StrEnum):
    """Ways of reckoning chance whose false alarms are told side by side."""

    AREA_CHANGE = "area_change"  # one change an area, t interval: the one that speaks
    LABELS_PERMUTED = "labels_permuted"
    TWO_WAY_CLUSTERED = "two_way_clustered"  # two-way fixed effects, CRV1 by area
    POOLED_Z = "pooled_z"  # all children of the test areas, before against after


class Ask(StrEnum):
    """What nobody can read from figures and the people who plan must answer."""

    RECEIVES = "receives"
    BORDERS = "borders"
    STAFF = "staff"
    OTHER_PROJECTS = "other_projects"
    RECORDING = "recording"
    EVENTS = "events"
    HOW_CHOSEN = "how_chosen"


@dataclass(frozen=True, slots=True)
class Detectable:
    """The smallest effect found with the power asked for, so many periods after the start.

    All are sizes, above 0 whichever way is better: `value` on the model scale,
    `effect` for the area in the user's unit, `among_reached` for those the
    prototype reaches (area effect / reach). None where too few events are
    expected to say; `among_reached` also where no level could move that far.
    """

    periods_after: int
    value: float | None
    effect: float | None
    among_reached: float | None

    def __post_init__(self) -> None:
        """Finite."""
        if not all(math.isfinite(number or 0) for number in (self.value, self.effect, self.among_reached)):
            raise ValueError("a detectable effect is a finite number")


@dataclass(frozen=True, slots=True)
class Power:
    """How often an effect of this size (user's unit, for the area) would be found; None where no level could so move.

    `chance_check` is the same for the labels permuted, None where they cannot reach the level.
    """

    effect: float
    value: float | None
    power: float | None
    chance_check: float | None


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """How often this way of reckoning says something happened when nothing did."""

    method: Alarm
    rate: float


@dataclass(frozen=True, slots=True)
class Examination:
    """What a design can find, from its own past.

    `power` is the power asked for, `reach` the share of the area's people reached;
    `smallest` holds after `periods_after` periods, `by_periods` after fewer and more.
    `answers_after` is the first of `by_periods` at which `worthwhile` (user's unit)
    is found, None where it is at none of them or no such size was given.
    `expected_level` is the test areas' level if nothing happens (user's unit);
    `deviation` and `memory` describe how areas move by themselves: standard
    deviation on the model scale and correlation from period to period, averaged
    over what the past leaves possible. `smallest_p` is the smallest p-value the
    labels permuted can reach. The random draws come from `seed`.
    """

    level: float
    power: float
    reach: float
    higher_is_better: bool
    scale: Scaling
    unit: Unit
    test_areas: tuple[str, ...]
    comparison_areas: tuple[str, ...]
    dropped_areas: tuple[str, ...]
    periods_before: tuple[str, ...]
    periods_after: int
    expected_level: float
    deviation: float
    memory: float
    smallest: Detectable
    by_periods: tuple[Detectable, ...]
    powers: tuple[Power, ...]
    false_alarms: tuple[FalseAlarms, ...]
    smallest_p: float
    worthwhile: float | None
    answers_after: int | None
    simulations: int
    seed: int

    @property
    def chance_check_can_speak(self) -> bool:
        """Whether the labels permuted can reach the level at all."""
        return self.smallest_p <= 1 - self.level
