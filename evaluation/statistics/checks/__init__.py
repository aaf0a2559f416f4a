"""Checks around an estimate, one a file: a panel, its estimate and the settings in, a Check out.

`note` says in a code how it came out; `words` has the sentence. A check that
cannot be made of these figures informs, and its note says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from evaluation.model.results import Check, Estimate
from evaluation.statistics.checks.earlier_trends import earlier_trends
from evaluation.statistics.checks.leave_one_out import leave_one_out
from evaluation.statistics.checks.placebo_in_space import placebo_in_space
from evaluation.statistics.checks.scale import scale
from evaluation.statistics.checks.small_numbers import small_numbers
from evaluation.statistics.checks.volatility import volatility
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings

Checker = Callable[[Panel, Estimate, Settings], Check]

CHECKS: Final[Mapping[str, Checker]] = {
    "earlier-trends": earlier_trends,
    "placebo-in-space": placebo_in_space,
    "leave-one-out": leave_one_out,
    "small-numbers": small_numbers,
    "scale": scale,
    "volatility": volatility,
}
