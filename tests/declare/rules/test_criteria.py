"""Rules agreed beforehand that could never speak."""

from __future__ import annotations

import pytest

from evaluation.problems import Severity
from tests.declare.example import Programme


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ([('polarity = "higher_is_better"', 'polarity = "neither"', "frameworks/good-start.toml")], Severity.ERROR),
        ([('"not_better_by", threshold = 0.02', '"level_below", threshold = 0')], Severity.ERROR),
        ([('"not_better_by", threshold = 0.02', '"level_above", threshold = 1')], Severity.ERROR),
        (
            [
                ('stage = "execute_and_measure"', 'stage = "test_and_develop"'),
                ("end = 2027-03-31\n", ""),
                ("[[planned_looks]]\non = 2026-10-01\nafter_periods = 2\n", ""),
            ],
            Severity.WARNING,
        ),
    ],
)
def test_a_rule_that_can_never_speak_is_named(
    programme: Programme, changes: list[tuple[str, ...]], severity: Severity
) -> None:
    for change in changes:
        programme.change(*change)
    (problem,) = [one for one in programme.read().problems if one.code == "rule-cannot-speak"]
    assert problem.severity is severity


def test_a_level_between_none_and_all_is_a_rule_that_can_be_met(programme: Programme) -> None:
    programme.change('"not_better_by", threshold = 0.02', '"level_below", threshold = 0.7')
    assert programme.said() == []


def test_a_look_without_new_periods_is_no_look(programme: Programme) -> None:
    later = "after_periods = 2\n[[planned_looks]]\non = 2026-12-01\nafter_periods = "
    programme.change("after_periods = 2", f"{later}2")
    assert programme.codes() == ["number-out-of-range"]
    programme.change(f"{later}2", f"{later}3")
    assert programme.codes() == []
