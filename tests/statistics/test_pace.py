from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics.pace import pace


def test_the_slope_there_is_is_that_of_the_least_squares_line() -> None:
    years, levels = [2021.0, 2022.0, 2023.0, 2024.0, 2025.0], [0.61, 0.65, 0.64, 0.68, 0.69]
    found = pace(years, levels, target=0.75, by=2028)
    assert found is not None
    assert found.there_is == pytest.approx(np.polyfit(years, levels, 1)[0])
    assert found.needed == pytest.approx(0.02)
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.there_is < found.high


def test_the_range_is_that_of_an_ordinary_regression() -> None:
    """Against statsmodels: the slope's interval of `OLS(levels ~ years)`."""
    import statsmodels.api as sm  # noqa: PLC0415 - slow to load

    years, levels = [2021.0, 2022.0, 2023.0, 2024.0], [0.61, 0.65, 0.64, 0.68]
    found = pace(years, levels, target=0.75, by=2028)
    low, high = sm.OLS(levels, sm.add_constant(years)).fit().conf_int()[1]
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high))


def test_three_figures_have_a_slope_and_no_range() -> None:
    found = pace([2023, 2024, 2025], [0.6, 0.62, 0.61], target=0.75, by=2028)
    assert found is not None
    assert found.low is None


def test_two_figures_or_no_time_left_say_nothing() -> None:
    assert pace([2024, 2025], [0.6, 0.61], target=0.75, by=2028) is None
    assert pace([2023, 2024, 2025], [0.6, 0.62, 0.61], target=0.75, by=2025) is None
