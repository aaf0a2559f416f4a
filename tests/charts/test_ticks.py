from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evaluation.charts.spec import place
from evaluation.charts.ticks import calendar_axis, difference_axis, level_axis, period_axis, round_step

NUMBERS = some.floats(-1e4, 1e4).map(lambda number: round(number, 2))


def test_a_level_axis_has_round_ticks_round_its_values() -> None:
    axis = level_axis([61.2, 74.1, 72.0], "in every 100")
    assert [tick.label for tick in axis.ticks] == ["60", "65", "70", "75"]
    assert not axis.starts_at_zero


def test_an_axis_near_zero_starts_at_zero() -> None:
    assert level_axis([12.0, 50.0], "").starts_at_zero


def test_labels_of_one_axis_have_the_same_decimals() -> None:
    assert [tick.label for tick in level_axis([0.63, 1.36], "").ticks] == ["0.6", "0.8", "1.0", "1.2"]


@given(some.lists(NUMBERS, min_size=1, max_size=8))
def test_a_level_axis_holds_its_values_and_has_4_or_5_ticks(values: list[float]) -> None:
    axis = level_axis(values, "")
    assert place(axis.low) <= min(values)
    assert max(values) <= place(axis.high)
    assert 4 <= len(axis.ticks) <= 6


@given(some.lists(NUMBERS, min_size=1, max_size=8))
def test_a_difference_axis_holds_zero_and_its_values(values: list[float]) -> None:
    axis = difference_axis(values, "more", "fewer")
    assert place(axis.low) < min(0, *values)
    assert max(0, *values) < place(axis.high)
    assert "0" in [tick.label for tick in axis.ticks]
    assert len(axis.narrow_ticks) <= len(axis.ticks) <= 9


def test_differences_are_said_without_a_sign_and_the_outermost_with_a_word() -> None:
    labels = [tick.label for tick in difference_axis([-2.0, 11.0], "more", "fewer").ticks]
    assert labels == ["2 fewer", "0", "2", "4", "6", "8", "10", "12 more"]


@pytest.mark.parametrize(
    ("last", "labels"),
    [
        (date(2026, 4, 1), ["2022", "2023", "2024", "2025", "2026"]),
        (date(2022, 12, 1), ["Jan 2022", "Apr 2022", "Jul 2022", "Oct 2022"]),
        (date(2045, 1, 1), ["2025", "2030", "2035", "2040", "2045"]),
    ],
)
def test_time_is_marked_by_years_or_by_months_where_there_are_few(last: date, labels: list[str]) -> None:
    assert [tick.label for tick in calendar_axis(date(2022, 1, 1), last).ticks] == labels


def test_a_phone_keeps_the_last_year() -> None:
    years = [(date(year, 7, 1), f"{year}") for year in range(2017, 2024)]
    axis = period_axis(date(2017, 1, 1), date(2024, 1, 1), years)
    assert [tick.label for tick in axis.narrow_ticks] == ["2017", "2019", "2021", "2023"]


def test_a_step_is_round() -> None:
    assert [round_step(span, 4) for span in (0.7, 3.9, 13, 70)] == pytest.approx([0.2, 1, 5, 20])
