from __future__ import annotations

from collections.abc import Mapping

import pytest

from evaluation.measures.deciding import decided
from evaluation.measures.tables import Table
from evaluation.measures.unreadable import Unreadable
from evaluation.model.measure import Find, Scale
from evaluation.model.places import PeriodKind
from tests.measures.conftest import measure

MEASURE = measure("seen", Scale.RATE, PeriodKind.CALENDAR_YEAR)
APART: Mapping[str, str | None] = {"Sex": "Persons", "Age": None}


def table(*rows: tuple[str, ...]) -> Table:
    return Table(("Name", "Sex", "Age"), lambda: iter(enumerate(rows, 2)))


def filters(*rows: tuple[str, ...], **declared: str | tuple[str, ...]) -> dict[str, object]:
    ((_, find),) = decided(table(*rows), [(MEASURE, Find("any", declared))], APART)
    return dict(find.filters)


def test_what_goes_without_saying_is_taken_where_it_is_there() -> None:
    assert filters(("a", "persons ", "5"), ("a", "Male", "6"))["Sex"] == "Persons"


def test_what_stands_alone_is_taken() -> None:
    assert filters(("a", "Female", "5"), Name="a") == {"Name": "a", "Sex": "Female", "Age": "5"}


def test_columns_are_settled_in_order_so_that_rows_left_out_leave_no_doubt() -> None:
    assert filters(("a", "Persons", "5"), ("a", "Male", "6"))["Age"] == "5"


def test_what_is_declared_is_never_changed() -> None:
    assert filters(("a", "Persons", "5"), ("a", "Male", "6"), sex="Male", AGE=("5", "6")) == {
        "sex": "Male", "AGE": ("5", "6"),
    }  # fmt: skip


def test_a_measure_that_is_not_in_the_file_is_left_as_it_is() -> None:
    assert filters(("a", "Persons", "5"), Name="b") == {"Name": "b"}


def test_short_rows_count_as_blank() -> None:
    assert filters(("a", "Persons")) == {"Sex": "Persons", "Age": ""}


def test_several_are_named_for_each_measure_at_once_and_not_endlessly() -> None:
    many = [("a", "Persons", str(age)) for age in range(30)]
    found = [(MEASURE, Find("any", {"Name": "a"})), (MEASURE, Find("any", {"Name": "b"}))]
    with pytest.raises(Unreadable) as unreadable:
        decided(table(*many, ("b", "Male", "1"), ("b", "Female", "1")), found, APART)
    assert unreadable.value.code == "ambiguous-rows"
    assert unreadable.value.what.count("For seen the column") == 2
    assert "and 18 more" in unreadable.value.what


def test_a_column_that_is_not_there_is_passed_over() -> None:
    bare = Table(("Name",), lambda: iter([(2, ("a",))]))
    ((_, find),) = decided(bare, [(MEASURE, Find("any", {"Name": "a"}))], APART)
    assert dict(find.filters) == {"Name": "a"}
