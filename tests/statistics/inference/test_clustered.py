"""Clustered errors: against statsmodels' dummies, and what makes them equal."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm

from evaluation.statistics.inference.absorbed import Absorbed, absorb
from evaluation.statistics.inference.clustered import crv1, crv2, crv3
from evaluation.statistics.inference.leverage import MOST_WORK, leverage

AREAS, PERIODS, START = 12, 6, 3
AREA, PERIOD = np.divmod(np.arange(AREAS * PERIODS), PERIODS)
TREATED = ((AREA < 4) & (PERIOD >= START)).reshape(AREAS, PERIODS)


def regression(weights: np.ndarray | None = None, seed: int = 1) -> tuple[Absorbed, np.ndarray]:
    values = np.random.default_rng(seed).standard_normal((AREAS, PERIODS))
    found = absorb(values, TREATED, np.ones_like(values) if weights is None else weights)
    assert found is not None
    return found, values


def test_crv1_with_every_effect_counted_is_what_a_regression_on_dummies_says() -> None:
    weights = np.random.default_rng(2).uniform(1, 9, (AREAS, PERIODS))
    found, values = regression(weights)
    dummies = [
        TREATED.ravel().astype(float),
        *(np.arange(AREAS)[:, None] == AREA),
        *(np.arange(1, 6)[:, None] == PERIOD),
    ]
    model = sm.WLS(values.ravel(), np.column_stack(dummies), weights=weights.ravel())
    theirs = model.fit(cov_type="cluster", cov_kwds={"groups": AREA}, use_t=True)
    ours = crv1(found, 0.95, counts_all=True)
    assert found.effect == pytest.approx(theirs.params[0])
    assert ours.standard_error == pytest.approx(theirs.bse[0])
    assert ours.p_value == pytest.approx(theirs.pvalues[0])
    assert (ours.low, ours.high) == pytest.approx(theirs.conf_int()[0])
    smaller = crv1(found, 0.95).standard_error
    assert smaller == pytest.approx(theirs.bse[0] * np.sqrt((72 - 18) / (72 - 7)))


def test_crv2_on_a_balanced_panel_is_welchs_test_of_area_changes() -> None:
    """Two mean changes: each group's own variance over its number, and degrees between the groups' own."""
    found, values = regression()
    pulls = leverage(found)
    assert pulls is not None
    change = values[:, START:].mean(axis=1) - values[:, :START].mean(axis=1)
    welch = change[:4].var(ddof=1) / 4 + change[4:].var(ddof=1) / 8
    told = crv2(found, pulls, 0.95)
    assert told.standard_error == pytest.approx(np.sqrt(welch))
    alike = (1 / 4 + 1 / 8) ** 2 / (1 / 4**2 / 3 + 1 / 8**2 / 7)
    assert told.degrees_of_freedom == pytest.approx(alike)


def test_crv3_is_the_spread_of_the_estimates_without_each_area() -> None:
    found, values = regression(np.random.default_rng(2).uniform(1, 9, (AREAS, PERIODS)))
    without = []
    for area in range(AREAS):
        rest = np.arange(AREAS) != area
        left = absorb(values[rest], TREATED[rest], found.weights[rest])
        assert left is not None
        without.append(left.effect)
    pulls = leverage(found)
    assert pulls is not None
    squares = float(np.sum((np.array(without) - found.effect) ** 2))
    assert crv3(found, pulls, 0.95).standard_error == pytest.approx(np.sqrt(11 / 12 * squares))


def test_too_much_work_is_left_undone() -> None:
    periods = int(MOST_WORK ** (1 / 3)) + 1
    values = np.random.default_rng(1).standard_normal((4, periods))
    found = absorb(values, (np.arange(4) < 2)[:, None] & (np.arange(periods) > 3), np.ones_like(values))
    assert found is not None
    assert leverage(found) is None
