"""The same check on earlier dates: the actual test areas, and a start in their own past, when there was none.

What random areas cannot show: whether the method keeps quiet in these areas, with
these figures, while nothing happens (an A/A test).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.changes import changes
from evaluation.statistics.checks.examined import Earlier, Examined, finding
from evaluation.statistics.effects import effect
from evaluation.statistics.scales import transformed
from evaluation.statistics.seasons import Periods, seasons_of
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, as_asked

Array = NDArray[np.float64]
NAME: Final = "placebo-in-time"
# One period on a side swings by itself.
FEWEST_ON_A_SIDE: Final = 2
# Alarms come at 1 - level each, but windows overlap, so starts raise them together: splits s < r of P periods of
# white noise correlate exp(-(logit(r/P) - logit(s/P)) / 2), which leaves about 1 + log(P/2 - 1) starts that tell
# something new, 3 of 12 months and 4 of 48. The binomial then needs alarms at more than half of them for 1% (2 of 3:
# 0.7%, 3 of 4: 0.05%), and however starts hang together, more than half come at most 2 (1 - level) of the time
# (Markov's inequality).
FAR_MORE_THAN_CHANCE: Final = 0.5


def placebo_in_time(seen: Examined) -> Check:
    """Fail where more than half of the starts tried in the past raise an alarm (p < 1 - level).

    Every period before the start with two on either side of it is called the start
    in turn, and the regression on area changes made of nothing but earlier periods.
    Findings: `alarms` of `tried`, and the `largest` effect so found, with its range.
    """
    before = seen.earlier
    splits = [] if before is None else _splits(before, seen.settings)
    if before is None or not splits:
        return Check(NAME, CheckState.INFORMS, note="too_few_periods")
    found = before.along(*_changes(before, splits), seen.settings.level)
    # A start at which nothing varies raises no alarm.
    tried = [(each, split) for each, split in zip(found, splits, strict=True) if each]
    if not tried:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    alarms = sum(each.p_value < 1 - seen.settings.level for each, _ in tried)
    largest, split = max(tried, key=lambda one: abs(one[0].value))
    findings = (
        Finding("alarms", float(alarms)),
        Finding("tried", float(len(splits))),
        finding("largest", effect(changes(before.panel, split), largest, None)),
    )
    if alarms > FAR_MORE_THAN_CHANCE * len(splits):
        return Check(NAME, CheckState.FAILED, findings, "alarms", costs_grade=True)
    return Check(NAME, CheckState.INFORMS, findings, "quiet")


def _splits(before: Earlier, settings: Settings) -> list[Windows]:
    """Windows around each start that can be tried, as long as the settings ask and with months matched."""
    periods, season = before.periods, seasons_of(before.panel.periods, settings.seasons)
    everyone = np.ones(len(before.panel.areas), dtype=bool)
    sides = (
        (int(periods[at]), as_asked(periods[:at], periods[at:], season, settings))
        for at in range(FEWEST_ON_A_SIDE, len(periods) - FEWEST_ON_A_SIDE + 1)
    )
    return [Windows(earlier, later, start, everyone) for start, (earlier, later) in sides]


def _changes(before: Earlier, splits: list[Windows]) -> tuple[Array, Array]:
    """Change and sampling variance of each area at each start (starts x areas), as `changes` makes them one by one."""
    panel = before.panel
    if panel.sides is not None:
        one_by_one = [changes(panel, split) for split in splits]
        return np.array([each.change for each in one_by_one]), np.array([each.variance for each in one_by_one])
    windows = [split.before for split in splits], [split.after for split in splits]
    sides = (_places(each, len(panel.periods))[:, before.periods] for each in windows)
    if panel.numerators is None or panel.denominators is None:
        then, now = ((side / side.sum(axis=1, keepdims=True)) @ panel.values[:, before.periods].T for side in sides)
        return now - then, np.zeros_like(now)
    numerators, denominators = panel.numerators[:, before.periods].T, panel.denominators[:, before.periods].T
    (then, noise_then), (now, noise_now) = (
        transformed(panel.scale, side @ numerators, side @ denominators) for side in sides
    )
    return now - then, noise_then + noise_now


def _places(windows: Sequence[Periods], periods: int) -> Array:
    """Windows x periods of the panel: 1 where the window holds the period."""
    held = np.zeros((len(windows), periods))
    for row, window in zip(held, windows, strict=True):
        row[window] = 1.0
    return held
