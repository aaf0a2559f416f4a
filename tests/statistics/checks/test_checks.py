"""What holds for every check."""

from __future__ import annotations

import pytest

from evaluation.model.results import CheckState
from evaluation.statistics import CHECKS, Panel
from tests.statistics.checks.checking import checked, drawn


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_check_carries_its_own_name_and_costs_only_when_it_fails(name: str) -> None:
    for seed in range(5):
        check = checked(name, drawn(seed, effect=0.5))
        assert check.name == name
        assert check.costs_grade == (check.state is CheckState.FAILED)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_one_period_before_and_no_counts_leave_a_check_that_informs(name: str) -> None:
    panel = drawn(periods=4, start=1)
    means = Panel.from_matrix(areas=panel.areas, periods=panel.periods, starts=panel.starts, values=panel.values)
    check = checked(name, means)
    if name != "leave-one-out":
        assert check.state is CheckState.INFORMS
    if name not in {"leave-one-out", "placebo-in-space"}:
        assert check.note in {"too_few_periods", "no_counts", "one_scale"}
