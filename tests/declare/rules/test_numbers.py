"""Numbers within what their key can mean."""

from __future__ import annotations

import pytest

from tests.declare.example import Programme

FILE = "frameworks/good-start.toml"
CASES = [
    ("worthwhile = 0", FILE),
    ("worthwhile = -0.1", FILE),
    ("worthwhile = 5", FILE),
    ("worthwhile = nan", FILE),
    ("target = 80", FILE),
    ("target = inf", FILE),
    ("lag = -1", FILE),
    ("per = 0", FILE),
]
DESIGN = ["level = 1.0", "level = 0", "level = 95", "level = nan", "before = 0", "after = 0", "skip = -1"]


@pytest.mark.parametrize(("line", "file"), CASES)
def test_a_number_a_measure_cannot_have(programme: Programme, line: str, file: str) -> None:
    programme.change('formerly = ["timely-reviews"]', line, file)
    assert programme.said() == [("number-out-of-range", programme.line(line, file))]


@pytest.mark.parametrize("line", DESIGN)
def test_a_number_a_design_cannot_have(programme: Programme, line: str) -> None:
    programme.change("[[planned_looks]]", f"[design]\n{line}\n[[planned_looks]]")
    assert programme.said() == [("number-out-of-range", programme.line(line))]


@pytest.mark.parametrize("threshold", ["-0.01", "2", "nan", "inf"])
def test_a_threshold_that_is_no_share(programme: Programme, threshold: str) -> None:
    programme.change("threshold = 0.02", f"threshold = {threshold}")
    assert programme.said() == [("number-out-of-range", programme.line("threshold"))]


def test_the_mend_turns_a_percentage_into_a_share(programme: Programme) -> None:
    programme.change("threshold = 0.02", "threshold = 2")
    assert [problem.mend for problem in programme.read().problems] == ["For 2 in 100 write 0.02."]


def test_a_mean_may_change_by_more_than_one(programme: Programme) -> None:
    programme.change('that = "felt heard"', 'that = "felt heard"\nworthwhile = 5', FILE)
    assert programme.codes() == []


def test_a_look_after_no_period_and_a_late_stream_of_negative_days(programme: Programme) -> None:
    programme.change("after_periods = 2", "after_periods = 0")
    programme.change('cadence = "quarterly"', 'cadence = "quarterly"\narrives_after_days = -1', FILE)
    assert programme.codes() == ["number-out-of-range", "number-out-of-range"]


PROFILE = '[[disclosure_profiles]]\nid = "ours"\n'


@pytest.mark.parametrize("line", ["below = 4", "below = -1", "round_to = 3", "round_to = 0"])
def test_no_profile_of_small_numbers_goes_below_the_floor(programme: Programme, line: str) -> None:
    programme.change("[[themes]]", f"{PROFILE}{line}\n[[themes]]", FILE)
    assert programme.said() == [("number-out-of-range", programme.line(line, FILE))]
    assert "Write 5 or more." in str(programme.read().problems[0])


def test_a_profile_at_the_floor_or_above_is_sound(programme: Programme) -> None:
    programme.change("[[themes]]", f"{PROFILE}below = 11\nround_to = 5\nhides_zero = true\n[[themes]]", FILE)
    assert programme.codes() == []
