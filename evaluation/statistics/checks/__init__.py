"""Checks around an estimate, one a file: an estimate as `examine` lays it out in, a Check out.

`note` says in a code how it came out; `words` has the sentence. A check that
cannot be made of these figures informs, and its note says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from evaluation.model.comparisons import Check
from evaluation.model.results import Estimate
from evaluation.statistics.checks.boundary import boundary
from evaluation.statistics.checks.break_in_definition import break_in_definition
from evaluation.statistics.checks.ceiling import ceiling
from evaluation.statistics.checks.contamination import contamination
from evaluation.statistics.checks.earlier_trends import earlier_trends
from evaluation.statistics.checks.events import events
from evaluation.statistics.checks.examined import Examined, examine
from evaluation.statistics.checks.gaps_in_time import gaps_in_time
from evaluation.statistics.checks.leave_one_out import leave_one_out
from evaluation.statistics.checks.overlapping_periods import overlapping_periods
from evaluation.statistics.checks.placebo_in_space import placebo_in_space
from evaluation.statistics.checks.placebo_in_time import placebo_in_time
from evaluation.statistics.checks.regression_to_the_mean import regression_to_the_mean
from evaluation.statistics.checks.scale import scale
from evaluation.statistics.checks.sensitivity import sensitivity
from evaluation.statistics.checks.small_numbers import small_numbers
from evaluation.statistics.checks.volatility import volatility

Checker = Callable[[Examined], Check]

CHECKS: Final[Mapping[str, Checker]] = {
    "earlier-trends": earlier_trends,
    "sensitivity": sensitivity,
    "placebo-in-time": placebo_in_time,
    "placebo-in-space": placebo_in_space,
    "leave-one-out": leave_one_out,
    "small-numbers": small_numbers,
    "scale": scale,
    "volatility": volatility,
    "regression-to-the-mean": regression_to_the_mean,
    "ceiling": ceiling,
    "events": events,
    "contamination": contamination,
    "boundary": boundary,
    "break-in-definition": break_in_definition,
    "overlapping-periods": overlapping_periods,
    "gaps-in-time": gaps_in_time,
}
# What can be asked of test areas by themselves; every other check looks beside them.
OF_TEST_AREAS_ALONE: Final = frozenset(
    {"small-numbers", "events", "boundary", "break-in-definition", "overlapping-periods", "gaps-in-time"}
)


def fitting(outcome: Estimate) -> tuple[str, ...]:
    """The checks that fit this outcome: all of them where it compares areas, whatever its method."""
    return tuple(CHECKS) if outcome.comparison_areas else tuple(name for name in CHECKS if name in OF_TEST_AREAS_ALONE)


__all__ = ["CHECKS", "Checker", "Examined", "examine", "fitting"]
