"""XmR charts of 10,000 series of 24 points, limits and signals."""

from __future__ import annotations

from typing import Any


def data() -> Any:
    import numpy as np  # noqa: PLC0415

    return np.random.default_rng(1).normal(size=(10_000, 24))


def ours(values: Any) -> object:
    from evaluation.statistics.process import xmr_many  # noqa: PLC0415

    return xmr_many(values)
