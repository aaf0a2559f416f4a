"""The page Waiting for you."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor, Role
from evaluation.programme import Settings, add_note, open_programme
from tests.app.acting import press, said, typed
from tests.app.looking import OpenAt, shown

IDRIS = Actor("idris-penhallow", "Idris Penhallow", Role.SPONSOR)
TAMSIN = Actor("tamsin-okoro-vale", "Tamsin Okoro-Vale", Role.LEAD)
LEAD = Actor("a.-lead", "A. Lead", Role.LEAD)
SPONSOR = Actor("b.-sponsor", "B. Sponsor", Role.SPONSOR)
READER = Actor("zed", "Zed", Role.READER)
Asks = Callable[[str], str]


@pytest.fixture
def asks(small_folder: Path) -> Asks:
    """Keeps a note that asks for help in the small programme; returns its reference."""

    def kept(noticed: str) -> str:
        url = f"sqlite:///{small_folder / 'store.sqlite'}"
        programme = open_programme(Settings.from_environment({}, folder=small_folder, database=url), actor=LEAD)
        note = add_note(programme, prototype="one-team", noticed=noticed, asks_for_help=True, request_key=noticed)
        programme.store.close()
        return str(note.content.reference)

    return kept


def answer(app: AppTest, note: str, text: str) -> AppTest:
    typed(app, f"b.-sponsor/reply-{note.partition(':')[2]}", text)
    return press(app, "Save the answer")


def test_nobody_is_asked_who_they_are(at_filled: OpenAt) -> None:
    app = at_filled("waiting")
    assert [title.value for title in app.title] == ["What is waiting for you?"]
    assert "Who is this?" in [header.value for header in app.header]


def test_a_sponsor_reads_who_asks_for_help_and_answers_below_the_two_warnings(at_filled: OpenAt) -> None:
    page = shown(at_filled("waiting", IDRIS))
    assert "They ask for your help" in page
    assert "The midwife's post in the north is empty from December" in page
    assert "Do not name anyone" in page
    assert "follow your safeguarding procedure" in page


def test_a_lead_reads_what_the_sponsor_answered_and_what_became_of_their_notes(at_filled: OpenAt) -> None:
    page = shown(at_filled("waiting", TAMSIN))
    assert "The library has a room on Tuesdays." in page
    assert "What became of your notes" in page
    assert "What we ask of you for One team around the family in" in page


def test_an_answer_is_kept_and_the_note_waits_no_more(at_small: OpenAt, asks: Asks) -> None:
    note = asks("Who covers?")
    app = answer(at_small("waiting", SPONSOR), note, "The trust covers.")
    assert "We have saved your answer." in said(app)
    assert "They ask for your help" not in [header.value for header in app.header]


def test_an_answer_that_could_identify_someone_is_stopped_and_the_note_waits(at_small: OpenAt, asks: Asks) -> None:
    note = asks("Who covers?")
    app = answer(at_small("waiting", SPONSOR), note, "Ring 07700 900123.")
    assert "Take out the marked parts" in said(app)
    assert "They ask for your help" in [header.value for header in app.header]


def test_markup_in_a_note_is_shown_as_text(at_small: OpenAt, asks: Asks) -> None:
    asks("<b>Who</b> [covers](x)?")
    assert "&lt;b&gt;Who&lt;/b&gt; \\[covers\\](x)?" in said(at_small("waiting", SPONSOR))


def test_of_whom_nothing_is_asked_nothing_waits(at_small: OpenAt) -> None:
    page = shown(at_small("waiting", READER))
    assert "Nothing is waiting for you\n" in page
    assert "Nothing is foreseen either." in page
    assert "Reminders to send" not in page


def test_an_officer_is_led_to_the_warnings_nobody_answered(at_filled: OpenAt) -> None:
    page = shown(at_filled("waiting", Actor("sam", "Sam", Role.OFFICER)))
    assert "warnings wait for an answer." in page


def test_reminders_may_be_taken_by_those_who_send_them(at_filled: OpenAt) -> None:
    def offered(actor: Actor) -> list[str]:
        return [folded.label for folded in at_filled("waiting", actor).expander]

    assert any(label.startswith("Reminders to send") for label in offered(IDRIS))
    assert not any(label.startswith("Reminders to send") for label in offered(TAMSIN))


def test_the_text_of_a_reminder_can_be_copied_with_its_addresses(at_filled: OpenAt) -> None:
    texts = [code.value for code in at_filled("waiting", IDRIS).code]
    assert any("http://localhost:8501/add-note?prototype=one-team\n" in text for text in texts)


def test_how_much_is_asked_stands_there_for_everybody(at_filled: OpenAt) -> None:
    app = at_filled("waiting")
    assert "What we ask of each prototype" in [folded.label for folded in app.expander]
    assert list(app.table[-1].value.columns)[:2] == ["Prototype", "Boxes"]


def test_a_reminder_leads_straight_to_the_box_about_the_question(at_filled: OpenAt) -> None:
    app = at_filled("add_note", TAMSIN, prototype="one-team", question="who-to-call")
    assert app.selectbox[0].value == "one-team"
    about = app.selectbox[1].value
    assert about is not None
    assert about == "question:who-to-call"
    assert at_filled("add_note", TAMSIN, prototype="one-team", question="nonsense").selectbox[1].value is None


def test_a_question_the_address_names_is_taken_up_once(at_filled: OpenAt) -> None:
    app = at_filled("add_note", TAMSIN, prototype="one-team", question="who-to-call")
    assert app.selectbox[1].set_value(None).run().selectbox[1].value is None


def test_a_reminder_leads_straight_to_the_answer(at_small: OpenAt) -> None:
    app = at_small("prototypes", LEAD, prototype="one-team", answer="know-who")
    (box,) = [box for box in app.selectbox if box.label == "Question"]
    assert box.value is not None
    assert box.value.id == "know-who"
    folded = at_small("prototypes", LEAD, prototype="one-team", answer="nonsense")
    assert not [box for box in folded.selectbox if box.label == "Question"]
