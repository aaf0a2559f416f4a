"""A note on a phone: everything on its first screen, kept once however often it is tapped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from evaluation.app.note_box import KEPT_SHORT
from evaluation.model.references import Kind
from evaluation.store import open_store, rows
from tests.browser.conftest import at_rest, choose, fits_across, served
from tests.browser.test_accessible import faults
from tests.illustrative import ROOT
from tests.small import write_programme

SCREEN = 844  # pixels down: what a phone shows without a finger
# The browser forgets a text in code of its own, a while after the page says that it was saved.
HOLDS = "(choice) => Object.values(localStorage).some((kept) => kept.includes(choice))"  # as soon as the server told it
NO_DRAFT = "!Object.keys(localStorage).some((name) => name.startsWith('draft:'))"


def _bottom(page: Page, button: str) -> float:
    box = page.get_by_role("button", name=button, exact=True).bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_the_box_and_both_buttons_stand_on_the_first_screen(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note")
    introduce(phone)
    expect(phone.get_by_label("Your note")).to_be_in_viewport(ratio=1)
    assert fits_across(phone)
    assert _bottom(phone, "Save note") < _bottom(phone, "Nothing new this week") <= SCREEN


def test_a_note_tapped_twice_is_kept_once_and_the_box_is_empty(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note?prototype=one-team")
    introduce(phone)
    phone.get_by_label("Your note").press_sequentially("She rang once, on Tuesday.")
    phone.get_by_role("button", name="Save note", exact=True).dblclick()
    expect(phone.get_by_text("We have saved your note.")).to_be_visible()
    expect(phone.get_by_label("Your note")).to_have_value("")
    phone.goto(f"{app_url}/add-note?prototype=one-team&notes=all")
    phone.get_by_label("Words to look for").fill("rang once Tuesday")
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("1 place found.")).to_be_visible()
    assert "Tuesday" not in phone.url


def test_stopped_text_stays_in_the_box(desktop: Page, app_url: str, introduce: Callable[[Page], None]) -> None:
    desktop.goto(f"{app_url}/add-note")
    introduce(desktop)
    desktop.get_by_label("Your note").press_sequentially("Ring 07700 900123 first.")
    desktop.get_by_role("button", name="Save note", exact=True).click()
    expect(desktop.get_by_text("Take out the marked parts")).to_be_visible()
    expect(desktop.get_by_label("Your note")).to_have_value("Ring 07700 900123 first.")
    assert faults(desktop) == []


def test_the_further_boxes_open_after_a_note_and_have_no_fault(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note")
    introduce(phone)
    phone.get_by_label("Your note").press_sequentially("The room was full.")
    phone.get_by_role("button", name="Save note", exact=True).click()
    phone.get_by_text("Say more (can wait)").click()
    phone.get_by_label("What had you expected?").press_sequentially("An empty one.")
    assert faults(phone) == []
    phone.get_by_role("button", name="Add to the note").click()
    expect(phone.get_by_text("We have added that to your note.")).to_be_visible()


def test_a_hundred_thousand_characters_are_refused_and_stay_in_the_box(
    desktop: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    desktop.goto(f"{app_url}/add-note")
    introduce(desktop)
    desktop.get_by_label("Your note").fill("x" * 100_000)
    desktop.get_by_role("button", name="Save note", exact=True).click()
    expect(desktop.get_by_text("Nothing is lost")).to_be_visible()
    desktop.reload()
    expect(desktop.get_by_label("Your note")).to_have_value("x" * 100_000)


FOLD = "More about this note, or ask for help"


def test_a_draft_comes_back_whole_after_a_reload_and_a_save_leaves_nothing_of_it_for_the_next(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note?prototype=one-team")
    introduce(phone)
    choose(phone, "Which question or step it is about", "Question: Do parents know whom to call, and do they call?")
    phone.get_by_label("Your note").press_sequentially("Not yet for all.")
    phone.get_by_text(FOLD).click()
    phone.get_by_text("Ask the sponsor for help").click()
    choose(phone, "Who may see it", "my team")
    choose(phone, "Whose voice is it?", "a child")
    choose(phone, "Where in the cycle", "study")
    phone.get_by_label("How many did you hear?").fill("4")
    phone.get_by_label("Cycle, where you count them").fill("2")
    phone.get_by_label("Links, one a line").press_sequentially("https://example.org")
    expect(phone.get_by_text(KEPT_SHORT, exact=True)).to_be_visible()
    phone.wait_for_function(HOLDS, arg="cycle")
    phone.reload()
    expect(phone.get_by_text(f"{FOLD} (may see it: my team)")).to_be_visible()
    expect(phone.get_by_label("Your note")).to_have_value("Not yet for all.")
    phone.get_by_text(FOLD).click()
    for label, value in KEPT_CHOICES.items():
        expect(phone.get_by_label(label)).to_have_value(value)
    expect(phone.get_by_role("checkbox", name="Ask the sponsor for help")).to_be_checked()
    assert faults(phone) == []
    assert "child" not in phone.url
    phone.get_by_role("button", name="Save note with this").click()
    expect(phone.get_by_text("We have saved your note.").last).to_be_in_viewport()
    expect(phone.get_by_role("checkbox", name="Ask the sponsor for help")).not_to_be_checked()
    expect(phone.get_by_label("Whose voice is it?")).to_have_value("")
    phone.wait_for_function(NO_DRAFT)


KEPT_CHOICES = {
    "Which question or step it is about": "Question: Do parents know whom to call, and do they call?",
    "Whose voice is it?": "a child",
    "Where in the cycle": "study",
    "How many did you hear?": "4",
    "Cycle, where you count them": "2",
    "Links, one a line": "https://example.org",
}


def test_a_story_that_is_kept_says_so_where_it_was_saved_and_the_next_is_agreed_to_anew(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note?prototype=one-team")
    introduce(phone)
    phone.get_by_text("Write down a story").click()
    phone.get_by_label("What was told?").press_sequentially("I had to tell it only once.")
    choose(phone, "Whose voice is it?", "a parent or carer")
    phone.get_by_text("The person agreed that we keep it").click()
    expect(phone.get_by_role("checkbox", name="The person agreed that we keep it")).to_be_checked()
    phone.wait_for_function(HOLDS, arg="agreed")
    phone.reload()
    phone.get_by_text("Write down a story").click()
    expect(phone.get_by_label("What was told?")).to_have_value("I had to tell it only once.")
    expect(phone.get_by_role("checkbox", name="The person agreed that we keep it")).to_be_checked()
    phone.get_by_role("button", name="Save the story").click()
    expect(phone.get_by_text("We have saved the story.")).to_be_in_viewport()
    expect(phone.get_by_role("checkbox", name="The person agreed that we keep it")).not_to_be_checked()
    at_rest(phone)
    expect(phone.get_by_text("We have saved the story.")).to_be_visible()


# What a finger is meant for, with its height where that is less than a finger needs.
TOO_LOW = """[...document.querySelectorAll(
        '[data-testid="stMain"] :is(.stButton button, summary, .stCheckbox label, [data-testid="stPageLink"] a)'
    )].map((part) => [part.innerText, Math.round(part.getBoundingClientRect().height)])
      .filter(([, height]) => 0 < height && height < 44)"""


def test_whatever_is_tapped_on_a_phone_is_as_high_as_a_finger(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note?prototype=one-team")
    introduce(phone)
    phone.get_by_text(FOLD).click()
    expect(phone.get_by_role("button", name="Save note with this")).to_be_visible()
    at_rest(phone)
    assert phone.evaluate(TOO_LOW) == []


COUNT_TAPS = """
    addEventListener("pointerdown", (event) => {
        if (event.isTrusted) sessionStorage.setItem("taps", 1 + Number(sessionStorage.getItem("taps")));
    }, { capture: true });
"""
NOTE = "She rang <b>once</b>, | *on* Tuesday."


def _evaluation(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "evaluation", *words], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout


def test_a_first_note_by_phone_takes_six_taps_and_by_command_and_form_it_is_the_same_row(
    phone: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_programme(tmp_path / "small")
    monkeypatch.setenv("EVALUATION_FOLDER", str(folder))
    phone.add_init_script(COUNT_TAPS)
    with served(ROOT / "evaluation_app.py", tmp_path) as url:
        phone.goto(f"{url}/add-note")
        phone.get_by_label("Your name").tap()
        phone.keyboard.type("Amina Khan")
        phone.get_by_role("combobox", name="Your role").tap()
        phone.get_by_role("option", name="innovation lead").tap()
        phone.get_by_role("button", name="Go on").tap()
        phone.get_by_label("Your note").tap()
        phone.keyboard.type(NOTE)
        phone.get_by_role("button", name="Save note", exact=True).tap()
        expect(phone.get_by_text("We have saved your note.")).to_be_visible()
        assert int(phone.evaluate("sessionStorage.getItem('taps')")) <= 6
        expect(phone.get_by_text(NOTE).first).to_be_visible()
    database = f"sqlite:///{tmp_path / 'store.sqlite'}"
    at = ("--folder", str(folder), "--database", database, "--as", "Amina Khan", "--role", "innovation lead")
    assert "We had this note already" in _evaluation("record", "one-team", NOTE, *at)
    form = tmp_path / "form.csv"
    opened = open_store(database, "small")
    (saved,) = rows(opened, Kind.ENTRY)
    headings, day = "Which prototype?,Your name,Date,What did you notice?", saved.noun.on
    form.write_text(f'{headings}\none-team,Amina Khan,{day},"{NOTE}"\n', encoding="utf-8")
    assert "0 new" in _evaluation("notes-in", str(form), *at)
    assert [row.noun.noticed for row in rows(opened, Kind.ENTRY)] == [NOTE]
    opened.close()


def test_a_correction_that_was_saved_leaves_no_text_of_it_in_the_browser(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note?prototype=one-team")
    introduce(phone)
    phone.get_by_label("Your note").press_sequentially("Too families came.")
    phone.get_by_role("button", name="Save note", exact=True).click()
    expect(phone.get_by_text("We have saved your note.")).to_be_visible()
    at_rest(phone)  # the note just saved now stands first
    phone.get_by_text("Correct this note").first.click()
    corrected = phone.get_by_label("Your note").last
    expect(corrected).to_have_value("Too families came.")
    corrected.fill("Two families came.")
    at_rest(phone)
    phone.get_by_role("button", name="Save the correction").click()
    expect(phone.get_by_text("We have saved your correction.")).to_be_visible()
    expect(phone.get_by_text("Before Amina Khan corrected it on").first).to_be_visible()
    at_rest(phone)
    phone.wait_for_function(NO_DRAFT)
