"""Areas to compare with."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from evaluation.problems import UsageError
from evaluation.statistics import Panel, doctor, simulate

# Test area at 0.50 and still; one candidate like it, one like it but rising, one high.
VALUES = {
    "test": [0.50, 0.50, 0.50, 0.50],
    "alike": [0.51, 0.50, 0.51, 0.50],
    "rising": [0.35, 0.45, 0.55, 0.65],
    "high": [0.80, 0.80, 0.80, 0.80],
}


def panel() -> Panel:
    return Panel.from_matrix(
        areas=list(VALUES), periods=list("1234"), starts=[4, None, None, None], values=list(VALUES.values())
    )


def suggested(**asked: object) -> list[str]:
    return [one.area for one in doctor.suggest_comparison(panel(), **asked)]  # type: ignore[arg-type]


def test_areas_that_stood_and_moved_alike_come_first() -> None:
    assert suggested()[0] == "alike"
    assert suggested(number=1) == ["alike"]


def test_statistical_neighbours_come_before_all_others() -> None:
    assert suggested(neighbours={"test": ["high"]}) == ["high", "alike", "rising"]


def test_areas_next_door_and_those_left_out_are_not_suggested() -> None:
    assert suggested(next_door={"test": ["alike"]}, leave_out=["high"]) == ["rising"]


def test_level_and_trend_are_told_in_standard_deviations_of_the_candidates() -> None:
    levels = np.array([np.mean(VALUES[name]) for name in ("alike", "rising", "high")])
    (high,) = (one for one in doctor.suggest_comparison(panel()) if one.area == "high")
    assert high.level == pytest.approx((0.8 - 0.5) / levels.std(ddof=1))
    assert high.distance == pytest.approx(np.hypot(high.level, high.trend))


def test_choosing_brings_the_sides_together() -> None:
    drawn = simulate.panel(np.random.default_rng(4), areas=60, test=3, periods=12, start=11)
    chosen = [one.area for one in doctor.suggest_comparison(drawn, number=8)]
    for row in doctor.balance(drawn, chosen):
        assert abs(row.apart_after) <= abs(row.apart_before) + 1e-9 or abs(row.apart_after) < 0.25


def test_figures_from_after_the_start_do_not_matter() -> None:
    one, other = (simulate.panel(np.random.default_rng(4), areas=20, effect=effect) for effect in (0.0, 2.0))
    assert doctor.suggest_comparison(one) == doctor.suggest_comparison(other)


def test_without_a_candidate_or_a_test_area_it_is_said() -> None:
    with pytest.raises(UsageError, match="candidate"):
        doctor.suggest_comparison(panel().take(panel().is_test))
    with pytest.raises(UsageError, match="candidate"):
        doctor.balance(panel(), ["nowhere"])


def test_a_frozen_choice_shows_when_it_was_altered() -> None:
    choice = doctor.freeze(panel(), ["rising", "alike"], made_on=date(2026, 3, 3), made_by="Eve")
    assert (choice.test_areas, choice.areas) == (("test",), ("alike", "rising"))
    assert choice.figures == panel().digest
    assert doctor.is_unaltered(choice)
    from dataclasses import replace  # noqa: PLC0415 - what an alteration would take

    assert not doctor.is_unaltered(replace(choice, areas=("alike", "high")))
    assert not doctor.is_unaltered(replace(choice, made_on=date(2026, 3, 2)))


@pytest.mark.parametrize(("areas", "by"), [(["test"], "Eve"), (["nowhere"], "Eve"), ([], "Eve"), (["high"], " ")])
def test_a_choice_names_candidates_and_who_made_it(areas: list[str], by: str) -> None:
    with pytest.raises(UsageError):
        doctor.freeze(panel(), areas, made_on=date(2026, 3, 3), made_by=by)
