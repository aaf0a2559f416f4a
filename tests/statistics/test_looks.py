"""Looks and primary measures judged together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.problems import UsageError
from evaluation.statistics.looks import holm, planned_looks


def test_each_look_spends_the_share_of_its_new_periods() -> None:
    looks = planned_looks([4, 8, 12], 12)
    assert [look.threshold for look in looks] == pytest.approx([0.05 / 3] * 3)
    assert [look.spent for look in looks] == pytest.approx([0.05 / 3, 0.1 / 3, 0.05])


def test_looking_after_the_planned_end_spends_nothing_and_cannot_speak() -> None:
    *_, late = planned_looks([6, 12, 15], 12)
    assert (late.threshold, late.can_speak) == (0.0, False)
    assert late.spent == pytest.approx(0.05)


def test_a_look_whose_threshold_no_labelling_can_reach_cannot_speak() -> None:
    """2 of 12 areas: the smallest p is 1 in 66."""
    first, last = planned_looks([1, 12], 12, smallest_p=1 / 66)
    assert (first.can_speak, last.can_speak) == (False, True)


def test_meeting_twice_over_the_same_figures_is_no_look() -> None:
    with pytest.raises(UsageError, match="rising"):
        planned_looks([3, 3], 12)


@given(st.lists(st.integers(1, 30), unique=True).map(sorted), st.integers(1, 24))
def test_no_plan_of_looks_spends_more_than_there_is(periods: list[int], planned: int) -> None:
    assert sum(look.threshold for look in planned_looks(periods, planned)) <= 0.05 + 1e-12


def test_holm_as_in_his_example_of_ordered_p_values() -> None:
    """p 0.01, 0.04, 0.03, 0.005 at 5%: thresholds 0.05/4, 0.05/3, 0.05/2, 0.05; the third fails, so does the last."""
    steps = {step.name: step for step in holm({"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005})}
    assert {name for name, step in steps.items() if step.is_finding} == {"a", "d"}
    assert [steps[name].adjusted for name in "abcd"] == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_holm_agrees_with_statsmodels() -> None:
    from statsmodels.stats.multitest import multipletests  # noqa: PLC0415 - slow to import

    p_values = np.random.default_rng(1).uniform(0, 0.1, 12)
    found = holm({str(at): float(p) for at, p in enumerate(p_values)})
    rejected, adjusted, *_ = multipletests(p_values, method="holm")
    assert [step.adjusted for step in found] == pytest.approx(adjusted.tolist())
    assert [step.is_finding for step in found] == rejected.tolist()


def test_one_measure_is_judged_as_it_is() -> None:
    (only,) = holm({"a": 0.04})
    assert (only.adjusted, only.is_finding) == (0.04, True)
    assert only.threshold == pytest.approx(0.05)


def test_a_measure_that_can_never_be_low_enough_cannot_speak() -> None:
    steps = holm({"a": 0.2, "b": 0.3}, smallest_p={"a": 1 / 30, "b": 1 / 30})
    assert [step.can_speak for step in steps] == [False, True]
