"""Numbers as people read them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evaluation.model.codes import Unit
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.words.numbers import about, breakable, counted, hold, in_every, number, percent, telling

REVIEWS = Measure(
    "on-time", "On-time reviews", MeasureKind.PROCESS, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER, PeriodKind.MONTH,
    counted="reviews", that="were on time",
)  # fmt: skip
VISITS = replace(REVIEWS, scale=Scale.RATE, per=1000)
WAIT = replace(REVIEWS, scale=Scale.MEAN, unit="days")
SCORE = replace(REVIEWS, scale=Scale.MEAN, unit="")


def test_what_belongs_together_does_not_break() -> None:
    assert in_every(0.74) == "74\u00a0in\u00a0every\u00a0100"
    assert telling(REVIEWS).difference(0.06) == "6\u00a0in\u00a0100\u00a0more"
    # a long range breaks in the middle and nowhere else
    assert telling(REVIEWS).range(-0.03, 0.09).split(" ") == [
        "3\u00a0in\u00a0100\u00a0fewer",
        "to",
        "9\u00a0in\u00a0100\u00a0more",
    ]


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        (21000, 0, "21,000"),
        (0.5, 0, "1"),
        (0.4, 0, "0"),
        (-2.25, 1, "\u22122.3"),
        (-0.04, 1, "0.0"),
        (14.5 - 1e-12, 0, "15"),
    ],
)
def test_numbers_round_halves_away_from_zero(value: float, decimals: int, said: str) -> None:
    assert number(value, decimals) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.74, "74 in every 100"),
        (0.145, "15 in every 100"),
        (0.0, "0 in every 100"),
        (0.004, "less than 1 in every 100"),
        (0.997, "more than 99 in every 100"),
        (1.0, "100 in every 100"),
    ],
)
def test_share_is_so_many_in_every_hundred_and_never_none_or_all_by_rounding(share: float, said: str) -> None:
    assert breakable(in_every(share)) == said


def test_percent() -> None:
    assert [percent(share) for share in (0.23, 0.002, 0.999, 0, 1)] == [
        "23%",
        "less than 1%",
        "more than 99%",
        "0%",
        "100%",
    ]


def test_rare_things_are_told_on_their_own_base() -> None:
    assert breakable(in_every(0.0044, 1000)) == "4 in every 1,000"
    assert breakable(telling(replace(REVIEWS, per=1000)).difference(0.0044)) == "4 in 1,000 more"


@pytest.mark.parametrize(
    ("measure", "value", "said"),
    [
        (REVIEWS, 0.064, "6 in 100 more"),
        (REVIEWS, -0.064, "6 in 100 fewer"),
        (REVIEWS, 0.004, "less than 1 in 100 more"),
        (REVIEWS, 0.0, "no change"),
        (VISITS, -12.4, "12 in 1,000 fewer"),
        (VISITS, 0.2, "less than 1 in 1,000 more"),
        (WAIT, -2.0, "2 days fewer"),
        (WAIT, 1.2, "1 day more"),
        (WAIT, 0.3, "less than 1 day more"),
        (SCORE, 0.42, "0.4 higher"),
        (SCORE, -0.01, "less than 0.1 lower"),
    ],
)
def test_differences(measure: Measure, value: float, said: str) -> None:
    assert breakable(telling(measure).difference(value)) == said


def test_about_is_not_said_of_less_than_one() -> None:
    assert breakable(telling(REVIEWS).about(0.06)) == "about 6 in 100 more"
    assert breakable(telling(REVIEWS).about(0.004)) == "less than 1 in 100 more"


@pytest.mark.parametrize(
    ("measure", "low", "high", "said"),
    [
        (REVIEWS, 0.01, 0.11, "1 to 11 more"),
        (REVIEWS, -0.11, -0.01, "1 to 11 fewer"),
        (REVIEWS, -0.03, 0.09, "3 in 100 fewer to 9 in 100 more"),
        (REVIEWS, -0.004, 0.06, "less than 1 in 100 fewer to 6 in 100 more"),
        (REVIEWS, 0.004, 0.06, "less than 1 to 6 more"),
        (REVIEWS, 0.0, 0.06, "no change to 6 in 100 more"),
        (REVIEWS, 0.056, 0.064, "6 in 100 more"),
        (REVIEWS, 0.0, 0.0, "no change"),
        (VISITS, -30.0, -2.0, "2 to 30 fewer"),
        (WAIT, -3.0, -1.0, "1 to 3 days fewer"),
        (WAIT, -3.0, 1.0, "3 days fewer to 1 day more"),
        (SCORE, 0.2, 0.61, "0.2 to 0.6 higher"),
    ],
)
def test_ranges(measure: Measure, low: float, high: float, said: str) -> None:
    assert breakable(telling(measure).range(low, high)) == said


def test_levels() -> None:
    levels = [
        telling(REVIEWS).level(0.74),
        telling(VISITS).level(412.3),
        telling(VISITS).level(0.2),
        telling(WAIT).level(12.4),
    ]
    assert [breakable(level) for level in levels] == [
        "74 in every 100", "412 in every 1,000", "less than 1 in every 1,000", "12 days",
    ]  # fmt: skip


def test_result_may_say_another_unit_than_the_measure() -> None:
    assert breakable(telling(WAIT, Unit.SHARE).difference(0.06)) == "6 in 100 more"


@pytest.mark.parametrize(
    ("many", "said"), [(3.4, "3"), (12, "10"), (13, "15"), (41, "40"), (137, "140"), (1437, "1,400"), (21234, "21,000")]
)
def test_people_are_rounded_to_what_an_estimate_can_carry(many: float, said: str) -> None:
    assert about(many) == said


def test_counts_agree_with_their_noun() -> None:
    assert [breakable(counted(many, "note")) for many in (0, 1, 2, 1200)] == [
        "no notes",
        "1 note",
        "2 notes",
        "1,200 notes",
    ]
    assert breakable(counted(0, "family", "families")) == "no families"


@given(some.floats(-1, 1, allow_subnormal=False))
def test_difference_that_is_not_nothing_never_reads_as_nothing(value: float) -> None:
    said = breakable(telling(REVIEWS).difference(value))
    assert (said == "no change") is (value == 0)
    assert not said.startswith("0 ")
    assert value == 0 or said.endswith("more" if value > 0 else "fewer")


@given(some.floats(-1, 1), some.floats(-1, 1))
def test_range_says_both_directions_exactly_where_it_holds_both(one: float, other: float) -> None:
    low, high = sorted((one, other))
    said = telling(REVIEWS).range(low, high)
    assert ("more" in said and "fewer" in said) is (low < 0 < high)
    assert hold(breakable(said)) == hold(said)
