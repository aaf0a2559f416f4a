"""Points against log-odds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.model.measure import Scale
from evaluation.statistics import Panel
from tests.statistics.checks.checking import checked, drawn, numbers


def levels(after: dict[bool, tuple[int, int]]) -> Panel:
    """Test areas at the first pair of levels, the others at the second, with a little spread (out of 2,000)."""
    rows = [(is_test, at) for is_test in (True, False) for at in range(2 if is_test else 8)]
    counts = [[after[is_test][0] + 4 * (at % 3 - 1), after[is_test][1] + 4 * (at % 2)] for is_test, at in rows]
    return Panel.from_matrix(
        areas=[f"a{at}" for at in range(10)], periods=["1", "2"],
        starts=[1 if is_test else None for is_test, _ in rows], numerators=counts, denominators=np.full((10, 2), 2_000),
    )  # fmt: skip


def test_from_23_to_19_beside_from_6_to_5_depends_on_the_scale() -> None:
    check = checked("scale", levels({True: (460, 380), False: (120, 100)}))
    assert check.state is CheckState.FAILED
    assert numbers(check)["in_points"] == pytest.approx(-0.03, abs=0.002)


def test_areas_at_one_level_do_not_depend_on_the_scale() -> None:
    check = checked("scale", levels({True: (460, 340), False: (460, 450)}))
    assert check.state is CheckState.PASSED


def test_rates_are_compared_in_differences_too() -> None:
    rates = replace(drawn(effect=1.0), scale=Scale.RATE)
    assert checked("scale", rates).state is CheckState.PASSED
