"""The quick way of reading many rows says what the row reader says, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.measures import columns as room
from evaluation.measures.finding import Layout, Spot
from evaluation.measures.reading import Reading
from evaluation.measures.rows import RowReader
from evaluation.model.framework import Framework
from tests.measures.conftest import Read

HEADING = ("measure", "area", "period", "numerator", "denominator", "value", "status", "symbol", "group")
CHOICES: dict[str, tuple[str, ...]] = {
    "measure": ("gld", "good-level", "on-time", "injuries", "score", "obesity", "GLD ", "weight", ""),
    "area": ("X01", "X02", " X01", "X99", "", "Marsh End"),
    "period": ("2018/19", "2019/20", "2018-04", "2019 (prov)", "2019", "2018/20", "", "Apr 2019"),
    "numerator": ("30", "0", "3.5", "c", "", "-1", "41", "1,200", "x1", "1e308", "nan", "12%", "."),
    "denominator": ("40", "0", "40.0", "z", "", "-40", "2000", "1e-308", "=A1"),
    "value": ("0.5", "50%", "", "12", "-3", "k", "1_0"),
    "status": ("", "", "reported", "provisional", "suppressed", "guessed"),
    "symbol": ("", "", "p", "u", "c", "?"),
    "group": ("", "girls", " girls "),
}
ROWS = st.lists(st.tuples(*(st.sampled_from(CHOICES[name]) for name in HEADING)), min_size=1, max_size=40)
WIDTHS = st.lists(st.integers(-2, 2), max_size=4)


def written(rows: Iterable[Iterable[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerows([HEADING, *rows])
    return stream.getvalue()


def both_ways(read: Read, text: str) -> tuple[Reading, Reading]:
    """Quick wherever it can be, and row by row throughout."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "TOO_FEW", 0)
        quick = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "TOO_FEW", 1_000_000)
        return quick, read(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=ROWS, widths=WIDTHS)
def test_both_ways_say_the_same_of_any_rows(read: Read, rows: list[tuple[str, ...]], widths: list[int]) -> None:
    uneven = [
        row[: len(row) + change] if change < 0 else (*row, *["", "more"][:change])
        for row, change in zip(rows, [*widths, *[0] * len(rows)], strict=False)
    ]
    quick, slow = both_ways(read, written(uneven))
    assert quick == slow
    assert quick.rows_used + quick.rows_filtered + quick.rows_refused == quick.rows_read


def test_plain_rows_take_the_quick_way(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("gld", "X01", f"{year}/{year % 100 + 1:02d}", "30", "40", "", "", "", "") for year in range(2000, 2020)]
    monkeypatch.setattr(RowReader, "read", None)
    assert len(read(written(rows)).figures) == 20


def test_one_odd_row_leaves_the_others_the_quick_way(read: Read) -> None:
    rows = [("gld", "X01", f"{year}/{year % 100 + 1:02d}", "30", "40", "", "", "", "") for year in range(2000, 2020)]
    rows[7] = ("gld", "X01", "2007/08", "50", "40", "", "", "", "")
    quick, slow = both_ways(read, written(rows))
    assert quick == slow
    assert (quick.rows_used, quick.rows_refused) == (19, 1)


def test_the_quick_way_knows_everything_a_measure_may_declare() -> None:
    """A new field here is a new thing to read: teach it to `columns` too, then add it here."""
    assert {field.name for field in fields(Spot)} == {
        "measure", "values_as", "area", "period", "numerator", "denominator", "value", "note", "status", "group",
        "symbol", "when", "lone_year",
    }  # fmt: skip
    assert {field.name for field in fields(Layout)} == {"names_measures", "by_filters", "unfound"}


def test_a_file_on_disk_is_read_as_its_bytes_are(read: Read, tmp_path: Path, framework: Framework) -> None:
    from evaluation.measures.reading import read_file  # noqa: PLC0415 - the fixture `read` takes no path

    rows = [
        ("gld", "X01", "2018/19", "30", "40", "", "", "", "caf\u00e9"),
        ("gld", "X02", "2018/19", "1", "4", *[""] * 4),
    ]
    shares: list[float] = []
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path = tmp_path / "figures.csv"
        path.write_bytes(written(rows).encode(encoding))
        there = read_file(
            path.name, path, framework, areas=frozenset({"X01", "X02"}), progress=lambda _, share: shares.append(share)
        )
        assert there == read(path.read_bytes())
    assert len(shares) == 4
    assert all(0 < share <= 1 for share in shares)
