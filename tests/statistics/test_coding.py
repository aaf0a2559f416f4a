"""Columns of any kind are coded alike, however a frame keeps them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest

from evaluation.statistics import Panel
from evaluation.statistics.coding import coded

AREAS = ["E03", "E01", "E02", "E01", "E03", "E02"]


class Plain:
    """A column that knows nothing but how to become an array."""

    def __init__(self, cells: Any) -> None:
        self.cells = np.asarray(cells)
        self.dtype = self.cells.dtype

    def __len__(self) -> int:
        return len(self.cells)

    def to_numpy(self) -> np.ndarray:
        return self.cells


class PlainFrame(dict[str, Plain]):
    """Columns by name, as from any other frame library."""

    @property
    def columns(self) -> list[str]:
        return list(self)


def read(column: Any) -> list[Any]:
    """The cells, put together again from their codes."""
    distinct, codes = coded(column)
    assert codes.dtype == np.intp
    assert len(distinct) == len(set(distinct))
    return [distinct[code] for code in codes]


@pytest.mark.parametrize("dtype", ["str", "object", "category", "string", "string[python]"])
def test_text_is_read_however_it_is_kept(dtype: str) -> None:
    assert read(pd.Series(AREAS, dtype=dtype)) == AREAS
    holed = pd.Series([*AREAS, None], dtype=dtype)
    assert read(holed) == [*AREAS, None]


@pytest.mark.parametrize("dtype", ["int8", "int32", "int64", "uint8", "uint64", "Int64"])
@pytest.mark.parametrize("cells", [[3, 1, 2, 1], [100, 0, 7, 7], [5, 5, 5, 5]])
def test_whole_numbers_are_read_whatever_their_width(dtype: str, cells: list[int]) -> None:
    assert read(pd.Series(cells, dtype=dtype)) == cells
    assert read(Plain(np.array(cells))) == cells


@pytest.mark.parametrize("cells", [[-128, 127, 0], [2**62, -(2**62), 0], [10**12, 1, 5]])
def test_whole_numbers_far_apart_are_read(cells: list[int]) -> None:
    assert read(pd.Series(cells)) == cells
    assert read(Plain(cells)) == cells


def test_whole_numbers_beyond_64_bits_with_sign_are_read() -> None:
    assert read(pd.Series([2**64 - 1, 2**64 - 2], dtype="uint64")) == [2**64 - 1, 2**64 - 2]


def test_nulls_of_every_kind_are_nothing() -> None:
    assert read(pd.Series([1.5, np.nan, 2.5])) == [1.5, None, 2.5]
    assert read(Plain([1.5, np.nan, 2.5])) == [1.5, None, 2.5]
    assert read(pd.Series([1, None, 2], dtype="Int64")) == [1, None, 2]
    assert read(pd.Series(["a", None, float("nan"), pd.NA], dtype=object)) == ["a", None, None, None]
    assert read(pd.Series([None, None])) == [None, None]


def test_days_are_read_as_dates_and_times() -> None:
    days = [datetime(2024, 1, 1), datetime(2024, 2, 1)]  # noqa: DTZ001 - periods have no time zone
    assert read(pd.Series(days)) == days
    assert read(Plain(np.array(days, dtype="datetime64[ns]"))) == days
    assert read(pd.Series([date(2024, 1, 1)], dtype=object)) == [date(2024, 1, 1)]
    assert read(pd.Series([days[0], pd.NaT])) == [days[0], None]


@pytest.mark.parametrize("order", ["as it is", "reversed", "shuffled", "without a row"])
@pytest.mark.parametrize("kind", ["int64", "str", "category", "object"])
def test_a_panel_hangs_on_neither_the_order_of_rows_nor_the_kind_of_code(order: str, kind: str) -> None:
    area, period = np.divmod(np.arange(60), 5)
    rows = {"area": area, "period": period, "start": np.where(area < 3, 2.0, np.nan), "value": np.arange(60.0)}
    whole = pd.DataFrame(rows).astype({"area": "str"}).astype({"area": kind})
    taken = {
        "as it is": np.arange(60),
        "reversed": np.arange(60)[::-1],
        "shuffled": np.random.default_rng(1).permutation(60),
        "without a row": np.delete(np.arange(60), 17),
    }[order]
    frame = whole.iloc[taken]
    panel = Panel.from_frame(frame)
    plain = Panel.from_frame(PlainFrame({name: Plain(frame[name].to_numpy()) for name in frame.columns}))
    assert panel == plain
    names = sorted(map(str, range(12)))
    at = {name: place for place, name in enumerate(names)}
    expected = np.full((12, 5), np.nan)
    for row in taken:
        expected[at[str(area[row])], period[row]] = row
    assert panel.areas == tuple(names)
    assert np.array_equal(panel.values, expected, equal_nan=True)
    assert [name for name, is_test in zip(names, panel.is_test, strict=True) if is_test] == ["0", "1", "2"]


def test_a_panel_of_a_frame_in_order_does_not_share_its_memory() -> None:
    frame = pd.DataFrame({"area": ["a", "a", "b", "b"], "period": [1, 2, 1, 2], "start": None, "value": [1.0, 2, 3, 4]})
    panel = Panel.from_frame(frame)
    frame.loc[0, "value"] = 99.0
    assert panel.values[0, 0] == 1
