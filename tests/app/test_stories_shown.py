from __future__ import annotations

from evaluation.model.people import Actor, Role
from tests.app.acting import press, typed
from tests.app.looking import OpenAt, shown

AMINA = Actor("amina-khan", "Amina Khan", Role.LEAD)


def test_stories_stand_on_the_prototypes_page_with_how_far_they_are_borne_out(at_filled: OpenAt) -> None:
    page = shown(at_filled("prototypes", prototype="one-team"))
    assert "What people told us: 2 stories" in page
    assert "a parent or carer. The change that matters most, written down by Tamsin Okoro" in page
    assert "Borne out by 2 people who know." in page
    assert "Not borne out: 1 person who knows says otherwise." in page
    assert "Speaks to" in page


def test_without_stories_the_section_says_where_to_write_one(at_small: OpenAt) -> None:
    assert "No stories yet." in shown(at_small("prototypes", prototype="one-team"))


def test_somebody_elses_word_is_kept(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", AMINA, prototype="hub-clinics")
    app.session_state["bear-out"] = True
    app.run()
    press(app, "Save what they say")
    assert "Please choose whether it is so." in shown(app)
    app.radio(key="bear-out-so").set_value("Yes, it is so")
    press(app, "Save what they say")
    assert "Say whose word it is." in shown(app)
    app.text_input(key="bear-out-who").input("Health visitor")
    (story,) = [each.value.reference for each in app.selectbox if each.label == "Which story" and each.value]
    typed(app, f"amina-khan/{story}/bear-out", "I was there.")
    press(app, "Save what they say")
    assert "Borne out by 1 person who knows." in shown(app)
    assert "Health visitor, yes:" in shown(app)
