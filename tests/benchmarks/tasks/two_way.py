"""Two-way effects on 2 million rows (20,000 areas, 100 periods), clustered by area."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.frames import many_rows


def data() -> Any:
    return many_rows(20_000, 100)


def ours(frame: Any) -> object:
    from evaluation.statistics import ESTIMATORS, Panel  # noqa: PLC0415

    return ESTIMATORS["two-way"](Panel.from_frame(frame))


def theirs(frame: Any) -> object:
    import pyfixest  # noqa: PLC0415

    return pyfixest.feols("value ~ both | area + period", frame, vcov={"CRV1": "area"})
