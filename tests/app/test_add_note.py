from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.app.note_form import week_key
from evaluation.app.stopped import marked_text
from evaluation.model.learning import CycleStep, Visible, Voice
from evaluation.model.people import Actor, Role
from evaluation.model.stories import StoryKind
from tests.app.acting import press, said, typed
from tests.app.looking import OpenAt

AMINA = Actor("amina-khan", "Amina Khan", Role.LEAD)
JOAN = Actor("joan-pell", "Joan Pell", Role.MEMBER)
OFFICER = Actor("ola-brook", "Ola Brook", Role.OFFICER)
READER = Actor("rob-reader", "Rob Reader", Role.READER)
HERE = "amina-khan/one-team"
PLACE = f"{HERE}/noticed"


@pytest.fixture
def page(at_small: OpenAt) -> AppTest:
    """The page over an empty store, with a lead."""
    return at_small("add_note", AMINA, prototype="one-team")


def save(page: AppTest, text: str, key: str = "key-1") -> AppTest:
    typed(page, PLACE, text, key)
    return press(page, "Save note")


def choose(page: AppTest, label: str, value: object) -> None:
    (box,) = [box for box in page.selectbox if box.label == label]
    box.set_value(value)


def test_the_warnings_stand_above_the_box(page: AppTest) -> None:
    assert "Do not name anyone" in said(page)
    assert "follow your safeguarding procedure" in said(page)


def test_the_address_names_the_prototype(page: AppTest) -> None:
    assert page.selectbox[0].value == "one-team"


def test_the_prototype_somebody_is_named_in_is_chosen_for_them(at_filled: OpenAt) -> None:
    nadia = Actor("nadia-fernhollow", "Nadia Fernhollow", Role.LEAD)
    assert at_filled("add_note", nadia).selectbox[0].value == "ready-together"


def test_a_note_is_saved_and_what_became_of_it_is_told(page: AppTest) -> None:
    save(page, "She rang once.")
    assert "We have saved your note." in said(page)
    assert "What became of your last notes" in [header.value for header in page.header]
    assert "Not used in a decision yet." in said(page)


def test_the_same_text_saved_twice_is_one_note(page: AppTest) -> None:
    save(page, "She rang once.")
    page.session_state[f"note-box-saved-{PLACE}"] = ""
    save(page, "She rang once.")
    assert "1 note, newest first." in said(page)
    page.session_state[f"note-box-saved-{PLACE}"] = ""
    save(page, "She rang once.", "typed-again")
    assert "We had this note already" in said(page)
    assert "1 note, newest first." in said(page)


def test_a_note_may_be_about_an_open_question(page: AppTest) -> None:
    about = page.selectbox[1]
    about.select_index(1).run()
    save(page, "She rang once.")
    assert "About: Do parents know who to call?" in said(page)
    assert page.selectbox[1].value is None


def test_more_may_be_said_of_a_note_and_is_gone_from_the_form_once_it_is_saved(page: AppTest) -> None:
    choose(page, "Who may see it", Visible.TEAM)
    choose(page, "Whose voice is it?", Voice.CHILD)
    choose(page, "Where in the cycle", CycleStep.DO)
    for label, number in (("How many did you hear?", 2), ("Cycle, where you count them", 1)):
        next(box for box in page.number_input if box.label == label).set_value(number)
    next(box for box in page.checkbox if box.label == "Ask the sponsor for help").check()
    typed(page, f"{HERE}/links", "https://example.org/a_(b)", "links-1")
    typed(page, PLACE, "They came.")
    press(page, "Save note with this")
    assert "We have saved your note." in said(page)
    for part in ("Heard from: fewer than 5 children", "Part of: cycle 1, do", "Help: asked for", "May see it: my team"):
        assert part in said(page)
    assert "[example.org/a\\_(b)](https://example.org/a_%28b%29)" in said(page)
    assert next(box for box in page.selectbox if box.label == "Who may see it").value is Visible.GROUP
    assert not next(box for box in page.checkbox if box.label == "Ask the sponsor for help").value


def test_who_may_see_it_stands_on_the_closed_fold_and_that_names_are_not_checked_within(page: AppTest) -> None:
    choose(page, "Who may see it", Visible.ME)
    page.run()
    assert "More about this note, or ask for help (may see it: only me)" in [each.label for each in page.expander]
    assert "Names are not checked here" in said(page)


def test_what_was_chosen_before_a_reload_is_chosen_again_with_the_kept_text(page: AppTest) -> None:
    kept = {"draft": {"key": "key-1", "text": "She rang once.", "beside": '{"visible": "only_me"}'}}
    page.session_state[f"note-box-{PLACE}"] = kept
    page.run()
    assert next(box for box in page.selectbox if box.label == "Who may see it").value is Visible.ME
    press(page, "Save note")
    assert "May see it: only me" in said(page)


def test_what_is_wrong_in_the_fold_is_said_and_everything_stays(page: AppTest) -> None:
    choose(page, "Who may see it", Visible.ME)
    typed(page, f"{HERE}/links", "javascript:alert(1)", "links-1")
    save(page, "They came.")
    assert "is no address of the web" in said(page)
    assert next(box for box in page.selectbox if box.label == "Who may see it").value is Visible.ME
    assert f"note-box-saved-{PLACE}" not in page.session_state


def test_somebody_else_sees_no_note_that_is_kept_from_them(at_small: OpenAt, page: AppTest) -> None:
    choose(page, "Who may see it", Visible.ME)
    save(page, "She rang once.")
    assert "1 note, newest first." in said(page)
    assert "She rang" not in said(at_small("add_note", JOAN))


def test_the_further_boxes_amend_the_same_note(page: AppTest) -> None:
    save(page, "She rang once.")
    note, _ = page.session_state["note-kept"]
    typed(page, f"amina-khan/{note}/expected", "Three calls.", "key-2")
    press(page, "Add to the note")
    assert "We have added that to your note." in said(page)
    assert "We expected: Three calls." in said(page)
    assert "1 note, newest first." in said(page)


def test_a_note_of_ones_own_is_corrected_on_the_page(page: AppTest) -> None:
    save(page, "Too families.")
    note, _ = page.session_state["note-kept"]
    page.session_state[f"correct-{note}"] = True
    page.run()
    for box, text in (("noticed", "Two families."), ("expected", ""), ("make_of_it", ""), ("next_step", "Ask.")):
        typed(page, f"amina-khan/{note}/correct-{box}", text, f"correct-{box}")
    press(page, "Save the correction")
    assert "We have saved your correction." in said(page)
    assert "Before Amina Khan corrected it on" in said(page)
    assert "Next: Ask." in said(page)


def correct(page: AppTest, note: str, where: str, text: str, version: str = "") -> AppTest:
    """Unfold "Correct this note" in one place of the page and save another text of this version of it."""
    page.session_state[f"correct-{note}{where}"] = True
    page.run()
    typed(page, f"amina-khan/{version or note}{where.removesuffix('-1')}/correct-noticed", text, text)
    return press(page, "Save the correction")


def unfolded_to_correct(page: AppTest, note: str, text: str) -> AppTest:
    """A page with another text in the form that corrects a note, not saved yet."""
    page.session_state[f"correct-{note}"] = True
    page.run()
    typed(page, f"amina-khan/{note}/correct-noticed", text, text)
    return page.run()


def test_any_note_of_ones_own_is_corrected_in_the_list_and_among_what_was_found(page: AppTest) -> None:
    save(page, "Too families.", "oldest")
    oldest, _ = page.session_state["note-kept"]
    for number in range(3):
        save(page, f"Note {number}.", f"key-{number}")
    correct(page, oldest, "-all", "To families.")
    assert "We have saved your correction." in said(page)
    second, _ = page.session_state["note-kept"]
    (sought,) = [box for box in page.text_input if box.label == "Words to look for"]
    sought.input("to families").run()
    correct(page, oldest, "-found-1", "Two families.", second)
    (sought,) = [box for box in page.text_input if box.label == "Words to look for"]
    sought.input("").run()
    assert "Two families." in said(page)
    assert "Too families." in said(page)  # as what it was before


def test_a_note_of_somebody_else_has_nothing_to_correct_it_by(page: AppTest, at_small: OpenAt) -> None:
    save(page, "She rang once.")
    assert "Correct this note" in [each.label for each in page.expander]
    joan = at_small("add_note", JOAN)
    assert "She rang once." in said(joan)
    assert "Correct this note" not in [each.label for each in joan.expander]


def test_two_corrections_at_once_both_stand_on_the_page(page: AppTest, at_small: OpenAt) -> None:
    save(page, "Too families.")
    note, _ = page.session_state["note-kept"]
    other = unfolded_to_correct(at_small("add_note", AMINA), note, "Three families.")
    press(unfolded_to_correct(page, note, "Two families."), "Save the correction")
    press(other, "Save the correction")
    assert "Amina Khan corrected this note at the same time: both texts are kept" in said(other)
    assert "Two families." in said(other)
    assert "Three families." in said(other)
    assert "Corrected twice at the same time: both are shown." in said(other)


WHOLE = (
    '{"about": "question:know-who", "visible": "my_team", "voice": "child", "heard": 2, "cycle": 1, "step": "do", '
    '"help": true}'
)


def test_a_draft_comes_back_whole_after_a_reload(page: AppTest) -> None:
    page.session_state[f"note-box-{PLACE}"] = {"draft": {"key": "key-1", "text": "They came.", "beside": WHOLE}}
    press(page.run(), "Save note")
    for part in (
        "About: Do parents know who to call?",
        "Heard from: fewer than 5 children",
        "Part of: cycle 1, do",
        "Help: asked for",
        "May see it: my team",
    ):
        assert part in said(page)


@pytest.mark.parametrize(
    "beside", ["{", "[]", '{"visible": "everybody", "voice": 3, "heard": "2", "about": "question:gone", "size": 1}']
)
def test_what_a_browser_kept_is_taken_only_in_the_form_we_expect(page: AppTest, beside: str) -> None:
    page.session_state[f"note-box-{PLACE}"] = {"draft": {"key": "key-1", "text": "They came.", "beside": beside}}
    press(page.run(), "Save note")
    assert "We have saved your note." in said(page)
    assert "Heard from" not in said(page)


def test_whoever_saves_in_the_fold_reads_there_that_it_was_kept_and_what_was_wrong(page: AppTest) -> None:
    press(page, "Save note with this")
    fold = next(each for each in page.expander if each.label.startswith("More about this note"))
    assert "Write one sentence first." in "\n".join(each.value for each in fold.markdown)
    typed(page, PLACE, "They came.")
    press(page, "Save note with this")
    fold = next(each for each in page.expander if each.label.startswith("More about this note"))
    assert "**We have saved your note.**" in [each.value for each in fold.markdown]


def test_help_is_asked_of_whom_the_plan_names(page: AppTest, at_small: OpenAt, small_folder: Path) -> None:
    assert "Ask the sponsor for help" in [box.label for box in page.checkbox]
    plan = small_folder / "prototypes" / "one-team.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace('sponsor = "B. Sponsor"', ""), encoding="utf-8")
    app = at_small("add_note", AMINA)
    assert "Ask a sponsor (the plan names none yet) for help" in [box.label for box in app.checkbox]


def test_nothing_new_is_kept_and_is_no_note(page: AppTest) -> None:
    press(page, "Nothing new this week")
    assert "We have kept that there was nothing new this week." in said(page)
    assert "No notes yet." in said(page)


def test_nothing_new_is_one_answer_a_person_prototype_and_week() -> None:
    amina, joan = (replace(AMINA, id=name) for name in ("amina", "joan"))
    monday, sunday, next_monday = date(2025, 12, 29), date(2026, 1, 4), date(2026, 1, 5)
    assert week_key(amina, "a", monday) == week_key(amina, "a", sunday) == "nothing-new:amina:a:2026-W01"
    keys = [week_key(amina, "a", monday), week_key(amina, "a", next_monday), week_key(amina, "b", monday)]
    assert len({*keys, week_key(joan, "a", monday)}) == 4


def test_a_text_that_could_identify_someone_is_stopped_with_the_place_marked(page: AppTest) -> None:
    save(page, "Ring 07700 900123 first.")
    assert "Take out the marked parts" in said(page)
    assert "Ring :orange[**\\[07700 900123\\]**] first." in said(page)
    assert "No notes yet." in said(page)


def test_a_text_nobody_will_read_is_told_its_limit_and_stays(page: AppTest) -> None:
    save(page, "x" * 100_000)
    assert "Nothing is lost" in said(page)
    assert "100,000 characters" in said(page)
    assert f"note-box-saved-{PLACE}" not in page.session_state


def test_marked_places_keep_other_marks_as_text() -> None:
    assert marked_text("*a* [x@y.org]") == "\\*a\\* :orange[**\\[x\u2060@y.org\\]**]"


def test_an_empty_note_is_asked_for_one_sentence(page: AppTest) -> None:
    press(page, "Save note")
    assert "Write one sentence first." in said(page)


def test_a_reader_is_told_and_has_nothing_to_write_in(at_small: OpenAt) -> None:
    app = at_small("add_note", READER)
    assert "A person in the role of reader may not add notes." in said(app)
    assert "Save note" not in [button.label for button in app.button]
    assert "Write down a story" not in [each.label for each in app.expander]


def test_reading_needs_no_name(at_filled: OpenAt) -> None:
    app = at_filled("add_note")
    assert "Who is this?" in [header.value for header in app.header]
    assert "notes, newest first." in said(app)
    assert "before anybody else hears of it" not in said(app)  # the team's own


def test_every_word_sought_stands_in_what_is_found(at_filled: OpenAt) -> None:
    page = at_filled("add_note", AMINA)
    (sought,) = [box for box in page.text_input if box.label == "Words to look for"]
    sought.input("bus missed").run()
    assert "A note. Priya Summerlath, 11 June 2026." in said(page)
    sought.input("bicycles").run()
    assert "Nothing says this, so it may not have been tried." in said(page)
    assert "bicycles" not in str(page.query_params)


def test_an_officer_takes_text_out_beside_the_note(page: AppTest, at_small: OpenAt) -> None:
    save(page, "Zebedee moved.")
    assert "Remove it for good" not in [button.label for button in page.button]
    app = at_small("add_note", OFFICER)
    press(app, "Remove it for good")
    assert "Two people take out text together." in said(app)
    (second,) = [box for box in app.text_input if box.label == "The second person who agrees"]
    typed(app, f"ola-brook/remove-{str(second.key).removeprefix('second-')}", "It names a child.")
    second.input("Bo Boss")
    press(app, "Remove it for good")
    assert "The text is gone for good." in said(app)
    assert "Zebedee" not in said(app)


def story(page: AppTest, *, agreed: bool) -> AppTest:
    page.session_state["story"] = True
    page.run()
    choose(page, "How it was asked for", StoryKind.MOST_SIGNIFICANT_CHANGE)
    page.run()
    page.selectbox(key="story-voice-amina-khan-one-team").set_value(Voice.PARENT)
    if agreed:
        page.checkbox(key="story-agreed-amina-khan-one-team").check()
    typed(page, f"{HERE}/story-told", "She knew me.", "told-1")
    typed(page, f"{HERE}/story-matters", "She rang.", "matters-1")
    return press(page, "Save the story")


def test_a_story_is_kept_where_the_person_agreed(page: AppTest) -> None:
    story(page, agreed=True)
    assert "We have saved the story." in said(page)
    assert not page.checkbox(key="story-agreed-amina-khan-one-team").value  # the next one is asked anew
    assert page.selectbox(key="story-voice-amina-khan-one-team").value is None


def test_a_story_without_the_persons_agreement_is_refused_and_stays(page: AppTest) -> None:
    story(page, agreed=False)
    assert "it is kept only if the person who told it agreed" in said(page)
    assert f"note-box-saved-{HERE}/story-told" not in page.session_state


def test_without_notes_the_page_asks_for_one(page: AppTest) -> None:
    assert "No notes yet. What did you notice this week?" in said(page)


def test_without_prototypes_there_is_nothing_to_write_about(at_small: OpenAt, small_folder: Path) -> None:
    (small_folder / "prototypes" / "one-team.toml").unlink()
    app = at_small("add_note")
    assert "No prototypes yet." in said(app)
    assert not app.button
