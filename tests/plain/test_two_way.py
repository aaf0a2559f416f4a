"""Area and period effects once more, by plain least squares on dummies, and the wild bootstrap sign by sign."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel

AREAS, PERIODS, START, TEST = 8, 4, 2, 3


def drawn(seed: int, missing: float) -> tuple[Panel, np.ndarray, np.ndarray]:
    """A panel of means with gaps and weights, its values and its weights (0 in gaps)."""
    rng = np.random.default_rng(seed)
    values = rng.standard_normal((AREAS, PERIODS)) + rng.standard_normal((AREAS, 1))
    gaps = rng.random((AREAS, PERIODS)) < missing
    weights = rng.uniform(1, 5, (AREAS, PERIODS))
    panel = Panel.from_matrix(
        areas=list("abcdefgh"),
        periods=list("1234"),
        starts=[START] * TEST + [None] * (AREAS - TEST),
        values=np.where(gaps, np.nan, values),
        weights=weights,
    )
    return panel, values, np.where(gaps, 0.0, weights)


def rows(values: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Outcome, design (treatment, area dummies, period dummies) and area of each cell, times its root weight."""
    listed, design, areas = [], [], []
    for area, period in product(range(AREAS), range(PERIODS)):
        if weights[area, period] > 0:
            root = weights[area, period] ** 0.5
            dummies = [area == other for other in range(AREAS)] + [period == other for other in range(1, PERIODS)]
            design.append([root * float(one) for one in (area < TEST and period >= START, *dummies)])
            listed.append(root * values[area, period])
            areas.append(area)
    return np.array(listed), np.array(design), np.array(areas)


def statistic(outcome: np.ndarray, design: np.ndarray, areas: np.ndarray, at: float) -> float:
    """The clustered t statistic of the treatment against the hypothesis `at`, without a factor."""
    inverse = np.linalg.inv(design.T @ design)
    coefficients = inverse @ design.T @ outcome
    left = outcome - design @ coefficients
    scores = [inverse[0] @ design[areas == area].T @ left[areas == area] for area in range(AREAS)]
    return float((coefficients[0] - at) / np.sqrt(np.sum(np.square(scores))))


def p_value(values: np.ndarray, weights: np.ndarray, at: float) -> float:
    """All signs of all areas tried on the residuals of the regression in which the hypothesis holds."""
    outcome, design, areas = rows(values, weights)
    others = design[:, 1:]
    moved = outcome - at * design[:, 0]
    fitted = others @ np.linalg.lstsq(others, moved, rcond=None)[0]
    seen = abs(statistic(outcome, design, areas, at))
    as_far: list[bool] = []
    for signs in product((-1, 1), repeat=AREAS):
        turned = at * design[:, 0] + fitted + np.array(signs)[areas] * (moved - fitted)
        as_far.append(abs(statistic(turned, design, areas, at)) >= seen * (1 - 1e-9))
    return as_far.count(True) / len(as_far)


@pytest.mark.parametrize(("seed", "missing"), [(1, 0.0), (2, 0.15), (3, 0.15)])
def test_effect_and_errors_are_those_of_least_squares_on_dummies(seed: int, missing: float) -> None:
    panel, values, weights = drawn(seed, missing)
    outcome, design, _ = rows(values, weights)
    found = ESTIMATORS["two-way"](panel, inference="crv1")
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(np.linalg.lstsq(design, outcome, rcond=None)[0][0])
    cells = len(outcome)
    factor = AREAS / (AREAS - 1) * (cells - 1) / (cells - PERIODS - 1)
    seen = statistic(*rows(values, weights), 0.0)
    assert found.value / found.standard_error == pytest.approx(seen / factor**0.5)


@pytest.mark.parametrize(("seed", "missing"), [(1, 0.0), (2, 0.15)])
def test_wild_bootstrap_and_its_limits_by_trying_all_signs(seed: int, missing: float) -> None:
    panel, values, weights = drawn(seed, missing)
    found = ESTIMATORS["two-way"](panel, inference="wild")
    assert isinstance(found, Estimate)
    assert found.p_value == p_value(values, weights, 0.0)
    for limit, outwards in ((found.low, -1), (found.high, 1)):
        assert p_value(values, weights, limit - 1e-5 * outwards) >= 1 - found.level
        assert p_value(values, weights, limit + 1e-5 * outwards) < 1 - found.level
