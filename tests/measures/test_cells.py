from __future__ import annotations

import pytest

from evaluation.measures.cells import Gap, Number, read_cell
from evaluation.measures.unreadable import Unreadable
from evaluation.model.observations import WITH_FIGURE, Status


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        (" 12 ", 12.0),
        ("1,234", 1234.0),
        ("1,234,567.5", 1234567.5),
        ("-3", -3.0),
        ("\N{MINUS SIGN}3", -3.0),
        ("89.80000305", 89.80000305),
        ("9.23290978024279", 9.23290978024279),
        ("1e-05", 1e-05),
    ],
)
def test_numbers_keep_every_digit_a_spreadsheet_keeps(text: str, value: float) -> None:
    assert read_cell(text) == Number(value)


@pytest.mark.parametrize(
    ("stored", "published"),
    [
        ("90.19999999999999", 90.2),
        ("71.400000000000006", 71.4),
        ("0.10000000000000001", 0.1),
        ("5.5999999999999996", 5.6),
    ],
)
def test_digits_that_come_of_storing_a_decimal_in_binary_are_taken_off(stored: str, published: float) -> None:
    assert read_cell(stored) == Number(published)


def test_percent_sign_is_noticed_and_changes_nothing_yet() -> None:
    assert read_cell("12.5%") == Number(12.5, percent=True)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", Status.MISSING),
        (" ", Status.MISSING),
        (".", Status.MISSING),
        ("NA", Status.MISSING),
        ("NULL", Status.MISSING),
        ("z", Status.NOT_APPLICABLE),
        ("x", Status.UNAVAILABLE),
        ("u", Status.UNAVAILABLE),
        ("..", Status.UNAVAILABLE),
        ("-", Status.UNAVAILABLE),
        ("c", Status.SUPPRESSED),
        ("[c]", Status.SUPPRESSED),
        ("k", Status.SUPPRESSED),
        ("s", Status.SUPPRESSED),
        ("*", Status.SUPPRESSED),
        ("<5", Status.SUPPRESSED),
        ("< 5", Status.SUPPRESSED),
        ("\u22645", Status.SUPPRESSED),
        (">95%", Status.SUPPRESSED),
        ("fewer than 5", Status.SUPPRESSED),
        ("1 to 4", Status.SUPPRESSED),
        ("0-5", Status.SUPPRESSED),
        ("[low]", Status.LOW),
        ("[x]", Status.UNAVAILABLE),
        (":", Status.UNAVAILABLE),
        ("\u2013", Status.UNAVAILABLE),
        ("SUPP", Status.SUPPRESSED),
        ("suppressed", Status.SUPPRESSED),
        ("n/a", Status.MISSING),
        ("low", Status.LOW),
    ],
)
def test_suppressed_or_missing_cell_is_not_zero_and_keeps_its_symbol(text: str, status: Status) -> None:
    assert read_cell(text) == Gap(status, text.strip())
    assert status not in WITH_FIGURE


@pytest.mark.parametrize(
    "text",
    [
        "twelve",
        "12,5",
        "1,23,456",
        "nan",
        "inf",
        "1e999",
        "1_000",
        "\u0661\u0662",
        "12 13",
        "%",
        "1.2.3",
        "+",
        "2018-19",
        "12-13",
        "[12",
    ],
)
def test_what_is_not_surely_a_number_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_cell(text)
    assert refused.value.code == "bad-number"


def test_formula_is_not_taken_for_its_result() -> None:
    with pytest.raises(Unreadable) as refused:
        read_cell("=SUM(E2:E9)")
    assert refused.value.code == "uncalculated-formula"
