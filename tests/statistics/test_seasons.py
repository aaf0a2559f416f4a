"""Months are compared with the same months."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics.seasons import matched, seasons_of


def months(first: int, last: int) -> list[str]:
    return [f"{2020 + month // 12}-{month % 12 + 1:02d}" for month in range(first, last)]


@pytest.mark.parametrize(
    ("periods", "seasons"),
    [
        (["2020-11", "2020-12", "2021-01"], [11, 12, 1]),
        (["2020-11-01", "2020-12-01"], [11, 12]),
        (["2020-Q4", "2021-Q1"], [4, 1]),
        (["2009-10", "2010-11", "2011-12"], [0, 0, 0]),
        (["2020", "2021"], [0, 0]),
        (["201213", "201314"], [0, 0]),
    ],
)
def test_labels_say_their_season_and_school_years_have_none(periods: list[str], seasons: list[int]) -> None:
    assert seasons_of(periods, None).tolist() == seasons


def test_seasons_may_be_given_for_labels_that_say_nothing() -> None:
    assert seasons_of(["1", "2", "3", "4", "5"], 4).tolist() == [0, 1, 2, 3, 0]


def found(total: int, start: int) -> tuple[list[str], list[str]]:
    labels = months(0, total)
    before, after = matched(np.arange(start), np.arange(start, total), seasons_of(labels, None))
    return [labels[at] for at in before], [labels[at] for at in after]


def test_half_a_year_after_is_compared_with_the_same_half_of_each_year_before() -> None:
    before, after = found(30, 24)
    assert after == months(24, 30)
    assert before == months(0, 6) + months(12, 18)


def test_a_year_after_is_compared_with_whole_years_before() -> None:
    before, after = found(42, 30)
    assert (before, after) == (months(6, 30), months(30, 42))


def test_more_after_than_before_keeps_all_whose_month_occurs_on_both_sides() -> None:
    assert found(30, 12) == (months(0, 12), months(12, 30))
    assert found(12 + 9, 9) == (months(0, 9), months(12, 21))


def test_where_no_month_occurs_twice_nothing_can_be_matched() -> None:
    assert found(9, 6) == (months(0, 6), months(6, 9))
