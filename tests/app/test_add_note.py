from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.app.note_form import week_key
from evaluation.app.stopped import marked_text
from evaluation.model.people import Actor, Role
from tests.app.acting import introduced, press, said, typed, use_small_programme

PLACE = "amina-khan/one-team/noticed"


@pytest.fixture
def page(app: AppTest, opened: Callable[[str], AppTest]) -> AppTest:
    """The page, with the lead of One team."""
    introduced(app, Role.LEAD)
    opened("add_note")
    app.query_params["prototype"] = "one-team"
    return app.run()


def save(page: AppTest, text: str, key: str = "key-1") -> AppTest:
    typed(page, PLACE, text, key)
    return press(page, "Save note")


def test_the_warnings_stand_above_the_box(page: AppTest) -> None:
    assert "Do not name anyone" in said(page)
    assert "follow your safeguarding procedure" in said(page)


def test_the_address_names_the_prototype(page: AppTest) -> None:
    assert page.selectbox[0].value == "one-team"


def test_a_note_is_saved_and_what_became_of_it_is_told(page: AppTest) -> None:
    save(page, "She rang once.")
    assert "We have saved your note." in said(page)
    assert "What became of your last notes" in [header.value for header in page.header]
    assert "Not used in a decision yet." in said(page)


def test_the_same_text_saved_twice_is_one_note(page: AppTest) -> None:
    save(page, "She rang once.")
    page.session_state[f"note-box-saved-{PLACE}"] = ""
    save(page, "She rang once.")
    assert "14 notes, newest first." in said(page)


def test_a_note_may_be_about_an_open_question(page: AppTest) -> None:
    about = page.selectbox[1]
    about.select_index(1).run()
    save(page, "She rang once.")
    assert "About: Do parents know whom to call, and do they call?" in said(page)
    assert page.selectbox[1].value is None


def test_the_further_boxes_amend_the_same_note(page: AppTest) -> None:
    save(page, "She rang once.")
    note, _ = page.session_state["note-kept"]
    typed(page, f"amina-khan/{note}/expected", "Three calls.", "key-2")
    press(page, "Add to the note")
    assert "We have added that to your note." in said(page)
    assert "Expected: Three calls." in said(page)
    assert "14 notes, newest first." in said(page)


def test_nothing_new_is_kept_and_is_no_note(page: AppTest) -> None:
    press(page, "Nothing new this week")
    assert "We have kept that there was nothing new this week." in said(page)
    assert "13 notes, newest first." in said(page)


def test_nothing_new_is_one_answer_a_person_prototype_and_week() -> None:
    amina, joan = (Actor(name, name, Role.LEAD) for name in ("amina", "joan"))
    monday, sunday, next_monday = date(2025, 12, 29), date(2026, 1, 4), date(2026, 1, 5)
    assert week_key(amina, "a", monday) == week_key(amina, "a", sunday) == "nothing-new:amina:a:2026-W01"
    keys = [week_key(amina, "a", monday), week_key(amina, "a", next_monday), week_key(amina, "b", monday)]
    assert len({*keys, week_key(joan, "a", monday)}) == 4


def test_a_text_that_could_identify_someone_is_stopped_with_the_place_marked(page: AppTest) -> None:
    save(page, "Ring 07700 900123 first.")
    assert "Take out the marked parts" in said(page)
    assert "Ring :orange[**\\[07700 900123\\]**] first." in said(page)
    assert "13 notes, newest first." in said(page)


def test_marked_places_keep_other_marks_as_text() -> None:
    assert marked_text("*a* [x@y.org]") == "\\*a\\* :orange[**\\[x\u2060@y.org\\]**]"


def test_an_empty_note_is_asked_for_one_sentence(page: AppTest) -> None:
    press(page, "Save note")
    assert "Write one sentence first." in said(page)


def test_a_reader_is_told_and_has_nothing_to_write_in(app: AppTest, opened: Callable[[str], AppTest]) -> None:
    introduced(app, Role.READER)
    opened("add_note")
    assert "A person in the role of reader may not add notes." in said(app)
    assert "Save note" not in [button.label for button in app.button]
    assert "13 notes, newest first." in said(app)


def test_reading_needs_no_name(opened: Callable[[str], AppTest]) -> None:
    app = opened("add_note")
    assert "Who is this?" in [header.value for header in app.header]
    assert "13 notes, newest first." in said(app)


def test_every_word_sought_stands_in_the_note(page: AppTest) -> None:
    (sought,) = [box for box in page.text_input if box.label == "Words to look for"]
    sought.input("bus missed").run()
    assert "1 note, newest first." in said(page)
    sought.input("bicycles").run()
    assert "No note says this, so it may not have been tried." in said(page)


def test_without_notes_the_page_asks_for_one(
    app: AppTest, opened: Callable[[str], AppTest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_programme(tmp_path / "small", monkeypatch)
    introduced(app, Role.LEAD)
    opened("add_note")
    assert "No notes yet. What did you notice this week?" in said(app)
    assert "Illustrative" not in said(app)


def test_without_prototypes_there_is_nothing_to_write_about(
    app: AppTest, opened: Callable[[str], AppTest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_programme(tmp_path / "small", monkeypatch)
    (tmp_path / "small" / "prototypes" / "one-team.toml").unlink()
    opened("add_note")
    assert "No prototypes yet." in said(app)
    assert not app.button
