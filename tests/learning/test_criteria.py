"""Which agreed rule a result points to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evaluation.learning.criteria import is_met, points_to
from evaluation.model.codes import Grade, Reason, Scaling, Unit
from evaluation.model.framework import Polarity
from evaluation.model.prototype import Compares, Criterion, Points
from evaluation.model.results import Comparison, Effect, Estimate, Refusal

GAIN = Criterion(Points.CARRY_ON, Compares.BETTER_BY, 0.02, "It does at least 2 in 100 better")
LITTLE = Criterion(Points.CHANGE, Compares.NOT_BETTER_BY, 0.05, "A gain of 5 in 100 is unlikely")
HARM = Criterion(Points.STOP, Compares.WORSE_BY, 0.03, "It does at least 3 in 100 worse")
RULES = (GAIN, LITTLE, HARM)
AREAS = tuple(f"c{number}" for number in range(10))


def effect(value: float, low: float, high: float) -> Effect:
    return Effect(value, low, high, Unit.SHARE, 0.5 + value, 0.5)


def comparison(value: float, low: float, high: float, *, grade: Grade = Grade.B) -> Comparison:
    estimate = Estimate(
        value=value, low=low, high=high, level=0.95, p_value=0.5, standard_error=0.1, scale=Scaling.PLAIN,
        effect=effect(value, low, high), method="area-change", inference="t", smallest_p=None, test_areas=("a", "b"),
        comparison_areas=AREAS, dropped_areas=(), periods_before=("2023",), periods_after=("2024",),
    )  # fmt: skip
    return Comparison(estimate, grade=grade)


@pytest.mark.parametrize(
    ("value", "low", "high", "points"),
    [
        (0.06, 0.01, 0.11, GAIN),
        (0.06, 0.00, 0.12, None),  # the range does not exclude no change
        (0.03, -0.03, 0.09, None),  # the figures do not settle it
        (0.00, -0.02, 0.02, LITTLE),
        (0.01, -0.03, 0.05, None),  # the range reaches the gain that was wanted
        (0.03, 0.01, 0.045, LITTLE),  # meets two rules: the more cautious speaks
        (-0.05, -0.09, -0.01, HARM),
        (-0.05, -0.11, 0.01, LITTLE),
        (-0.02, -0.03, -0.01, LITTLE),  # harm, but less than the rule for it
    ],
)
def test_higher_is_better(value: float, low: float, high: float, points: Criterion | None) -> None:
    assert points_to(RULES, comparison(value, low, high), Polarity.HIGHER) == points
    assert points_to(RULES, comparison(-value, -high, -low), Polarity.LOWER) == points


def test_no_rule_is_met_without_a_better_direction_an_estimate_or_enough_areas() -> None:
    clear = comparison(-0.05, -0.09, -0.01)
    assert points_to(RULES, clear, Polarity.NEITHER) is None
    assert points_to(RULES, Comparison(Refusal("area-change", Reason.TOO_FEW_AREAS, "", "")), Polarity.HIGHER) is None
    assert points_to(RULES, replace(clear, grade=Grade.D), Polarity.HIGHER) is None
    assert isinstance(clear.outcome, Estimate)
    single = replace(clear.outcome, test_areas=("a",), comparison_areas=AREAS[:9])
    assert points_to(RULES, replace(clear, outcome=single), Polarity.HIGHER) is None


def test_of_equally_cautious_rules_the_first_declared_speaks() -> None:
    other = replace(HARM, text="another")
    assert points_to((other, HARM), comparison(-0.05, -0.09, -0.01), Polarity.HIGHER) == other


numbers = some.floats(-1, 1).map(lambda number: round(number, 3))
ranges = some.tuples(numbers, numbers, numbers).map(sorted)


@given(ranges, some.floats(0, 1), some.sampled_from([Polarity.HIGHER, Polarity.LOWER]))
def test_gain_and_harm_are_never_both_met(found: list[float], threshold: float, polarity: Polarity) -> None:
    low, value, high = found
    gain, harm, little = (
        is_met(replace(rule, threshold=threshold), effect(value, low, high), polarity) for rule in (GAIN, HARM, LITTLE)
    )
    assert not (gain and harm)
    assert not harm or little or threshold == 0
