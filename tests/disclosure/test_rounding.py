"""Rounding to the nearest 5."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from evaluation.disclosure.rounding import behind_rounding, round_table, rounded
from evaluation.disclosure.rule import PROFILES, protect
from evaluation.model.release import HIDDEN, Cell, Column, ColumnKind, Table

ROUND_TO_5 = PROFILES["round-to-5"]
COLUMNS = (
    Column("area"),
    Column("on time", ColumnKind.COUNT),
    Column("out of", ColumnKind.OUT_OF),
    Column("share", ColumnKind.DERIVED),
    Column("index", ColumnKind.NUMBER),
)


def rounded_row(*cells: Cell) -> tuple[Cell, ...]:
    return protect(Table(COLUMNS, (cells,)), ROUND_TO_5)[0].rows[0]


def test_counts_go_to_the_nearest_five_and_halves_upwards() -> None:
    assert [rounded(count, 5) for count in (0, 1, 2, 3, 7, 8, 12, 13)] == [0, 0, 0, 5, 5, 10, 10, 15]
    assert [rounded(count, 10) for count in (4, 5, 14, 15, 2.5)] == [0, 10, 10, 20, 0]
    assert rounded(2.5, 5) == 5


@given(some.integers(0, 500), some.integers(5, 25))
def test_what_stands_behind_a_rounded_count_is_all_that_is_rounded_to_it(count: int, base: int) -> None:
    low, high = behind_rounding(rounded(count, base), base)
    assert low <= count <= high
    everything = [other for other in range(600) if rounded(other, base) == rounded(count, base)]
    assert (low, high) == (everything[0], everything[-1])


def test_a_share_is_made_again_of_the_rounded_counts() -> None:
    assert rounded_row("Marsh End", 33, 91, 33 / 91, 1.0) == ("Marsh End", 35, 90, 35 / 90, 1.0)
    assert rounded_row("Marsh End", 33, 91, 100 * 33 / 91, 1.0) == ("Marsh End", 35, 90, 100 * (35 / 90), 1.0)


def test_small_counts_are_rounded_not_hidden() -> None:
    assert rounded_row("Marsh End", 2, 91, 2 / 91, 1.0) == ("Marsh End", 0, 90, 0.0, 1.0)


def test_a_derived_figure_that_cannot_be_made_again_is_hidden() -> None:
    assert rounded_row("Marsh End", 33, 91, 0.45, 1.0) == ("Marsh End", 35, 90, HIDDEN, 1.0)
    assert rounded_row("Marsh End", 1, 2, 0.5, 1.0) == ("Marsh End", 0, 0, HIDDEN, 1.0)
    assert rounded_row("Marsh End", HIDDEN, 91, 0.5, 1.0) == ("Marsh End", HIDDEN, 90, HIDDEN, 1.0)
    assert rounded_row("Marsh End", None, 91, 0.5, 1.0) == ("Marsh End", None, 90, HIDDEN, 1.0)


def test_a_published_figure_without_counts_stays() -> None:
    assert rounded_row("Marsh End", None, None, 0.5, 1.0) == ("Marsh End", None, None, 0.5, 1.0)


counts = some.one_of(some.none(), some.just(HIDDEN), some.integers(0, 400))
rows = some.tuples(
    some.text(max_size=5), counts, counts, some.one_of(some.none(), some.floats(0, 1)), some.floats(0, 9)
)


@given(some.lists(rows, max_size=4).map(lambda found: Table(COLUMNS, tuple(found))))
def test_every_count_is_a_multiple_and_rounding_twice_changes_nothing(table: Table) -> None:
    once = round_table(table, 5)
    assert all(cell % 5 == 0 for row in once.rows for cell in row[1:3] if isinstance(cell, int | float))
    assert round_table(once, 5) == once
