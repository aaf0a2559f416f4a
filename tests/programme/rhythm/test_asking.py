"""What is asked of each prototype, counted."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.problems import UsageError
from evaluation.programme import Programme, add_note, asks_of, asks_table
from tests.programme.running import running


@pytest.fixture
def programme(programme: Programme) -> Programme:
    return running(programme)


def test_a_month_is_counted_in_a_sentence(programme: Programme) -> None:
    assert asks_of(programme, "one-team").content.replace("\u00a0", " ") == (
        "What we ask of the lead in June 2026: 5 boxes, 1 guess and 1 reminder."
    )


def test_who_wrote_was_not_reminded(programme: Programme) -> None:
    add_note(programme, prototype="one-team", noticed="Seen", on=date(2026, 5, 30), request_key="note")
    assert "reminder" not in asks_of(programme, "one-team").content


def test_the_table_has_a_row_a_prototype_and_names_nobody(programme: Programme) -> None:
    table = asks_table(programme).content
    assert [column.name for column in table.columns] == [
        "Prototype", "Boxes", "Questions", "Guesses", "Things promised", "Reminders",
    ]  # fmt: skip
    assert table.rows == (("One team", 5, 0, 1, 0, 1),)
    assert table.source.replace("\u00a0", " ") == "Asked of each lead in June 2026"


def test_a_prototype_nobody_knows(programme: Programme) -> None:
    with pytest.raises(UsageError):
        asks_of(programme, "two-teams")
