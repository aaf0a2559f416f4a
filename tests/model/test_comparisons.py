"""What a comparison finds, in one word."""

from __future__ import annotations

import pytest

from evaluation.model.codes import Finds, Grade, Reason, Scaling, Unit
from evaluation.model.comparisons import finds
from evaluation.model.measure import Polarity
from evaluation.model.results import Effect, Estimate, Refusal

AREAS = tuple(f"c{number}" for number in range(12))


def estimate(low: float, high: float, *, test: int = 2, comparison: int = 10) -> Estimate:
    value = (low + high) / 2
    return Estimate(
        value=value, low=low, high=high, level=0.95, p_value=0.5, standard_error=0.1, scale=Scaling.PLAIN,
        effect=Effect(value, low, high, Unit.SHARE, 0.5, 0.5 - value), method="area-change", inference="t",
        smallest_p=None, test_areas=AREAS[:test], comparison_areas=AREAS[:comparison], dropped_areas=(),
        periods_before=("1",), periods_after=("2",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "polarity", "expected"),
    [
        (0.01, 0.11, Polarity.HIGHER, Finds.DIFFERENCE),
        (0.01, 0.11, Polarity.LOWER, Finds.HARM),
        (-0.09, -0.01, Polarity.HIGHER, Finds.HARM),
        (-0.09, -0.01, Polarity.LOWER, Finds.DIFFERENCE),
        (-0.09, -0.01, Polarity.NEITHER, Finds.DIFFERENCE),
        (-0.09, 0.03, Polarity.NEITHER, Finds.NOT_SETTLED),
        (-0.02, 0.02, Polarity.NEITHER, Finds.NO_WORTHWHILE_CHANGE),
        (-0.02, 0.02, Polarity.HIGHER, Finds.NO_WORTHWHILE_CHANGE),
        (-0.02, 0.02, Polarity.LOWER, Finds.NO_WORTHWHILE_CHANGE),
        (-0.03, 0.09, Polarity.HIGHER, Finds.NOT_SETTLED),
        (-0.09, 0.03, Polarity.LOWER, Finds.NOT_SETTLED),
        (-0.09, 0.03, Polarity.HIGHER, Finds.NO_WORTHWHILE_CHANGE),
    ],
)
def test_the_four_outcomes_are_told_apart_by_range_and_polarity(
    low: float, high: float, polarity: Polarity, expected: Finds
) -> None:
    assert finds(estimate(low, high), polarity, 0.05, Grade.A) is expected


def test_without_a_worthwhile_effect_a_range_around_zero_settles_nothing() -> None:
    assert finds(estimate(-0.02, 0.02), Polarity.HIGHER, None, Grade.A) is Finds.NOT_SETTLED


def test_one_test_area_with_few_others_is_not_enough_areas() -> None:
    assert finds(estimate(0.01, 0.1, test=1, comparison=4), Polarity.HIGHER, 0.05, Grade.C) is Finds.NOT_ENOUGH_AREAS
    assert finds(estimate(0.01, 0.1, test=1, comparison=10), Polarity.HIGHER, 0.05, Grade.B) is Finds.DIFFERENCE


def test_descriptive_evidence_finds_nothing() -> None:
    assert finds(estimate(0.01, 0.1), Polarity.HIGHER, 0.05, Grade.D) is Finds.NOT_ENOUGH_AREAS


def test_of_a_refusal_nothing_can_be_said() -> None:
    refusal = Refusal("area-change", Reason.NO_PERIODS_AFTER, "why", "need")
    assert finds(refusal, Polarity.HIGHER, 0.05, Grade.D) is Finds.CANNOT_SAY
