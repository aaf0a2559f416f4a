"""How sure one may be that an effect is worth having."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from evaluation.model.measure import Polarity
from evaluation.model.results import Estimate
from evaluation.problems import UsageError
from evaluation.statistics import ESTIMATORS, simulate
from evaluation.statistics.worthwhile import probability_worthwhile


def estimate(effect: float = 0.4) -> Estimate:
    outcome = ESTIMATORS["area-change"](simulate.panel(np.random.default_rng(4), effect=effect))
    assert isinstance(outcome, Estimate)
    return outcome


def test_above_nothing_it_is_one_minus_half_the_p_value() -> None:
    found = estimate()
    assert found.value > 0
    assert probability_worthwhile(found, 0.0) == pytest.approx(1 - found.p_value / 2, abs=1e-9)


def test_above_the_estimate_itself_it_is_a_half() -> None:
    found = estimate()
    assert probability_worthwhile(found, found.effect.value) == pytest.approx(0.5)


def test_it_agrees_with_students_t_on_the_model_scale() -> None:
    found = estimate()
    level = found.effect.observed
    gain = stats.logistic.ppf(level) - stats.logistic.ppf(level - 0.05)
    gain *= found.value / (stats.logistic.ppf(level) - stats.logistic.ppf(level - found.effect.value))
    expected = stats.t.sf((gain - found.value) / found.standard_error, found.degrees_of_freedom)
    assert probability_worthwhile(found, 0.05) == pytest.approx(float(expected))


def test_where_lower_is_better_a_gain_is_hardly_worthwhile() -> None:
    found = estimate()
    higher, lower = (probability_worthwhile(found, 0.0, polarity) for polarity in (Polarity.HIGHER, Polarity.LOWER))
    assert higher + lower == pytest.approx(1)


def test_what_no_level_can_reach_has_no_probability() -> None:
    assert probability_worthwhile(estimate(), 0.99) == 0


def test_a_worthwhile_change_is_not_negative() -> None:
    with pytest.raises(UsageError):
        probability_worthwhile(estimate(), -0.1)
