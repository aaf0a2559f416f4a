"""What speaks for and against a step, on the page: read, and added by those who may."""

from __future__ import annotations

import os

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.model.evidence import Strength
from evaluation.model.people import Actor, Role
from evaluation.programme import Settings, add_note, open_programme
from tests.app.acting import typed
from tests.app.looking import OpenAt, shown

LEAD = Actor("ann", "Ann Lead", Role.LEAD)
READER = Actor("rob", "Rob Reader", Role.READER)
PLACE = "ann/one-team/evidence"
FOR, AGAINST = "For it: it holds", "Against it: it looks wrong"


@pytest.fixture
def form(at_small: OpenAt) -> AppTest:
    """The form of the small programme with one note, as its lead opened it."""
    opened = open_programme(Settings.from_environment(os.environ), actor=LEAD)
    add_note(opened, prototype="one-team", noticed="Two lists are kept in nine teams of ten.", request_key="a")
    opened.store.close()
    return unfolded(at_small("prototypes", LEAD, prototype="one-team"))


def unfolded(app: AppTest) -> AppTest:
    app.session_state["evidence"] = True
    return app.run()


def fill(app: AppTest, side: str, strength: Strength, why: str) -> AppTest:
    """Choose the one step and the one note, which way and how strong, say why, and save."""
    app.selectbox(key="evidence-step-one-team").select_index(0)
    app.selectbox(key="evidence-source-one-team").select_index(0).run()
    app.radio(key="evidence-side").set_value(side)
    (how,) = [radio for radio in app.radio if str(radio.key).startswith("evidence-strength")]
    how.set_value(strength)
    typed(app, PLACE, why)
    return app.button(key="evidence-save").click().run()


def test_what_speaks_against_a_step_is_kept_and_the_chain_breaks(form: AppTest) -> None:
    app = fill(form, AGAINST, Strength.COUNTED, "One list was to do.")
    assert "We have kept what speaks against it." in shown(app)
    breaks = "The chain breaks at: One team leads to: More reviews on time. Everything after it hangs on that."
    assert breaks in shown(app)
    assert "Two lists are kept in nine teams of ten." in shown(app)
    assert breaks in app.get("graphviz_chart")[0].proto.alt


def test_what_was_said_is_taken_back_on_the_page_and_stays_to_be_seen(form: AppTest) -> None:
    app = fill(form, AGAINST, Strength.COUNTED, "One list was to do.")
    (take,) = [button for button in app.button if str(button.key).startswith("taking-back-team-time-")]
    typed(app, f"ann/take-back-{str(take.key).removeprefix('taking-back-team-time-')}", "The two lists were one.")
    take.click().run()
    assert "It is taken back. It stays in the history, with your reason, and counts no more." in shown(app)
    assert "by Ann Lead because: The two lists were one." in shown(app)
    assert "untested" in app.get("graphviz_chart")[0].proto.alt


def test_the_warnings_stand_above_the_box(form: AppTest) -> None:
    assert "Do not name anyone or give details that could identify a family." in shown(form)


def test_what_was_not_chosen_is_asked_for(form: AppTest) -> None:
    typed(form, PLACE, "One list was to do.")
    form.button(key="evidence-save").click().run()
    assert "Choose the step, on what it rests, and whether it speaks for the step or against it." in shown(form)


def test_what_could_identify_someone_is_not_kept(form: AppTest) -> None:
    app = fill(form, FOR, Strength.ONE_ACCOUNT, "Ring 07700 900123 to hear.")
    assert "We have not saved this: it could identify someone." in shown(app)
    assert "untested" in app.get("graphviz_chart")[0].proto.alt


def test_without_a_note_there_is_nothing_to_weigh(at_small: OpenAt) -> None:
    app = unfolded(at_small("prototypes", LEAD, prototype="one-team"))
    assert "Add a note first." in shown(app)
    assert "One team, one list. We have not answered a question yet." in shown(app)
    assert "What would speak against it: Two lists are still kept.\n" in shown(app)


def test_a_reader_is_told_who_weighs(at_small: OpenAt) -> None:
    app = unfolded(at_small("prototypes", READER, prototype="one-team"))
    assert "Innovation leads, sponsors and evaluators say what speaks for or against a step." in shown(app)
    assert "evidence-save" not in [button.key for button in app.button]


def test_a_step_says_what_speaks_for_it_who_says_so_and_how_strong_it_is(at_filled: OpenAt) -> None:
    page = shown(at_filled("prototypes", prototype="one-team"))
    assert "**Against it, one account.** The note of 12 February 2026 by Tamsin Okoro-Vale:" in page
    assert "Five weeks without one called off; before, two in four were." in page
    assert "What has to be true:" in page
    assert "Nothing speaks for or against it yet." in page


def test_the_illustrative_chain_breaks_where_its_step_looks_wrong(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", prototype="text-reminders")
    breaks = "The chain breaks at: Parents read it in time leads to: Parents come, or choose another day."
    assert breaks in shown(app)
    drawn = app.get("graphviz_chart")[0].proto
    assert breaks in drawn.alt
    assert "untested, after the break" in drawn.alt
    assert "What to test next" not in shown(app)  # it was stopped


def test_how_it_is_weighed_stands_on_how_we_know_with_its_numbers_and_their_source(at_filled: OpenAt) -> None:
    app = at_filled("how_we_know")
    rubric = next(table.value for table in app.table if "One of it weighs" in table.value.columns)
    assert [cell.replace("\u00a0", " ") for cell in rubric["One of it weighs"]] == [
        "1½ to 1",
        "3 to 1",
        "6 to 1",
        "20 to 1",
    ]
    assert "Kass and Raftery (1995)" in shown(app)
