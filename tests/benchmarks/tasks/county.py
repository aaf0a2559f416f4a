"""A county: 240 whole comparisons (12 of them areas, 24 months each), with second opinions and every check."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.frames import shares

COMPARISONS = 240


def data() -> Any:
    return shares(areas=14, test=3, periods=24, start=12)


def ours(frame: Any) -> object:
    from evaluation.statistics import Panel, compare  # noqa: PLC0415

    return [compare(Panel.from_frame(frame)) for _ in range(COMPARISONS)]
