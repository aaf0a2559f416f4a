"""One way of measuring."""

from __future__ import annotations

from dataclasses import replace

from evaluation.model.codes import CheckState
from evaluation.model.results import Estimate
from evaluation.statistics import CHECKS, ESTIMATORS
from evaluation.statistics.checks import examine
from evaluation.statistics.settings import Settings
from tests.statistics.checks.checking import checked, drawn, numbers


def test_no_break_known_holds() -> None:
    check = checked("break-in-definition", drawn())
    assert (check.state, check.note) == (CheckState.PASSED, "one_definition")


def test_a_break_before_all_that_is_compared_holds_and_is_told() -> None:
    check = checked("break-in-definition", replace(drawn(), breaks=("004",)), before=6)
    assert check.state is CheckState.PASSED
    assert numbers(check) == {"inside": 0, "outside": 1}


def test_a_break_at_the_first_period_compared_is_none_within() -> None:
    assert numbers(checked("break-in-definition", replace(drawn(), breaks=("007",)), before=6))["inside"] == 0


def test_a_break_that_an_estimate_did_not_see_fails() -> None:
    panel = drawn()
    outcome = ESTIMATORS["area-change"](panel)
    assert isinstance(outcome, Estimate)
    check = CHECKS["break-in-definition"](examine(replace(panel, breaks=("015",)), outcome, Settings()))
    assert (check.state, check.costs_grade, numbers(check)["inside"]) == (CheckState.FAILED, True, 1)
