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
        ("90.19999999999999", 90.19999999999999),
        ("1e-05", 1e-05),
    ],
)
def test_numbers_keep_every_digit_they_came_with(text: str, value: float) -> None:
    assert read_cell(text) == Number(value)


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
        ("low", Status.LOW),
    ],
)
def test_suppressed_or_missing_cell_is_not_zero_and_keeps_its_symbol(text: str, status: Status) -> None:
    assert read_cell(text) == Gap(status, text.strip())
    assert status not in WITH_FIGURE


@pytest.mark.parametrize(
    "text", ["twelve", "12,5", "1,23,456", "nan", "inf", "1e999", "1_000", "\u0661\u0662", "12 13", "%", "1.2.3", "+"]
)
def test_what_is_not_surely_a_number_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_cell(text)
    assert refused.value.code == "bad-number"


def test_formula_is_not_taken_for_its_result() -> None:
    with pytest.raises(Unreadable) as refused:
        read_cell("=SUM(E2:E9)")
    assert refused.value.code == "uncalculated-formula"
