"""The picture behind an effect."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evaluation.model.measure import Scale
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel, simulate


def estimate(panel: Panel) -> Estimate:
    outcome = ESTIMATORS["area-change"](panel)
    assert isinstance(outcome, Estimate)
    return outcome


def means(**design: float) -> Panel:
    panel = simulate.panel(np.random.default_rng(1), **design)
    return replace(panel, scale=Scale.MEAN, numerators=None, denominators=None)


def test_before_the_start_expected_meets_observed_and_after_it_the_gap_is_the_effect() -> None:
    outcome = estimate(means(effect=0.5))
    gaps = np.array([(point.observed or 0) - (point.expected or 0) for point in outcome.series])
    assert gaps[:12].mean() == pytest.approx(0, abs=1e-12)
    assert gaps[12:].mean() == pytest.approx(outcome.effect.value)


def test_the_range_has_the_width_of_the_effects() -> None:
    outcome = estimate(means())
    last = outcome.series[-1]
    assert last.low is not None
    assert last.high is not None
    assert last.high - last.low == pytest.approx(outcome.effect.high - outcome.effect.low)


def test_expected_moves_with_the_comparison_areas() -> None:
    common = np.where(np.arange(24) == 5, -2.0, 0.0)
    panel = simulate.panel(np.random.default_rng(1), common=common, shock=0.0, denominators=5_000)
    series = estimate(panel).series
    assert (series[5].expected or 1) < (series[4].expected or 0) - 0.2
    assert (series[5].expected or 0) == pytest.approx(series[5].observed or 1, abs=0.05)


def test_a_hidden_figure_is_a_gap_in_the_line_and_the_rest_goes_on() -> None:
    panel = means()
    values = panel.values.copy()
    values[0, 3] = values[7, 4] = np.nan
    outcome = ESTIMATORS["area-change"](replace(panel, values=values), before=6)
    assert isinstance(outcome, Estimate)
    assert outcome.series[3].observed is None
    assert outcome.series[3].expected is not None
    assert outcome.series[4].comparison is not None


def test_counts_stand_beside_each_point() -> None:
    panel = simulate.panel(np.random.default_rng(1))
    assert panel.numerators is not None
    first = estimate(panel).series[0]
    assert (first.numerator, first.denominator) == (float(panel.numerators[:2, 0].sum()), 200.0)
    assert first.observed == pytest.approx((first.numerator or 0) / 200)
