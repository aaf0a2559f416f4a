"""Around a prototype, on its page: commitments, what has to be in place, risks, who was heard, visits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor, Role
from evaluation.programme import Settings, commit, open_programme
from evaluation.words import breakable
from tests.app.acting import typed
from tests.app.looking import OpenAt, shown

LEAD = Actor("ann", "Ann Lead", Role.LEAD)
READER = Actor("rob", "Rob Reader", Role.READER)
READY = '\n[[readiness]]\nid = "room"\ntext = "A room in each area"\nowner = "Ann Lead"\ndue = 2025-01-01\n'


def unfolded(app: AppTest, *folded: str) -> AppTest:
    """The page with these parts open."""
    for key in folded:
        app.session_state[f"{key}-one-team"] = True
    return app.run()


def box(boxes: Iterable[Any], label: str) -> Any:
    """The one field of this label."""
    (found,) = [each for each in boxes if each.label == label]
    return found


def labels(app: AppTest) -> str:
    return "\n".join(expander.label for expander in app.expander).replace("\u00a0", " ")


def test_the_illustrative_prototype_says_what_is_overdue_and_folds_the_rest(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", prototype="one-team")
    assert "Find a second midwife for the place where one covers two teams." in shown(app)
    assert "Commitments: 2 open, 1 of them overdue, 1 done" in labels(app)
    assert "What has to be in place: 3 of 3 in place" in labels(app)
    assert "What could go wrong: 2 open risks, 2 said beforehand" in labels(app)
    assert "No child has been heard in 5 of the 6 test areas yet." in shown(app)


def test_a_new_programme_says_what_to_do_first(at_small: OpenAt) -> None:
    app = unfolded(
        at_small("prototypes", prototype="one-team"), "commitments", "readiness", "risks", "voices", "visits"
    )
    page = shown(app)
    assert "No commitments yet. Write down who does what by when" in page
    assert "The plan does not say what has to be in place" in page
    assert "No risks yet." in page
    assert "Nobody has been heard yet." in page
    assert "No visits yet." in page


def test_a_lead_writes_down_a_commitment_and_that_it_is_done(at_small: OpenAt) -> None:
    app = unfolded(at_small("prototypes", LEAD, prototype="one-team"), "commitments")
    typed(app, "ann/commitments-one-team/new", "Book the room.")
    box(app.text_input, "Who does it?").input("Ann Lead")
    box(app.date_input, "By when?").set_value(date(2031, 1, 1))
    app.button(key="commitments-one-team-save").click().run()
    assert "We have written it down." in shown(app)
    assert "Commitments: 1 open" in labels(app)
    box(app.selectbox, "A new one, or one of these").select_index(1).run()
    app.button(key="commitments-one-team-done").click().run()
    assert "Commitments: 1 done" in labels(app)


def test_a_reminder_leads_straight_to_what_was_promised(at_small: OpenAt, small_folder: Path) -> None:
    url = f"sqlite:///{small_folder / 'store.sqlite'}"
    opened = open_programme(Settings.from_environment({}, folder=small_folder, database=url), actor=LEAD)
    said: dict[str, Any] = {"owner": "Ann", "due": date(2026, 1, 1)}
    room = str(commit(opened, what="Room", prototype="one-team", request_key="a", **said).content.reference)
    board = str(commit(opened, what="Board", group="group", request_key="b", **said).content.reference)
    opened.store.close()
    app = at_small("prototypes", LEAD, prototype="one-team", commitment=room)
    assert box(app.selectbox, "A new one, or one of these").value == room
    assert "Room. Ann, by 1 January 2026." in shown(app)
    app = at_small("programme", LEAD, group="group", commitment=board)
    assert box(app.selectbox, "A new one, or one of these").value == board
    app.session_state["standing"] = True  # where the same commitments stand otherwise
    assert not app.run().exception


def test_a_commitment_that_could_identify_someone_is_not_kept(at_small: OpenAt) -> None:
    app = unfolded(at_small("prototypes", LEAD, prototype="one-team"), "commitments")
    typed(app, "ann/commitments-one-team/new", "Ring 07700 900123.")
    box(app.text_input, "Who does it?").input("Ann Lead")
    box(app.date_input, "By when?").set_value(date(2031, 1, 1))
    app.button(key="commitments-one-team-save").click().run()
    assert "We have not saved this: it could identify someone." in shown(app)
    assert "Commitments: none yet" in labels(app)


def test_something_is_ticked_off_by_its_box_and_taken_back(at_small: OpenAt, small_folder: Path) -> None:
    plan = small_folder / "prototypes" / "one-team.toml"
    plan.write_text(plan.read_text(encoding="utf-8") + READY, encoding="utf-8")
    app = unfolded(at_small("prototypes", LEAD, prototype="one-team"), "readiness")
    assert "A room in each area. Ann Lead, by 1 January 2025." in shown(app)
    box(app.checkbox, "A room in each area").check().run()
    assert "We have ticked it off." in shown(app)
    assert "1 of 1 in place" in labels(app)
    box(app.checkbox, "A room in each area").uncheck().run()
    assert "0 of 1 in place, 1 late" in labels(app)


def test_a_lead_writes_down_a_risk(at_small: OpenAt) -> None:
    app = unfolded(at_small("prototypes", LEAD, prototype="one-team"), "risks")
    typed(app, "ann/risks-one-team/new", "The meeting stops.")
    box(app.text_input, "Who looks after it?").input("Ann Lead")
    app.button(key="risks-one-team-save").click().run()
    assert "We have written down the risk." in shown(app)
    assert "What could go wrong: 1 open risk" in labels(app)


def test_a_lead_writes_down_who_was_heard(at_small: OpenAt) -> None:
    app = unfolded(at_small("prototypes", LEAD, prototype="one-team"), "voices")
    box(app.radio, "Who was heard?").set_value("child")
    box(app.number_input, "How many?").set_value(7)
    box(app.selectbox, "How?").select("Play session")
    app.button(key="voices-one-team-save").click().run()
    assert shown(app).count("We have written down who was heard.") == 2  # above the fold, and by the button
    assert "Heard so far. Children: 7." in shown(app)


def test_who_was_heard_is_corrected_by_whoever_wrote_it_down(at_small: OpenAt) -> None:
    app = unfolded(at_small("prototypes", LEAD, prototype="one-team"), "voices")
    box(app.radio, "Who was heard?").set_value("parent")
    box(app.number_input, "How many?").set_value(12)
    box(app.selectbox, "How?").select("Play session")
    app.button(key="voices-one-team-save").click().run()
    box(app.selectbox, "A new one, or correct one of yours").select_index(1).run()
    assert box(app.radio, "Who was heard?").value == "parent"
    assert box(app.selectbox, "How?").value == "Play session"
    box(app.number_input, "How many?").set_value(40)
    app.button(key="voices-one-team-save").click().run()
    assert "Heard so far. Children: none yet. Parents and carers: 40." in shown(app)
    assert "before: 12." in breakable(str([table.value.to_numpy().tolist() for table in app.table]))
    joan = unfolded(at_small("prototypes", Actor("joan", "Joan", Role.MEMBER), prototype="one-team"), "voices")
    assert "A new one, or correct one of yours" not in [each.label for each in joan.selectbox]


def test_several_forms_may_be_open_at_once_and_a_reader_is_told_who_writes(at_small: OpenAt) -> None:
    app = unfolded(at_small("prototypes", READER, prototype="one-team"), "commitments", "readiness", "risks", "voices")
    assert not app.exception
    page = shown(app)
    for what in ("a commitment", "a risk", "who was heard"):
        assert f"Whoever takes part may write down {what}; a reader may not." in page
    assert "Save" not in [button.label for button in app.button]
