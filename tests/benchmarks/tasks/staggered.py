"""Staggered starts: 1,000 areas, 20 periods, 6 starts, by influence functions."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.frames import staggered


def data() -> Any:
    return staggered(1_000, 20, 6)


def ours(frame: Any) -> object:
    from evaluation.statistics import ESTIMATORS, Panel  # noqa: PLC0415

    return ESTIMATORS["staggered"](Panel.from_frame(frame))


def theirs(frame: Any) -> object:
    from diff_diff import CallawaySantAnna  # noqa: PLC0415

    return CallawaySantAnna().fit(
        frame, outcome="value", unit="area", time="period", first_treat="first", aggregate="all"
    )
