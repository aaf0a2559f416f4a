"""What else happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.model.codes import CheckState
from tests.statistics.checks.checking import checked, drawn, numbers


@pytest.mark.parametrize(
    ("events", "state", "known", "only"),
    [
        ([("014", "", "pandemic")], CheckState.INFORMS, 1, 0),
        ([("014", "a01", "clinic closed")], CheckState.FAILED, 1, 1),
        ([("014", "a01", "new road"), ("015", "a07", "new road")], CheckState.INFORMS, 1, 0),
        ([("014", "a07", "elsewhere")], CheckState.INFORMS, 1, 0),
        ([("014", "a01", "one"), ("003", "a02", "two"), ("003", "", "all")], CheckState.FAILED, 3, 2),
    ],
)
def test_what_happened_only_where_the_prototype_runs_cannot_be_told_apart(
    events: list[tuple[str, str, str]], state: CheckState, known: int, only: int
) -> None:
    check = checked("events", replace(drawn(), events=tuple(events)))
    assert check.state is state
    assert numbers(check) == {"known": known, "test_areas_only": only}


def test_events_outside_the_periods_and_areas_compared_are_left_aside() -> None:
    long_ago = replace(drawn(), events=(("002", "a01", "strike"), ("014", "elsewhere", "flood")))
    assert checked("events", long_ago, before=6).note == "no_events"
    assert checked("events", drawn()).note == "no_events"
