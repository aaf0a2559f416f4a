"""The segmented regression of every tutorial, by statsmodels: quasi-Poisson, quasi-binomial and least squares."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import statsmodels.api as sm

from evaluation.model.measure import Scale
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel, simulate


def drawn(seed: int, periods: int, start: int) -> Panel:
    rng = np.random.default_rng(seed)
    panel = simulate.panel(
        rng, areas=2, test=2, periods=periods, start=start, effect=0.4, seasonal=0.3,
        denominators=rng.integers(20, 300, (2, periods)), level=0.3,
    )  # fmt: skip
    return replace(panel, periods=tuple(f"{2020 + at // 12}-{at % 12 + 1:02d}" for at in range(periods)))


@pytest.mark.parametrize("scale", [Scale.RATE, Scale.PROPORTION, Scale.MEAN])
@pytest.mark.parametrize(("periods", "start"), [(36, 18), (59, 36), (120, 100)])
def test_value_and_independent_opinion_are_those_of_statsmodels(scale: Scale, periods: int, start: int) -> None:
    panel = replace(drawn(periods, periods, start), scale=scale)
    assert panel.numerators is not None
    assert panel.denominators is not None
    if scale is Scale.MEAN:
        panel = replace(panel, numerators=None, denominators=None)
    time = np.arange(periods)
    waves = [wave(2 * np.pi * pair * time / 12) for pair in (1, 2) for wave in (np.sin, np.cos)]
    design = np.column_stack([np.ones(periods), time >= start, time, *waves])
    if panel.numerators is None or panel.denominators is None:
        book = sm.OLS(panel.values.mean(axis=0), design).fit()
        errors = book.bse
    else:
        seen, out_of = panel.numerators.sum(axis=0), panel.denominators.sum(axis=0)
        book = (
            sm.GLM(seen, design, family=sm.families.Poisson(), offset=np.log(out_of))
            if scale is Scale.RATE
            else sm.GLM(np.column_stack([seen, out_of - seen]), design, family=sm.families.Binomial())
        ).fit()
        expected = book.fittedvalues if scale is Scale.RATE else out_of * book.fittedvalues
        chance = expected if scale is Scale.RATE else expected * (1 - book.fittedvalues)
        # By Pearson's definition: the package's own, for a binomial, leaves out how many were counted.
        errors = book.bse * np.sqrt(np.sum((seen - expected) ** 2 / chance) / book.df_resid)
    outcome = ESTIMATORS["interrupted-series"](panel)
    assert isinstance(outcome, Estimate)
    (opinion,) = outcome.opinions
    assert outcome.value == pytest.approx(book.params[1], abs=1e-7)
    assert opinion.standard_error == pytest.approx(errors[1], rel=1e-5)
    assert opinion.degrees_of_freedom == book.df_resid
