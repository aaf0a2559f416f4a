from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.app.agenda import OPENING, after, before, short
from evaluation.model.decisions import Verdict
from evaluation.model.people import Role
from tests.app.acting import introduced, press, said, typed, use_small_programme

WHY = "amina-khan/one-team/decision/why"
CHAIR = "Rosalind Thackery-Moss"


@pytest.fixture
def item(app: AppTest) -> AppTest:
    """The item on One team, nobody there yet."""
    app.query_params["item"] = "one-team"
    return app


def decide(app: AppTest, why: str) -> AppTest:
    """Carry on with One team, for this reason."""
    app.selectbox[0].select(Verdict.CARRY_ON)
    typed(app, WHY, why)
    return press(app, "Save and next")


def test_the_opening_shows_every_prototype_in_a_line_with_its_stamp(app: AppTest) -> None:
    app.run()
    assert app.title[0].value == "What we know now, and what is asked of us"
    assert "Illustrative" in said(app)
    assert len(app.table[0].value) == 6
    assert "(results?prototype=one-team)" in app.table[0].value.to_string(max_colwidth=None)
    assert ":orange[**Still to be looked at:**] 10 December 2025 (Ready together), 18 November (One team)." in said(app)


def test_next_leads_through_the_agenda_and_back_to_the_opening(app: AppTest) -> None:
    app.run()
    titles = [app.title[0].value, *(press(app, "Next").title[0].value for _ in range(6))]
    assert len(set(titles)) == 6
    assert titles[0] == titles[-1]


def test_previous_stops_at_the_opening() -> None:
    order = [OPENING, "a", "b"]
    assert [before(order, item) for item in order] == [OPENING, OPENING, "a"]
    assert [after(order, item) for item in order] == ["a", "b", OPENING]


def test_a_name_too_long_for_the_strip_or_the_agenda_is_cut() -> None:
    assert short("Hub clinics", 40) == "Hub clinics"
    assert short("Clinics moved into hubs", 12) == "Clinics mov…"


def test_an_item_is_reached_by_its_address(item: AppTest) -> None:
    item.run()
    assert item.title[0].value.startswith("Are more children seen on time")
    assert "Item 2 of 5" in said(item)
    assert "Strength of the evidence: strong." in said(item)


def test_an_address_that_names_nothing_opens_the_meeting(app: AppTest) -> None:
    app.query_params["item"] = "gone"
    assert app.run().title[0].value == "What we know now, and what is asked of us"


def test_a_decision_is_drafted_corrected_and_confirmed(item: AppTest) -> None:
    introduced(item, Role.NOTE_TAKER).run()
    decide(item, "Reviews come sooner.")
    assert "Item 3 of 5" in said(item)
    assert "We have saved the draft." in said(item)
    press(item, "Previous")
    assert "Carry on (draft)" in said(item)
    press(item, "Correct the draft")
    assert item.selectbox[0].value is Verdict.CARRY_ON
    item.selectbox[0].select(Verdict.COME_BACK)
    press(item, "Save and next")
    press(item, "Previous")
    assert "Come back next time (draft)" in said(item)
    assert "It stands when the chair of the Implementation Group confirms it." in said(item)
    introduced(item, Role.CHAIR, CHAIR).run()
    press(item, "Confirm")
    assert "Last decision: Come back next time" in said(item)
    assert not [button for button in item.button if button.label == "Confirm"]


def test_the_same_form_sent_twice_is_one_draft(item: AppTest) -> None:
    introduced(item, Role.NOTE_TAKER).run()
    key = item.session_state["form-amina-khan/one-team/decision"]
    decide(item, "Reviews come sooner.")
    item.session_state["form-amina-khan/one-team/decision"] = key
    press(item, "Previous")
    assert said(item).count("(draft)") == 1
    assert not [button for button in item.button if button.label == "Confirm"]


def test_what_was_decided_today_is_shown_and_not_asked_for_again(item: AppTest) -> None:
    introduced(item, Role.CHAIR, CHAIR).run()
    item.selectbox[0].select(Verdict.CARRY_ON)
    place = "rosalind-thackery-moss/one-team/decision"
    typed(item, f"{place}/why", "Reviews come sooner.")
    typed(item, f"{place}/actions", "Joan Pell: ends the lists, by 1 March 2031", "key-2")
    press(item, "Save and next")
    press(item, "Previous")
    assert "1 commitment follows from it." in said(item).replace("\u00a0", " ")
    press(item, "Confirm")
    assert "The decision is confirmed." in said(item)
    assert "Carry on (confirmed)" in said(item)
    assert not item.selectbox
    press(item, "Replace it")
    assert item.checkbox[0].value


def test_actions_from_last_time_are_ticked_off_at_the_opening_and_taken_back(app: AppTest) -> None:
    app.session_state["actions-all"] = True
    introduced(app, Role.NOTE_TAKER).run()
    open_ones = [box.label for box in app.checkbox if not box.value]
    assert "overdue" in open_ones[0]
    app.checkbox[0].check().run()
    (done,) = [box for box in app.checkbox if box.value]
    assert "done late" in done.label
    assert len([box for box in app.checkbox if not box.value]) == len(open_ones) - 1
    done.uncheck().run()
    assert {box.label for box in app.checkbox if not box.value} == set(open_ones)


def test_a_reader_sees_the_actions_and_ticks_nothing_off(app: AppTest) -> None:
    app.session_state["actions-all"] = True
    introduced(app, Role.READER).run()
    assert app.checkbox
    assert all(box.disabled for box in app.checkbox)


@pytest.fixture
def hubs(app: AppTest) -> AppTest:
    """The item on the clinics, whose rule points to stop; the note-taker is there."""
    app.query_params["item"] = "hub-clinics"
    return introduced(app, Role.NOTE_TAKER).run()


def choose(app: AppTest, verdict: Verdict) -> AppTest:
    return app.selectbox[0].select(verdict).run()


def test_against_the_agreed_rule_asks_why_and_for_a_second_name_and_only_then(hubs: AppTest) -> None:
    assert "The agreed rule points to: stop" in [header.value for header in hubs.header]
    for verdict in (Verdict.COME_BACK, Verdict.STOP):
        assert not choose(hubs, verdict).text_input
    choose(hubs, Verdict.CARRY_ON)
    place = "amina-khan/hub-clinics/decision"
    typed(hubs, f"{place}/why", "The halls open in January.")
    press(hubs, "Save and next")
    assert "The reason for deciding otherwise is missing." in said(hubs)
    typed(hubs, f"{place}/against", "Families would have nothing until then.", "key-2")
    hubs.text_input[0].input("Idris Penhallow")
    press(hubs, "Save and next")
    press(hubs, "Previous")
    assert "Carry on (draft)" in said(hubs)
    assert "Decided against the agreed rule, which pointed to: stop: Families would have nothing until then." in said(
        hubs
    )
    assert "Agreed with Idris Penhallow." in said(hubs)


def test_what_another_group_decides_is_kept_as_a_draft_for_it(hubs: AppTest) -> None:
    choose(hubs, Verdict.SPREAD)
    assert "This group may not decide that: the Child Health Executive Board does." in said(hubs)
    place = "amina-khan/hub-clinics/decision"
    typed(hubs, f"{place}/why", "Everybody wants it.")
    typed(hubs, f"{place}/against", "They asked.", "key-2")
    hubs.text_input[0].input("Idris Penhallow")
    press(hubs, "Save and next")
    press(hubs, "Previous")
    assert "It stands when the chair of the Child Health Executive Board confirms it." in said(hubs)
    introduced(hubs, Role.CHAIR, CHAIR).run()
    press(hubs, "Confirm")
    assert "Only the chair of the Child Health Executive Board confirms this decision." in said(hubs)


def test_a_stop_that_replaces_the_last_decision_says_what_it_releases(hubs: AppTest) -> None:
    assert "Last decision: Change, 20 May 2026. Decided against the agreed rule" in said(hubs)
    choose(hubs, Verdict.STOP)
    hubs.checkbox[0].check()
    place = "amina-khan/hub-clinics/decision"
    typed(hubs, f"{place}/why", "It harms.")
    typed(hubs, f"{place}/released", "Two rooms on Tuesdays.", "key-2")
    press(hubs, "Save and next")
    press(hubs, "Previous")
    assert "What it releases: Two rooms on Tuesdays. It replaces the decision that stands." in said(hubs)
    introduced(hubs, Role.CHAIR, CHAIR).run()
    press(hubs, "Confirm")
    assert "Last decision: Stop" in said(hubs)


def test_every_rule_stands_with_whether_it_is_met(hubs: AppTest) -> None:
    (rules,) = [table.value for table in hubs.table if "Is it met?" in table.value.columns]
    assert list(rules["Is it met?"]) == ["not met", "met", "met"]


def test_a_text_that_could_identify_someone_is_shown_with_the_place_and_not_kept(item: AppTest) -> None:
    introduced(item, Role.MEMBER).run()
    decide(item, "Ring 07700 900123 first.")
    assert "Item 2 of 5" in said(item)
    assert "Ring :orange[**\\[07700 900123\\]**] first." in said(item)
    assert "Take out the marked parts" in said(item)


def test_words_without_a_decision_are_asked_about(item: AppTest) -> None:
    introduced(item, Role.MEMBER).run()
    typed(item, WHY, "Reviews come sooner.")
    press(item, "Save and next")
    assert "Choose what we decide, then save." in said(item)


@pytest.mark.parametrize("role", [Role.READER, Role.LEAD])
def test_who_may_not_decide_has_nothing_to_write_in(item: AppTest, role: Role) -> None:
    introduced(item, role).run()
    assert not item.selectbox
    assert "written down by a member of the group, its chair or its note-taker" in said(item)


def test_nobody_is_asked_for_a_name_before_they_write(item: AppTest) -> None:
    item.run()
    assert not item.selectbox
    press(item, "Who is this?")
    assert item.text_input[0].label == "Your name"


def test_without_figures_an_item_says_what_is_missing(
    item: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_programme(tmp_path / "small", monkeypatch)
    introduced(item, Role.CHAIR).run()
    assert item.title[0].value == "Do more children get their review on time?"
    assert "No notes yet." in said(item)
    assert "Illustrative" not in said(item)


def test_without_prototypes_the_meeting_says_so(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_small_programme(tmp_path / "small", monkeypatch)
    (tmp_path / "small" / "prototypes" / "one-team.toml").unlink()
    app.run()
    assert "No prototypes yet." in said(app)
    assert not app.button


def test_where_nothing_lies_ahead_the_group_is_asked_when_it_meets(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_programme(tmp_path / "small", monkeypatch)
    assert "When do you next meet? We will gather everything since the last one." in said(app.run())
