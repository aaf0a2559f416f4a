"""A synthetic control and the placebos of all 38 others, 31 years: theirs is SLSQP, as most packages do it."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.frames import shares

START = 19


def data() -> Any:
    return shares(areas=39, test=1, periods=31, start=START).drop(columns=["numerator", "denominator"])


def ours(frame: Any) -> object:
    from evaluation.statistics import ESTIMATORS, Panel  # noqa: PLC0415

    return ESTIMATORS["synthetic-control"](Panel.from_frame(frame))


def theirs(frame: Any) -> object:
    import numpy as np  # noqa: PLC0415
    from scipy.optimize import minimize  # noqa: PLC0415

    values = frame.pivot(index="area", columns="period", values="value").to_numpy()
    before = values[:, :START]
    weights = []
    for at in range(len(values)):
        others = np.delete(before, at, axis=0).T
        size = others.shape[1]
        found = minimize(
            lambda weight, others=others, at=at: float(np.sum((before[at] - others @ weight) ** 2)),
            np.full(size, 1 / size),
            method="SLSQP",
            bounds=[(0, 1)] * size,
            constraints={"type": "eq", "fun": lambda weight: weight.sum() - 1},
        )
        weights.append(found.x)
    return weights
