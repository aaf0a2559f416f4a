"""Nobody counted twice."""

from __future__ import annotations

from dataclasses import replace

from evaluation.model.codes import Caution, CheckState
from evaluation.model.results import Estimate
from evaluation.statistics import CHECKS, ESTIMATORS, compare
from evaluation.statistics.checks import examine
from evaluation.statistics.settings import Settings
from tests.statistics.checks.checking import checked, drawn, numbers


def test_periods_that_stand_by_themselves_hold() -> None:
    check = checked("overlapping-periods", drawn())
    assert (check.state, check.note) == (CheckState.PASSED, "nothing_shared")


def test_overlaps_outside_what_is_compared_hold_and_are_told() -> None:
    check = checked("overlapping-periods", replace(drawn(), overlapping=("002", "003")), before=6)
    assert check.state is CheckState.PASSED
    assert numbers(check) == {"inside": 0, "outside": 2}


def test_an_overlap_that_an_estimate_did_not_see_fails() -> None:
    panel = drawn()
    outcome = ESTIMATORS["area-change"](panel)
    assert isinstance(outcome, Estimate)
    check = CHECKS["overlapping-periods"](examine(replace(panel, overlapping=("015", "016")), outcome, Settings()))
    assert (check.state, numbers(check)["inside"]) == (CheckState.FAILED, 2)


def test_periods_that_were_left_out_beforehand_hold_and_are_counted() -> None:
    panel = replace(drawn(), overlapping=("left out", "this one too"))
    check = checked("overlapping-periods", panel)
    assert (check.state, check.note) == (CheckState.PASSED, "left_out")
    assert numbers(check) == {"left_out": 2, "used": len(panel.periods)}
    assert Caution.OVERLAPS_LEFT_OUT in compare(panel).cautions
    assert Caution.OVERLAPS_LEFT_OUT not in compare(drawn()).cautions
