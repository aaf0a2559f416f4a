"""4 of 16 areas, 24 months: 9,999 draws with interval, all 1,820 labellings, and an event study.

Theirs is a part of it: diff-diff's wild cluster bootstrap with as many draws and its interval.
"""

from __future__ import annotations

from typing import Any

from tests.benchmarks.frames import shares

DRAWS = 9_999


def data() -> Any:
    return shares(areas=16, test=4, periods=24, start=12)


def ours(frame: Any) -> object:
    from evaluation.statistics import ESTIMATORS, Panel  # noqa: PLC0415 - the other side does not have it

    panel = Panel.from_frame(frame)
    return [ESTIMATORS[name](panel) for name in ("two-way", "area-change", "event-study")]


def theirs(frame: Any) -> object:
    from diff_diff import DifferenceInDifferences  # noqa: PLC0415

    model = DifferenceInDifferences(inference="wild_bootstrap", n_bootstrap=DRAWS, cluster="area", seed=1)
    return model.fit(frame, outcome="value", treatment="treated", post="post")
