"""What synthetic controls are made from."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.results import Refusal
from evaluation.statistics import Panel, simulate
from evaluation.statistics.settings import Settings
from evaluation.statistics.synthesis.histories import History, history


def found(panel: Panel, settings: Settings | None = None) -> History:
    histories = history(panel, settings or Settings(), "synthetic-control")
    assert not isinstance(histories, Refusal)
    return histories


def test_periods_before_come_first_and_those_left_out_are_not_there() -> None:
    panel = simulate.panel(np.random.default_rng(1))
    seen = found(panel, Settings(before=5, skip=2))
    assert seen.before == 5
    assert seen.figures.tolist() == panel.values[:, [*range(7, 12), *range(14, 24)]].tolist()


def test_noise_is_the_movement_of_comparison_areas_before_the_start() -> None:
    panel = simulate.panel(np.random.default_rng(1))
    assert found(panel).noise == pytest.approx(np.diff(panel.values[2:, :12]).std(ddof=1))


def test_sampling_variance_is_binomial_for_shares_and_poisson_for_rates() -> None:
    panel = simulate.panel(np.random.default_rng(1), denominators=400)
    assert panel.numerators is not None
    share = panel.values[3, 4]
    assert found(panel).variances[3, 4] == pytest.approx(share * (1 - share) / 400, rel=0.02)
    rates = Panel.from_matrix(
        areas=panel.areas,
        periods=panel.periods,
        starts=panel.starts,
        numerators=panel.numerators,
        denominators=panel.denominators,
        scale="rate",
    )
    assert found(rates).variances[3, 4] == pytest.approx(panel.numerators[3, 4] / 400**2, rel=0.02)


def test_without_counts_there_is_no_sampling_variance() -> None:
    panel = simulate.panel(np.random.default_rng(1))
    means = Panel.from_matrix(areas=panel.areas, periods=panel.periods, starts=panel.starts, values=panel.values)
    assert not found(means).variances.any()
