"""Cost per additional child."""

from __future__ import annotations

import pytest

from evaluation.model.codes import Reason, Unit
from evaluation.model.measure import Polarity
from evaluation.model.results import Effect, Refusal
from evaluation.model.together import CostPerChild
from evaluation.problems import UsageError
from evaluation.statistics.costs import cost_per_child


def effect(value: float, low: float, high: float, denominator: float | None = 1_000) -> Effect:
    return Effect(value, low, high, Unit.SHARE, 0.7, 0.7 - value, 700, denominator)


def test_a_gain_of_6_in_100_of_1000_children_is_60_children() -> None:
    found = cost_per_child(effect(0.06, 0.01, 0.11), 30_000, Polarity.HIGHER)
    assert isinstance(found, CostPerChild)
    assert (found.value, found.low, found.high) == pytest.approx((500, 30_000 / 110, 3_000))
    assert found.additional == pytest.approx(60)


def test_a_range_of_costs_widens_the_range() -> None:
    found = cost_per_child(effect(0.06, 0.01, 0.11), 30_000, Polarity.HIGHER, low=22_000, high=40_000)
    assert isinstance(found, CostPerChild)
    assert (found.low, found.high) == pytest.approx((200, 4_000))


def test_an_effect_that_may_be_none_has_no_dearest_cost() -> None:
    found = cost_per_child(effect(0.06, -0.01, 0.11), 30_000, Polarity.HIGHER)
    assert isinstance(found, CostPerChild)
    assert found.high is None


def test_where_lower_is_better_a_fall_is_the_gain() -> None:
    found = cost_per_child(effect(-0.06, -0.11, -0.01), 30_000, Polarity.LOWER)
    assert isinstance(found, CostPerChild)
    assert found.value == pytest.approx(500)


def test_no_gain_has_no_cost() -> None:
    found = cost_per_child(effect(-0.02, -0.05, 0.01), 30_000, Polarity.HIGHER)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.NO_GAIN


def test_without_counts_nobody_knows_how_many_children() -> None:
    found = cost_per_child(effect(0.06, 0.01, 0.11, None), 30_000, Polarity.HIGHER)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.NEEDS_COUNTS


def test_a_cost_lies_within_its_range() -> None:
    with pytest.raises(UsageError):
        cost_per_child(effect(0.06, 0.01, 0.11), 10, Polarity.HIGHER, low=20)
