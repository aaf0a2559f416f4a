"""The agreed plan on the pages: agreeing it, explaining a change, both results, stages, and places that differ."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor, Role
from tests.app.acting import typed
from tests.app.looking import OpenAt, labels, shown

SPONSOR = Actor("b.-sponsor", "B. Sponsor", Role.SPONSOR)
LEAD = Actor("ann", "Ann Lead", Role.LEAD)
READER = Actor("rob", "Rob Reader", Role.READER)
UNEXPLAINED = "The plan was changed after it was agreed, and nobody has said why"


def at_one_team(at_small: OpenAt, who: Actor | None, fold: str = "") -> AppTest:
    """The page of the small programme's one prototype, with one of its folds open."""
    app = at_small("prototypes", who, prototype="one-team")
    if fold:
        app.session_state[fold] = True
        app.run()
    return app


def agree(at_small: OpenAt) -> AppTest:
    return at_one_team(at_small, SPONSOR, "agree").button(key="agree-save").click().run()


def change(folder: Path) -> None:
    path = folder / "prototypes/one-team.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("start = 2025-01-01", "start = 2025-02-01", 1), encoding="utf-8")


def test_the_sponsor_agrees_the_plan_on_the_page(at_small: OpenAt) -> None:
    assert "The plan: not agreed here yet" in shown(at_one_team(at_small, SPONSOR))
    app = agree(at_small)
    assert not app.exception
    assert "The plan is agreed as it stands." in shown(app)
    assert "not changed since" in shown(app)
    assert "by B. Sponsor." in shown(app)


def test_what_was_agreed_by_mistake_is_taken_back_on_the_page_and_stays_in_sight(at_small: OpenAt) -> None:
    agree(at_small)
    app = at_one_team(at_small, SPONSOR, "agreed-by-mistake")
    typed(app, "b.-sponsor/one-team/agreed-by-mistake", "It was the draft.")
    app.button(key="mistake-save").click().run()
    assert "The agreement is taken back, with your reason." in shown(app)
    assert "The plan: not agreed here yet, the agreement was taken back on" in shown(app)
    results = at_small("results", READER, prototype="one-team", measure="on-time")
    assert "by B. Sponsor because: It was the draft." in shown(results)


def test_who_looks_for_it_after_figures_came_is_told_what_to_do_instead(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", None, prototype="one-team")
    app.session_state["agreed-by-mistake"] = True
    assert "It can no longer be taken back." in shown(app.run())
    assert "it is the next numbered change" in shown(app)


def test_others_are_told_whose_word_it_takes(at_small: OpenAt) -> None:
    app = at_one_team(at_small, LEAD, "agree")
    assert "A plan is agreed by its own sponsor: B. Sponsor." in shown(app)
    assert not [button for button in app.button if button.key == "agree-save"]
    other = at_one_team(at_small, Actor("eve", "Eve", Role.SPONSOR), "agree").button(key="agree-save").click().run()
    assert "A plan is agreed by its own sponsor." in shown(other)
    assert "The plan: not agreed here yet" in shown(other)


def test_a_change_nobody_explained_is_said_until_somebody_does(at_small: OpenAt, small_folder: Path) -> None:
    agree(at_small)
    change(small_folder)
    assert UNEXPLAINED in shown(at_one_team(at_small, READER))
    assert UNEXPLAINED in shown(at_small("results", READER, prototype="one-team", measure="on-time"))
    assert UNEXPLAINED in shown(at_small("meeting", READER, item="one-team"))
    app = at_one_team(at_small, LEAD, "agree")
    assert "It starts on 1 February 2025 and not on 1 January 2025." in shown(app)
    app.button(key="agree-save").click().run()
    assert "Since then it starts on 1 February 2025" in shown(app)
    typed(app, "ann/one-team/plan-change", "It began a month later.")
    app.button(key="agree-save").click().run()
    assert "This is change 1 to the plan." in shown(app)
    assert UNEXPLAINED not in shown(app)
    assert "It began a month later." in str([table.value.to_numpy().tolist() for table in app.table])


def test_both_results_of_a_changed_plan_are_shown(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="hub-clinics", measure="breastfeeding")
    assert "The plan was changed on 24 March 2026, after it was agreed: 2 comparison areas were put back" in shown(app)
    assert "We show both results." in shown(app)
    (table,) = [table.value for table in app.table if "Under" in table.value.columns]
    assert str(table["Under"][0]).replace("\u00a0", " ") == "The plan as agreed on 5 March 2024"


def test_what_a_place_does_another_way_stands_beside_its_results(at_filled: OpenAt) -> None:
    for page in ("prototypes", "results"):
        app = at_filled(page, prototype="one-team", measure="reviews-on-time")
        assert "What is done another way in some places" in shown(app)
        assert [table for table in app.table if "What is done another way" in table.value.columns]


def test_a_lead_adds_what_is_done_another_way(at_small: OpenAt) -> None:
    app = at_one_team(at_small, LEAD, "adapt")
    typed(app, "ann/one-team/adapt-what", "They meet on Thursdays.")
    typed(app, "ann/one-team/adapt-why", "No room on Mondays.", key="key-2")
    app.button(key="adapt-save").click().run()
    assert "We have kept what is done another way there." in shown(app)


def test_the_stages_say_what_is_there(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", prototype="one-team")
    assert "Stages: Test and develop; everything is there for Execute and measure" in labels(app)
    assert "5 March 2025, Tamsin Okoro-Vale: From Select to Test and develop." in shown(app)


def test_the_stages_say_what_is_missing(at_small: OpenAt) -> None:
    small = at_one_team(at_small, READER)
    (table,) = [table.value for table in small.table if "Missing" in table.value.columns]
    assert table["Missing"][2] == "which experience of families it is judged by"


def test_a_tick_is_kept_and_can_be_taken_back(at_small: OpenAt, small_folder: Path) -> None:
    path = small_folder / "frameworks/small.toml"
    stage = '[[stages]]\nid = "test_and_develop"\nname = "Test and develop"\nchecklist = ["Draw it"]\n\n[[groups]]'
    path.write_text(path.read_text(encoding="utf-8").replace("[[groups]]", stage, 1), encoding="utf-8")
    app = at_one_team(at_small, LEAD, "stages")
    app.checkbox[0].check().run()
    assert "We have ticked it off." in shown(app)
    assert "Ann Lead" in app.checkbox[0].label
    app.checkbox[0].uncheck().run()
    assert "It is open again." in shown(app)
    assert app.checkbox[0].label == "Draw it"


def test_a_move_that_is_not_ready_says_what_is_missing(at_small: OpenAt) -> None:
    app = at_one_team(at_small, LEAD, "stages")
    app.selectbox(key="stage-to").select_index(2).run()
    app.button(key="stage-save").click().run()
    assert "The plan does not yet say which experience of families it is judged by." in shown(app)


def test_a_lead_moves_it_back_with_a_reason(at_small: OpenAt, small_folder: Path) -> None:
    app = at_one_team(at_small, LEAD, "stages")
    app.selectbox(key="stage-to").select_index(1).run()
    typed(app, "ann/one-team/stage", "The areas were not agreed.")
    app.button(key="stage-save").click().run()
    assert "One team is now at the stage select." in shown(app)
    assert 'stage = "select"' in (small_folder / "prototypes/one-team.toml").read_text(encoding="utf-8")
