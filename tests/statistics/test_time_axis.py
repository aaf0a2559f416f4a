"""Labels tell how far apart periods lie, and where in the year."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics.time_axis import time_axis


@pytest.mark.parametrize(
    ("periods", "apart", "a_year"),
    [
        (["2023-11", "2023-12", "2024-02"], [1, 2], 12),
        (["202311", "202312", "202402"], [1, 2], 12),
        (["2023-11-01", "2023-12-01", "2024-02-01"], [1, 2], 12),
        (["2023-Q3", "2023-Q4", "2024-Q2"], [1, 2], 4),
        (["2024-01-01", "2024-01-08", "2024-01-22"], [1, 2], 365.2425 / 7),
        (["1", "2", "4"], [1, 2], None),
        (["2013", "2014", "2016"], [1, 2], None),
        (["201213", "201314", "201516"], [1, 2], None),
        (["201011", "201112", "201213"], [1, 1], None),
        (["2010-11", "2011-12", "2012-13"], [1, 1], None),
        (["2010/11", "2011/12", "2013/14"], [1, 2], None),
        (["early", "late", "later"], [1, 1], None),
        (["5"], [], None),
    ],
)
def test_periods_keep_their_distance_where_labels_tell_it(
    periods: list[str], apart: list[float], a_year: float | None
) -> None:
    axis = time_axis(periods, None)
    assert np.diff(axis.at).tolist() == apart
    if a_year is None:
        assert axis.year is None
    else:
        assert axis.year is not None
        assert axis.year == pytest.approx(axis.at / a_year)


def test_a_number_of_seasons_said_stands_above_the_labels() -> None:
    assert time_axis(["a", "b", "c"], 4).year == pytest.approx([0, 0.25, 0.5])


def test_a_missing_school_year_leaves_its_gap() -> None:
    axis = time_axis(("2017-18", "2018-19", "2021-22"), None)
    assert (axis.at.tolist(), axis.year) == ([2017, 2018, 2021], None)
