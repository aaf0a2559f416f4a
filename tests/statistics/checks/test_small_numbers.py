"""Few events."""

from __future__ import annotations

import pytest

from evaluation.model.codes import CheckState
from tests.statistics.checks.checking import checked, drawn, numbers


@pytest.mark.parametrize(("denominators", "state"), [(20, CheckState.FAILED), (100, CheckState.PASSED)])
def test_fewer_than_10_expected_events_are_few(denominators: int, state: CheckState) -> None:
    panel = drawn(2, level=0.05, denominators=denominators, periods=8, start=4, area_noise=0.0, shock=0.0)
    check = checked("small-numbers", panel)
    assert check.state is state
    assert (numbers(check)["expected_events"] < 10) == (state is CheckState.FAILED)
