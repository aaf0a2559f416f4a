"""Comparison areas that get something alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel
from tests.statistics.checks.checking import checked, drawn, numbers


def shared(effect: float, exposed: int) -> Panel:
    """Twelve areas gain alike from month 12 on; the first two are test areas, the next are comparison areas."""
    panel = drawn(3, test=2 + exposed, effect=effect, shock=0.05, denominators=500)
    starts = np.where(np.arange(12) < 2, 12, -1)
    return replace(panel, starts=starts, exposed=panel.areas[2 : 2 + exposed])


def test_areas_that_share_in_it_hide_an_effect_and_are_seen() -> None:
    check = checked("contamination", shared(0.5, 6))
    found = numbers(check)
    assert (check.state, check.note, found["exposed"]) == (CheckState.FAILED, "differs", 6)
    assert found["without"] > 2 * found["with"]


def test_without_them_it_is_the_estimate_of_the_others() -> None:
    panel = shared(0.5, 3)
    rest = ESTIMATORS["area-change"](panel.take(~np.isin(panel.areas, panel.exposed)))
    assert isinstance(rest, Estimate)
    assert numbers(checked("contamination", panel))["without"] == pytest.approx(rest.effect.value)


def test_areas_that_look_like_the_others_change_little() -> None:
    panel = replace(drawn(4, effect=0.5), exposed=("a05",))
    assert checked("contamination", panel).note == "much_alike"


def test_too_few_left_carry_no_estimate() -> None:
    panel = drawn(areas=8)
    check = checked("contamination", replace(panel, exposed=panel.areas[2:5]))
    assert (check.note, numbers(check)) == ("too_few_left", {"exposed": 3})


def test_a_plan_that_does_not_say_is_told_so() -> None:
    assert checked("contamination", drawn()).note == "not_asked"
    assert checked("contamination", replace(drawn(), exposed=("a01", "elsewhere"))).note == "not_asked"
