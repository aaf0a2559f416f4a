"""A note on a phone: everything on its first screen, kept once however often it is tapped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from evaluation.model.references import Kind
from evaluation.store import open_store, rows
from tests.browser.conftest import ROOT, choose, fits_across, served
from tests.browser.test_accessible import faults
from tests.small import write_programme

SCREEN = 844  # pixels down: what a phone shows without a finger


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
    assert _bottom(phone, "Save note") < _bottom(phone, "Nothing new this week") <= SCREEN
    assert fits_across(phone)


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


def test_who_may_see_it_and_the_links_are_kept_with_the_text_over_a_reload(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note?prototype=one-team")
    introduce(phone)
    phone.get_by_label("Your note").press_sequentially("Not yet for all.")
    phone.get_by_text("More about this note").click()
    phone.get_by_label("Links, one a line").press_sequentially("https://example.org")
    choose(phone, "Who may see it", "only me")
    expect(phone.get_by_text("More about this note (may see it: only me)")).to_be_visible()
    phone.reload()
    expect(phone.get_by_text("More about this note (may see it: only me)")).to_be_visible()
    expect(phone.get_by_label("Your note")).to_have_value("Not yet for all.")
    phone.get_by_text("More about this note").click()
    expect(phone.get_by_label("Links, one a line")).to_have_value("https://example.org")
    assert faults(phone) == []


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
    headings, today = "Which prototype?,Your name,Date,What did you notice?", datetime.now(UTC).date()
    form.write_text(f'{headings}\none-team,Amina Khan,{today},"{NOTE}"\n', encoding="utf-8")
    assert "0 new" in _evaluation("notes-in", str(form), *at)
    opened = open_store(database, "small")
    assert [row.noun.noticed for row in rows(opened, Kind.ENTRY)] == [NOTE]
    opened.close()
