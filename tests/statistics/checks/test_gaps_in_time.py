"""Counted all the time, or not."""

from __future__ import annotations

from dataclasses import replace

from evaluation.model.codes import Caution, CheckState
from evaluation.statistics import compare
from tests.statistics.checks.checking import checked, drawn, numbers

# The panel's periods are 000 to 023; in truth one between 004 and 005, or 016 and 017, may be missing.
EARLY, LATE = (("004b", "005"),), (("016b", "017"),)


def test_figures_without_a_gap_hold() -> None:
    check = checked("gaps-in-time", drawn())
    assert (check.state, check.note, check.findings) == (CheckState.PASSED, "nothing_missing", ())


def test_time_that_was_not_collected_as_the_plan_says_informs() -> None:
    check = checked("gaps-in-time", replace(drawn(), not_collected=LATE))
    assert (check.state, numbers(check)) == (CheckState.INFORMS, {"016b": 1})


def test_a_hole_that_nobody_speaks_of_fails_and_costs_a_grade() -> None:
    panel = replace(drawn(), holes=EARLY, not_collected=LATE)
    check = checked("gaps-in-time", panel)
    assert (check.state, check.costs_grade, numbers(check)) == (CheckState.FAILED, True, {"016b": 1, "004b": 0})
    whole, holed = compare(drawn()), compare(panel)
    assert {Caution.HOLE_IN_FIGURES, Caution.NOT_COLLECTED} <= set(holed.cautions)
    assert holed.grade > whole.grade  # A sorts first


def test_a_hole_outside_what_is_compared_is_no_matter() -> None:
    panel = replace(drawn(), holes=EARLY, not_collected=EARLY)
    assert checked("gaps-in-time", panel, before=6).state is CheckState.PASSED
    assert Caution.NOT_COLLECTED not in compare(panel, before=6).cautions
