"""The same check on earlier dates."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel
from tests.statistics.checks.checking import checked, drawn, examined, numbers


def past_of(panel: Panel, start: int) -> Panel:
    """The periods before the start, with another start among them."""
    assert panel.numerators is not None
    assert panel.denominators is not None
    return Panel.from_matrix(
        areas=panel.areas,
        periods=panel.periods[:12],
        starts=np.where(panel.is_test, start, -1),
        numerators=panel.numerators[:, :12],
        denominators=panel.denominators[:, :12],
    )


def test_every_start_with_two_periods_on_both_sides_is_tried_by_the_estimator_of_the_effect() -> None:
    panel = drawn(3)
    found = numbers(checked("placebo-in-time", panel))
    outcomes = [ESTIMATORS["area-change"](past_of(panel, start)) for start in range(2, 11)]
    estimates = [outcome for outcome in outcomes if isinstance(outcome, Estimate)]
    assert found["tried"] == len(estimates) == 9
    assert found["alarms"] == sum(each.p_value < 0.05 for each in estimates)
    assert found["largest"] == pytest.approx(max((each.effect.value for each in estimates), key=abs))


def test_areas_that_drifted_apart_all_along_raise_alarms_when_nothing_began() -> None:
    drifting = drawn(7, trend=np.where(np.arange(12) < 2, 0.06, 0.0), shock=0.05, denominators=500)
    check = checked("placebo-in-time", drifting)
    assert (check.state, check.note) == (CheckState.FAILED, "alarms")
    assert numbers(check)["alarms"] > numbers(check)["tried"] / 2


def test_what_comes_after_the_start_is_not_looked_at() -> None:
    assert checked("placebo-in-time", drawn(effect=2.0)) == checked("placebo-in-time", drawn())


def test_months_are_matched_where_the_estimate_matches_them() -> None:
    """A seasonal wave that only test areas have shows in unmatched months, and not in matched ones."""
    panel = drawn(2, periods=48, start=36, shock=0.02, denominators=2_000)
    assert panel.numerators is not None
    assert panel.denominators is not None
    wave = np.where(panel.is_test[:, None], np.round(300 * np.sin(2 * np.pi * np.arange(48) / 12)), 0)
    waved = Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts, numerators=panel.numerators + wave,
        denominators=panel.denominators,
    )  # fmt: skip
    matched, unmatched = (numbers(checked("placebo-in-time", waved, seasons=each)) for each in (12, 1))
    assert matched["alarms"] < unmatched["alarms"]


def test_covariates_are_adjusted_for_and_values_without_counts_are_taken() -> None:
    panel = drawn(3, test=3, chosen_worst_at=5)
    adjusted, plain = (checked("placebo-in-time", each) for each in (panel, panel.with_covariates({})))
    assert numbers(adjusted)["largest"] != numbers(plain)["largest"]
    means = Panel.from_matrix(areas=panel.areas, periods=panel.periods, starts=panel.starts, values=panel.values)
    assert numbers(checked("placebo-in-time", means))["tried"] == 9


def test_three_periods_before_are_too_few() -> None:
    assert checked("placebo-in-time", drawn(periods=8, start=3)).note == "too_few_periods"


def test_a_past_without_any_movement_cannot_be_told() -> None:
    still = Panel.from_matrix(
        areas=list("abcdefgh"), periods=list("123456"), starts=[4] * 2 + [None] * 6,
        values=np.column_stack([np.full((8, 4), 0.5), np.linspace(0.4, 0.6, 8), np.linspace(0.5, 0.4, 8)]),
    )  # fmt: skip
    assert examined(still).outcome.p_value <= 1
    assert checked("placebo-in-time", still).note == "cannot_be_told"
