"""Windows that share no time."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.assemble.apart import apart, overlap
from evaluation.model.places import Period, PeriodKind, add_months


def window(first: int, years: int = 3) -> Period:
    return Period(date(first, 9, 1), date(first + years, 9, 1), PeriodKind.ROLLING)


# The eight windows of the child measurement programme's small areas: 2008/09 to 2010/11 and so on.
EIGHT = [window(year) for year in range(2008, 2016)]


@pytest.mark.parametrize(
    ("start", "kept"),
    [
        (2008, [2008, 2011, 2014]),
        (2011, [2008, 2011, 2014]),
        (2012, [2009, 2012, 2015]),
        (2013, [2010, 2013]),  # nothing ends by 2010, and nothing begins from 2016 on
        (2014, [2008, 2011, 2014]),
        (2018, [2009, 2012, 2015]),
    ],
)
def test_of_eight_windows_of_three_years_three_at_most_stand_apart(start: int, kept: list[int]) -> None:
    assert [period.start.year for period in apart(EIGHT, date(start, 9, 1))] == kept


def test_a_window_that_holds_the_start_is_of_neither_side() -> None:
    assert apart([window(2010)], date(2011, 9, 1)) == ()


def test_periods_that_follow_one_another_all_stay() -> None:
    years = [window(year, 1) for year in range(2010, 2020)]
    assert list(apart(years, date(2015, 9, 1))) == years
    assert not overlap(years)
    assert overlap(EIGHT)


windows = st.lists(
    st.builds(
        lambda first, months: Period(
            add_months(date(2010, 1, 1), first), add_months(date(2010, 1, 1), first + months), PeriodKind.ROLLING
        ),
        st.integers(0, 60),
        st.integers(1, 24),
    ),
    max_size=9,
    unique=True,
)


@given(periods=windows, at=st.integers(0, 60))
def test_no_other_choice_keeps_more_and_none_shares_time(periods: list[Period], at: int) -> None:
    start = add_months(date(2010, 1, 1), at)
    kept = apart(periods, start)
    assert list(kept) == sorted(kept)
    assert not any(one.overlaps(other) for one, other in combinations(kept, 2))
    allowed = [period for period in periods if not period.start < start < period.end]
    more = combinations(allowed, len(kept) + 1)
    assert all(any(one.overlaps(other) for one, other in combinations(each, 2)) for each in more)
