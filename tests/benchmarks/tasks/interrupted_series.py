"""A series of 120 months: theirs is the plain quasi-Poisson regression of statsmodels."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.frames import shares

START = 60


def data() -> Any:
    return shares(areas=1, test=1, periods=120, start=START)


def ours(frame: Any) -> object:
    from evaluation.statistics import ESTIMATORS, Panel  # noqa: PLC0415

    return ESTIMATORS["interrupted-series"](Panel.from_frame(frame, scale="rate"))


def theirs(frame: Any) -> object:
    import numpy as np  # noqa: PLC0415
    import statsmodels.api as sm  # noqa: PLC0415

    month = frame["period"].to_numpy()
    waves = [wave(2 * np.pi * pair * month / 12) for pair in (1, 2) for wave in (np.sin, np.cos)]
    design = np.column_stack([np.ones(len(month)), month, month >= START, *waves])
    model = sm.GLM(frame["numerator"], design, family=sm.families.Poisson(), offset=np.log(frame["denominator"]))
    return model.fit(scale="X2").conf_int()
