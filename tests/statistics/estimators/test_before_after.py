"""Before and after in the test areas alone."""

from __future__ import annotations

import math

import numpy as np
import pytest

from evaluation.model.codes import Caution, Reason, Scaling, Unit
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel
from evaluation.statistics.intervals import newcombe


def one_area(numerators: list[float], denominators: list[float], scale: str = "proportion") -> Panel:
    return Panel.from_matrix(
        areas=["one"], periods=["1", "2"], starts=[1], numerators=[numerators], denominators=[denominators], scale=scale
    )


def estimate(panel: Panel) -> Estimate:
    outcome = ESTIMATORS["before-after"](panel)
    assert isinstance(outcome, Estimate)
    return outcome


@pytest.mark.parametrize(("then", "now"), [(0, 10), (10, 0), (0, 0), (10, 10), (3, 7)])
def test_newcombes_interval_even_at_0_and_full(then: int, now: int) -> None:
    outcome = estimate(one_area([then, now], [10, 10]))
    assert (outcome.low, outcome.high) == newcombe(now, 10, then, 10)
    assert (outcome.inference, outcome.scale) == ("newcombe", Scaling.PLAIN)
    assert outcome.effect.value == outcome.value == pytest.approx((now - then) / 10)


def test_no_change_has_a_p_of_1() -> None:
    assert estimate(one_area([5, 5], [10, 10])).p_value == 1


def test_counts_are_pooled_and_comparison_areas_left_aside() -> None:
    panel = Panel.from_matrix(
        areas=["a", "b", "c"], periods=["1", "2", "3"], starts=[1, 1, None],
        numerators=[[1, 2, 3], [4, 5, 6], [50, 60, 70]], denominators=np.full((3, 3), 100),
    )  # fmt: skip
    outcome = estimate(panel)
    assert outcome.value == pytest.approx(16 / 400 - 5 / 200)
    assert (outcome.test_areas, outcome.comparison_areas) == (("a", "b"), ())
    assert Caution.NO_COMPARISON in outcome.cautions


def test_rates_are_compared_by_their_ratio() -> None:
    outcome = estimate(one_area([20, 40], [1000, 1000], "rate"))
    assert outcome.value == pytest.approx(math.log(40.5 / 20.5))
    assert outcome.standard_error == pytest.approx(math.sqrt(1 / 40.5 + 1 / 20.5))
    assert (outcome.scale, outcome.effect.unit) == (Scaling.LOG, Unit.PER)
    assert outcome.effect.observed == pytest.approx(0.04)
    assert outcome.effect.expected == pytest.approx(0.04 * 20.5 / 40.5)


def test_means_need_two_areas() -> None:
    one = Panel.from_matrix(areas=["a"], periods=["1", "2"], starts=[1], values=[[1.0, 2.0]])
    outcome = ESTIMATORS["before-after"](one)
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.NEEDS_COUNTS
    two = Panel.from_matrix(areas=["a", "b"], periods=["1", "2"], starts=[1, 1], values=[[1.0, 2.0], [1.0, 4.0]])
    # Changes 1 and 3: mean 2, standard error 1, t with one degree of freedom.
    assert estimate(two).value == 2
    assert estimate(two).high == pytest.approx(2 + 12.7062, abs=1e-4)


def test_two_means_that_changed_alike_show_no_chance() -> None:
    two = Panel.from_matrix(areas=["a", "b"], periods=["1", "2"], starts=[1, 1], values=[[1.0, 2.0], [2.0, 3.0]])
    outcome = ESTIMATORS["before-after"](two)
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.NO_VARIATION


def test_the_picture_expects_the_level_before_to_stay() -> None:
    series = estimate(one_area([3, 7], [10, 10])).series
    assert [point.expected for point in series] == pytest.approx([0.3, 0.3])
    assert [point.observed for point in series] == pytest.approx([0.3, 0.7])
    assert [point.comparison for point in series] == [None, None]
