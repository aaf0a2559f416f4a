"""Many simulations at once say what the estimator says one by one."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, simulate
from evaluation.statistics.doctor.alarms import clustered
from evaluation.statistics.doctor.effects import among_reached, gain_of, in_unit
from evaluation.statistics.doctor.foreseen import Foreseen, foresee
from evaluation.statistics.doctor.found import chance_check, intervals
from evaluation.statistics.doctor.simulated import Figures
from evaluation.statistics.inference.distributions import t_tails
from evaluation.statistics.settings import Settings


def foreseen(**design: float) -> Foreseen:
    found = foresee(simulate.panel(np.random.default_rng(1), **design), 12, Settings())
    assert isinstance(found, Foreseen)
    return found


def test_intervals_and_chance_checks_are_those_of_the_estimator() -> None:
    panels = [simulate.panel(np.random.default_rng(seed), test=3, effect=0.3) for seed in range(8)]
    outcomes = [ESTIMATORS["area-change"](panel) for panel in panels]
    assert all(isinstance(outcome, Estimate) for outcome in outcomes)
    told = [outcome for outcome in outcomes if isinstance(outcome, Estimate)]
    change, variance = (
        np.array([[getattr(area, name) for area in one.areas] for one in told]) for name in ("change", "variance")
    )
    seen, found = Figures(change, variance, change, change), foreseen(test=3).found
    many = intervals(seen, found, 0.95)
    assert many.low == pytest.approx([outcome.low for outcome in told])
    assert many.high == pytest.approx([outcome.high for outcome in told])
    assert many.p_value == pytest.approx([outcome.p_value for outcome in told])
    assert chance_check(seen, found) == pytest.approx([outcome.permutation_p for outcome in told])


def test_the_p_value_of_clustered_errors_is_that_of_the_full_regression() -> None:
    """Two-way effects by dummies, 4 of 12, 6 periods; CRV1 sandwich written out."""
    rng = np.random.default_rng(3)
    areas, periods = 12, 6
    values, is_test = rng.normal(size=(areas, periods)), np.arange(areas) < 4
    area, time = (each.ravel() for each in np.indices((areas, periods)))
    treated = (is_test[area] & (time >= 3)).astype(float)
    design = np.column_stack([treated, np.eye(areas)[area], np.eye(periods)[time][:, 1:]])
    inverse = np.linalg.inv(design.T @ design)
    coefficients = inverse @ design.T @ values.ravel()
    residuals = values.ravel() - design @ coefficients
    scores = np.array([design[area == one].T @ residuals[area == one] for one in range(areas)])
    number = areas * periods
    factor = areas / (areas - 1) * (number - 1) / (number - periods - 1)
    error = float(np.sqrt(factor * (inverse @ scores.T @ scores @ inverse)[0, 0]))
    wanted = t_tails(float(coefficients[0] / error), areas - 1)
    change = values[:, 3:].mean(axis=1) - values[:, :3].mean(axis=1)
    assert float(clustered(change[None], is_test, periods)[0]) == pytest.approx(wanted)


@pytest.mark.parametrize("way", [1, -1])
def test_a_size_in_the_users_unit_goes_to_the_model_scale_and_back(way: int) -> None:
    found = foreseen(test=3).found
    gain = gain_of(found, 0.07, way)
    assert gain is not None
    assert gain * way > 0
    assert in_unit(found, gain) == pytest.approx(0.07)
    assert gain_of(found, 0.9, way) is None


def test_those_reached_have_the_room_there_is() -> None:
    found = foreseen(level=0.6, area_noise=0.0).found
    assert among_reached(found, 0.1, 0.5, 1) == pytest.approx(0.2)
    assert among_reached(found, 0.1, 0.2, 1) is None
