from __future__ import annotations

import pytest

from evaluation.measures.tables import Table, fold
from evaluation.measures.unreadable import Unreadable


def table(*header: str) -> Table:
    return Table(header, lambda: iter(()))


@pytest.mark.parametrize("text", ["Value note", " value  NOTE ", "Value\nnote", "value\r\nnote"])
def test_padding_broken_lines_and_case_make_no_difference(text: str) -> None:
    assert fold(text) == "value note"


def test_a_column_is_found_by_its_heading_however_that_is_written() -> None:
    assert table("Area", "Value\nNote").column("value note") == 1
    assert table("Area", "", "Value").headings == {"area", "value"}


def test_a_column_that_stands_twice_has_two_places_and_is_not_chosen_between() -> None:
    double = table("Value", "Area", "value")
    assert list(double.places("VALUE")) == [0, 2]
    with pytest.raises(Unreadable, match='Two columns are headed "value"'):
        double.column("value")


def test_a_column_that_is_not_there_is_said_with_the_near_match() -> None:
    with pytest.raises(Unreadable) as missing:
        table("Area", "Valeu").column("Value")
    assert missing.value.near == "Valeu"
