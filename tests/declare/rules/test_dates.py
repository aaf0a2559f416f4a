"""Dates in their order, and agreements made before the start."""

from __future__ import annotations

import pytest

from evaluation.problems import Severity
from tests.declare.example import Programme

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("end = 2027-03-31", "end = 2026-03-31", ERROR),
        ('role = "test"', 'role = "test"\nvalid_from = 2025-01-01\nvalid_to = 2024-01-01', ERROR),
        ('role = "test"', 'role = "test"\nstart = 2028-01-01', ERROR),
        ("on = 2026-10-01", "on = 2026-03-01", ERROR),
        ("after_periods = 2", "after_periods = 2\n[[planned_looks]]\non = 2026-09-01\nafter_periods=3", ERROR),
        ("[chosen]", '[[events]]\nid = "e"\nname = "E"\nstart = 2025-02-01\nend = 2025-01-01\n[chosen]', ERROR),
        ("end = 2027-03-31", "end = 2027-03-31\nagreed_on = 2026-04-02", WARNING),
        ("threshold = 0.02", "threshold = 0.02, agreed_on = 2026-05-01", WARNING),
        ('how = "by_need"', 'how = "by_need"\non = 2026-06-01', WARNING),
    ],
)
def test_dates_out_of_order(programme: Programme, old: str, new: str, severity: Severity) -> None:
    programme.change(old, new)
    found = programme.read().problems
    assert [(problem.code, problem.severity) for problem in found] == [("dates-out-of-order", severity)]


def test_phases_of_a_framework_keep_their_order(programme: Programme) -> None:
    phase = '[[phases]]\nid = "one"\nname = "One"\nstart = 2020-04-01\nend = 2019-04-01\n[[themes]]'
    programme.change("[[themes]]", phase, "frameworks/good-start.toml")
    assert programme.codes() == ["dates-out-of-order"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("end = 2027-03-31", "end = 2027-03-31\nagreed_on = 2026-04-01"),
        ("[chosen]", '[[events]]\nid = "e"\nname = "E"\nstart = 2025-02-01\nend = 2025-02-01\n[chosen]'),
        ('role = "test"', 'role = "test"\nstart = 2026-10-01'),
    ],
)
def test_dates_in_order(programme: Programme, old: str, new: str) -> None:
    programme.change(old, new)
    assert programme.codes() == []
