from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.model.people import Role
from tests.app.acting import introduced, press, said

FORM = "Which prototype?,Your name,Date,What did you notice?\n"
TWO = f"{FORM}One team,Jo Field,2026-03-04,She rang once.\nNowhere,Jo Field,2026-03-04,She rang twice.\n"


@pytest.fixture
def page(app: AppTest, opened: Callable[[str], AppTest]) -> AppTest:
    introduced(app, Role.OFFICER)
    opened("add_note")
    return app.run()


def upload(page: AppTest, text: str) -> AppTest:
    page.file_uploader[0].set_value(("notes.csv", text.encode(), "text/csv")).run()
    return page


def test_a_file_of_notes_is_looked_at_and_then_kept_once(page: AppTest) -> None:
    upload(page, TWO)
    assert "notes.csv: 1 new note, nothing kept yet" in said(page)
    assert "There is no prototype" in said(page)
    press(page, "Keep these notes")
    assert "Kept from notes.csv: 1 new note, 0 corrected." in said(page)
    upload(page, TWO)
    assert "notes.csv: no new notes, nothing kept yet" in said(page)
    assert "Keep these notes" not in [button.label for button in page.button]


def test_a_file_of_something_else_says_so(page: AppTest) -> None:
    upload(page, "a,b\n1,2\n")
    assert "No notes were taken from notes.csv." in said(page)


def test_a_reader_is_not_offered_it(app: AppTest, opened: Callable[[str], AppTest]) -> None:
    introduced(app, Role.MEMBER)
    opened("add_note")
    assert not app.run().file_uploader
