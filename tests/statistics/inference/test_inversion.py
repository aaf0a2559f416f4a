"""The interval of the chance check: the effects it would not reject."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, simulate
from evaluation.statistics.inference.permutation import permute

AREAS, TEST = 12, 3
IS_TEST = np.arange(AREAS) < TEST


def drawn(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Standardised changes, and what an effect of 1 adds to them, of areas that count unlike."""
    rng = np.random.default_rng(seed)
    root = rng.uniform(0.5, 2, AREAS)
    weights = root**2
    change = rng.normal(size=AREAS)
    mean, share = weights @ change / weights.sum(), weights @ IS_TEST / weights.sum()
    return (change - mean) * root, (IS_TEST - share) * root


@pytest.mark.parametrize("seed", range(5))
def test_just_inside_the_limits_nothing_is_rejected_and_just_outside_it_is(seed: int) -> None:
    standardised, gained = drawn(seed)
    found = permute(standardised, IS_TEST, gained=gained)
    assert found.low is not None
    assert found.high is not None
    step = 1e-6 * (found.high - found.low)
    for inside, outside in ((found.low + step, found.low - step), (found.high - step, found.high + step)):
        assert permute(standardised - inside * gained, IS_TEST).p_value >= 0.05
        assert permute(standardised - outside * gained, IS_TEST).p_value < 0.05


def test_fewer_than_20_labellings_have_no_interval() -> None:
    standardised, gained = drawn(1)
    one = np.arange(AREAS) < 1
    assert permute(standardised, one, gained=gained).low is None
    assert permute(standardised, IS_TEST, gained=gained, level=0.999).low is None


def test_the_estimate_carries_it_and_it_excludes_0_exactly_when_p_is_small() -> None:
    rng = np.random.default_rng(9)
    seen = set()
    for effect in np.linspace(0, 0.6, 12):
        outcome = ESTIMATORS["area-change"](simulate.panel(rng, test=3, effect=effect))
        assert isinstance(outcome, Estimate)
        assert outcome.permutation_p is not None
        assert outcome.permutation_low is not None
        assert outcome.permutation_high is not None
        excludes = outcome.permutation_low > 0 or outcome.permutation_high < 0
        assert excludes == (outcome.permutation_p < 0.05)
        seen.add(excludes)
    assert seen == {True, False}


def test_one_test_area_of_twelve_has_none() -> None:
    outcome = ESTIMATORS["area-change"](simulate.panel(np.random.default_rng(2), test=1))
    assert isinstance(outcome, Estimate)
    assert outcome.permutation_low is None
