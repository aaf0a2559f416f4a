"""Before the start: 4 of 16 areas, 1,000 simulated futures, 5 effects, all 1,820 labellings."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.frames import shares

EFFECTS = (0.02, 0.04, 0.06, 0.08, 0.1)


def data() -> Any:
    frame = shares(areas=16, test=4, periods=24, start=24)
    return frame.assign(start=frame["start"])


def ours(frame: Any) -> object:
    from evaluation.statistics import Panel, doctor  # noqa: PLC0415

    return doctor.examine(Panel.from_frame(frame), effects=EFFECTS, simulations=1_000, periods_after=12)
