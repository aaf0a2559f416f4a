"""Which periods and areas a comparison rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.codes import Reason
from evaluation.model.results import Estimate, Refusal
from evaluation.problems import UsageError
from evaluation.statistics import ESTIMATORS, Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, choose
from tests.statistics.checks.checking import drawn


def panel(starts: list[int | None], periods: int = 8, **more: Any) -> Panel:
    labels = [str(2010 + period) for period in range(periods)]
    values = np.arange(len(starts) * periods, dtype=float).reshape(len(starts), periods)
    names = [f"a{area}" for area in range(len(starts))]
    return Panel.from_matrix(areas=names, periods=labels, starts=starts, values=values, **more)


def windows(of: Panel, **settings: Any) -> Windows:
    found = choose(of, Settings(**settings), "area-change")
    assert isinstance(found, Windows), found
    return found


def refused(of: Panel, **settings: Any) -> Refusal:
    found = choose(of, Settings(**settings), "area-change")
    assert isinstance(found, Refusal)
    return found


def test_by_default_all_periods_before_and_after() -> None:
    found = windows(panel([5, None, None]))
    assert (found.before.tolist(), found.after.tolist()) == ([0, 1, 2, 3, 4], [5, 6, 7])


@pytest.mark.parametrize(
    ("settings", "before", "after"),
    [
        ({"before": 2}, [2, 3], [4, 5, 6, 7]),
        ({"after": 1}, [0, 1, 2, 3], [4]),
        ({"skip": 1}, [0, 1, 2, 3], [5, 6, 7]),
        ({"lag": 2}, [0, 1, 2, 3], [6, 7]),
        ({"before": 2, "skip": 1, "lag": 1, "after": 1}, [2, 3], [6]),
        ({"before": 99, "after": 99}, [0, 1, 2, 3], [4, 5, 6, 7]),
    ],
)
def test_windows_as_asked(settings: dict[str, int], before: list[int], after: list[int]) -> None:
    found = windows(panel([4, None, None]), **settings)
    assert (found.before.tolist(), found.after.tolist()) == (before, after)


def test_starts_that_lie_near_lose_the_periods_between() -> None:
    found = windows(panel([3, 5, None]))
    assert (found.before.tolist(), found.after.tolist(), found.start) == ([0, 1, 2], [5, 6, 7], 3)


def test_starts_that_lie_too_far_apart_name_the_method_that_could() -> None:
    found = refused(panel([2, 5, None]))
    assert found.reason is Reason.DIFFERENT_STARTS
    assert "staggered" in found.need


@pytest.mark.parametrize(
    ("starts", "settings", "reason"),
    [
        ([None, None], {}, Reason.TOO_FEW_AREAS),
        ([8, None], {}, Reason.NOT_STARTED),
        ([0, None], {}, Reason.NO_PERIODS_BEFORE),
        ([7, None], {"lag": 1}, Reason.NO_PERIODS_AFTER),
    ],
)
def test_nothing_to_compare_is_refused(starts: list[int | None], settings: dict[str, int], reason: Reason) -> None:
    assert refused(panel(starts), **settings).reason is reason


def test_how_many_more_periods_are_needed_is_said() -> None:
    assert refused(panel([7, None]), lag=2).need == "2 more periods."


def test_areas_with_a_gap_in_the_windows_fall_out() -> None:
    whole = panel([4, 4, None, None])
    values = whole.values.copy()
    values[0, 0] = values[2, 7] = np.nan
    holed = replace(whole, values=values)
    assert windows(holed).kept.tolist() == [False, True, False, True]
    assert windows(holed, before=2, after=2).kept.tolist() == [True, True, True, True]


def test_no_test_area_left_is_refused() -> None:
    whole = panel([4, None, None])
    values = whole.values.copy()
    values[0, 0] = np.nan
    refusal = refused(replace(whole, values=values))
    assert refusal.reason is Reason.INCOMPLETE
    assert refusal.why.endswith("periods compared; of 2 comparison areas 2 have")
    assert refused(replace(whole, values=np.full(values.shape, np.nan))).reason is Reason.NO_FIGURES


def test_a_break_between_the_windows_is_refused_and_one_before_them_is_not() -> None:
    broken = replace(panel([4, None, None]), breaks=("2012",))
    assert refused(broken).reason is Reason.BREAK_IN_DEFINITION
    assert windows(broken, before=2).earlier(broken).tolist() == [2, 3]


def test_overlapping_periods_are_refused() -> None:
    assert refused(replace(panel([4, None]), overlapping=("2015",))).reason is Reason.OVERLAPPING_PERIODS


def test_an_area_that_became_another_place_falls_out() -> None:
    moved = replace(panel([4, 4, None, None]), boundary_changes=(("a1", "2013"), ("a3", "2010")))
    assert windows(moved).kept.tolist() == [True, False, True, True]
    gone = replace(panel([4, None, None]), boundary_changes=(("a0", "2013"),))
    assert refused(gone).reason is Reason.BOUNDARY_CHANGED


@pytest.mark.parametrize("settings", [{"level": 1.0}, {"before": 0}, {"after": -1}, {"skip": -1}, {"seasons": 0}])
def test_settings_that_cannot_be_meant(settings: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Settings(**settings)


@pytest.mark.parametrize("name", ["event-study", "staggered"])
@pytest.mark.parametrize("declared", [True, False])
def test_methods_that_count_periods_since_the_start_refuse_to_count_across_missing_ones(
    name: str, *, declared: bool
) -> None:
    missing = (("014b", "015"),)
    holed = replace(drawn(1), not_collected=missing) if declared else replace(drawn(1), holes=missing)
    outcome = ESTIMATORS[name](holed)
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.NOT_COLLECTED
    assert isinstance(ESTIMATORS["area-change"](holed), Estimate)
