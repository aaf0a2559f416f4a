"""Frames and matrices become panels, or say what is wrong with them."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from evaluation.model.measure import Scale
from evaluation.problems import UsageError
from evaluation.statistics import Panel


def frame(**columns: Any) -> pd.DataFrame:
    """Two areas over two years; the first starts in the second."""
    rows: dict[str, Any] = {
        "area": ["b", "b", "a", "a"],
        "period": [2020, 2021, 2020, 2021],
        "start": [2021, 2021, None, None],
        "numerator": [1, 2, 3, 4],
        "denominator": [10, 10, 20, 20],
    }
    return pd.DataFrame(rows | columns)


def test_areas_and_periods_are_sorted_and_counts_make_shares() -> None:
    panel = Panel.from_frame(frame())
    assert (panel.areas, panel.periods) == (("a", "b"), ("2020", "2021"))
    assert panel.starts.tolist() == [-1, 1]
    assert panel.scale is Scale.PROPORTION
    assert panel.values.tolist() == [[0.15, 0.2], [0.1, 0.2]]


@pytest.mark.parametrize(
    ("period", "start", "labels"),
    [
        (["2020/21", "2021/22"], "2021/22", ("2020/21", "2021/22")),
        (list(pd.to_datetime(["2024-01-01", "2024-02-01"])), pd.Timestamp("2024-02-01"), ("2024-01-01", "2024-02-01")),
        (list(pd.period_range("2024-01", "2024-02", freq="M")), pd.Period("2024-02", "M"), ("2024-01", "2024-02")),
        ([1.5, 2.5], 2.0, ("1.5", "2.5")),
    ],
)
def test_periods_may_be_of_any_kind_that_sorts(period: list[Any], start: Any, labels: tuple[str, ...]) -> None:
    panel = Panel.from_frame(frame(period=period * 2, start=[start, start, None, None]))
    assert panel.periods == labels
    assert panel.starts.tolist() == [-1, 1]


@pytest.mark.parametrize(("start", "index"), [(1990, 0), (2020, 0), (2021, 1), (2050, 2)])
def test_a_start_may_lie_outside_the_periods(start: int, index: int) -> None:
    assert Panel.from_frame(frame(start=[start, start, None, None])).starts.tolist() == [-1, index]


def test_a_missing_row_and_a_missing_count_are_gaps_not_zeros() -> None:
    panel = Panel.from_frame(frame(numerator=[1, None, 3, 4]).iloc[:3])
    assert np.isnan(panel.values).tolist() == [[False, True], [False, True]]


def test_nobody_counted_is_no_share() -> None:
    panel = Panel.from_frame(frame(numerator=[0, 2, 3, 4], denominator=[0, 10, 20, 20]))
    assert np.isnan(panel.values[1, 0])


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"period": [2020, 2020, 2020, 2021]}, "Area b has two rows for period 2020."),
        ({"period": [2020, "x", 2020, 2021]}, "mixes kinds that have no order"),
        ({"start": ["2021", "2021", None, None]}, "must be of one kind"),
        ({"start": [2021, None, None, None]}, "Area b has more than one start."),
        ({"numerator": [11, 2, 3, 4]}, "A numerator is larger than its denominator."),
        ({"numerator": [-1, 2, 3, 4]}, "A count cannot be below zero."),
        ({"numerator": ["c", 2, 3, 4]}, "The column numerator holds something that is not a number."),
        ({"numerator": [np.inf, 2, 3, 4]}, "The column numerator holds an infinite number."),
        ({"area": ["b", "b", None, "a"]}, "A row has nothing in the column area."),
    ],
)
def test_a_frame_that_cannot_be_a_panel_says_why(columns: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        Panel.from_frame(frame(**columns))


@pytest.mark.parametrize("name", ["area", "period", "start", "numerator", "denominator"])
def test_a_missing_column_is_named(name: str) -> None:
    with pytest.raises(UsageError, match=f"no column {name}"):
        Panel.from_frame(frame().drop(columns=name))


def test_rates_may_have_more_events_than_people() -> None:
    panel = Panel.from_frame(frame(numerator=[15, 2, 3, 4]), scale="rate")
    assert panel.values[1, 0] == 1.5


def test_published_percentages_are_held_as_shares() -> None:
    values = frame(value=[12.0, 13.0, 14.0, 15.0]).drop(columns=["numerator", "denominator"])
    assert Panel.from_frame(values).scale is Scale.MEAN
    with pytest.raises(UsageError, match="divide them by 100"):
        Panel.from_frame(values, scale="published_percentage")


def test_there_is_no_other_scale() -> None:
    with pytest.raises(UsageError, match="There is no scale percent; there are proportion"):
        Panel.from_frame(frame(), scale="percent")


def test_covariates_say_one_thing_an_area() -> None:
    panel = Panel.from_frame(frame(level=[7, 7, 5, 5]), covariates=["level"])
    assert panel.covariates["level"].tolist() == [5, 7]
    with pytest.raises(UsageError, match="The covariate level changes within area b"):
        Panel.from_frame(frame(level=[7, 8, 5, 5]), covariates=["level"])


def test_groups_are_panels_of_their_own_and_add_up() -> None:
    both = pd.concat([frame(group="free school meals"), frame(group="other", numerator=[5, 6, 7, 8])])
    panel = Panel.from_frame(both)
    assert sorted(panel.groups) == ["free school meals", "other"]
    assert panel.groups["other"].numerators is not None
    assert panel.numerators is not None
    assert panel.numerators.tolist() == [[10, 12], [6, 8]]


def test_equal_by_value_picklable_and_not_to_be_written() -> None:
    panel = Panel.from_frame(frame(numerator=[1, None, 3, 4]))
    again = Panel.from_frame(frame(numerator=[1, None, 3, 4]))
    assert panel == again
    assert hash(panel) == hash(again)
    assert pickle.loads(pickle.dumps(panel)) == panel
    with pytest.raises(ValueError, match="read-only"):
        panel.values[0, 0] = 1


@pytest.mark.parametrize(
    "change",
    [
        {"periods": ("2020", "2022")},
        {"starts": np.array([-1, 0])},
        {"scale": Scale.RATE},
        {"breaks": ("2021",)},
        {"overlapping": ("2021",)},
        {"boundary_changes": (("a", "2021"),)},
        {"covariates": {"level": np.array([1.0, 2.0])}},
        {"weights": np.ones((2, 2))},
    ],
)
def test_every_part_counts_in_the_digest(change: dict[str, Any]) -> None:
    panel = Panel.from_frame(frame())
    assert replace(panel, **change).digest != panel.digest


def test_matrices_must_fit_their_areas_and_periods() -> None:
    with pytest.raises(UsageError, match="values has the shape"):
        Panel.from_matrix(areas=["a"], periods=["1"], starts=[None], values=[[1.0, 2.0]])
    with pytest.raises(UsageError, match="A rate needs numerators"):
        Panel.from_matrix(areas=["a"], periods=["1"], starts=[None], values=[[1.0]], scale="rate")


def test_a_frame_without_rows_is_a_panel_without_areas() -> None:
    panel = Panel.from_frame(frame().iloc[:0])
    assert (panel.areas, panel.periods, panel.values.shape) == ((), (), (0, 0))


def test_sums_of_a_mean_are_no_events_and_say_how_much_an_area_counts() -> None:
    days, visits = np.array([[30.0, 45.0]]), np.array([[10.0, 15.0]])
    panel = Panel.from_matrix(
        areas=["a"], periods=["1", "2"], starts=[1], numerators=days, denominators=visits, scale=Scale.MEAN
    )
    assert panel.values.tolist() == [[3.0, 3.0]]
    assert not panel.has_counts
    assert panel.weights is not None
    assert panel.weights.tolist() == visits.tolist()


def test_areas_are_told_by_name_in_the_order_of_the_panel() -> None:
    panel = Panel.from_frame(frame())
    assert panel.among(["b", "elsewhere"]).tolist() == [False, True]
    assert panel.take(panel.among(["b"])).areas == ("b",)
    assert panel.among(()).tolist() == [False, False]
