"""A note on a phone: everything on its first screen, kept once however often it is tapped."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.test_accessible import faults

SCREEN = 844  # pixels down: what a phone shows without a finger


def _bottom(page: Page, button: str) -> float:
    box = page.get_by_role("button", name=button).bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_the_box_and_both_buttons_stand_on_the_first_screen(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note")
    introduce(phone)
    expect(phone.get_by_label("Your note")).to_be_in_viewport(ratio=1)
    assert _bottom(phone, "Save note") < _bottom(phone, "Nothing new this week") <= SCREEN
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_note_tapped_twice_is_kept_once_and_the_box_is_empty(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note?prototype=one-team")
    introduce(phone)
    phone.get_by_label("Your note").press_sequentially("She rang once, on Tuesday.")
    phone.get_by_role("button", name="Save note").dblclick()
    expect(phone.get_by_text("We have saved your note.")).to_be_visible()
    expect(phone.get_by_label("Your note")).to_have_value("")
    phone.goto(f"{app_url}/add-note?prototype=one-team&notes=all")
    phone.get_by_label("Words to look for").fill("Tuesday")
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("1 note, newest first.")).to_be_visible()


def test_stopped_text_stays_in_the_box(desktop: Page, app_url: str, introduce: Callable[[Page], None]) -> None:
    desktop.goto(f"{app_url}/add-note")
    introduce(desktop)
    desktop.get_by_label("Your note").press_sequentially("Ring 07700 900123 first.")
    desktop.get_by_role("button", name="Save note").click()
    expect(desktop.get_by_text("Take out the marked parts")).to_be_visible()
    expect(desktop.get_by_label("Your note")).to_have_value("Ring 07700 900123 first.")
    assert faults(desktop) == []


def test_the_further_boxes_open_after_a_note_and_have_no_fault(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note")
    introduce(phone)
    phone.get_by_label("Your note").press_sequentially("The room was full.")
    phone.get_by_role("button", name="Save note").click()
    phone.get_by_text("Say more (can wait)").click()
    phone.get_by_label("What had you expected?").press_sequentially("An empty one.")
    assert faults(phone) == []
    phone.get_by_role("button", name="Add to the note").click()
    expect(phone.get_by_text("We have added that to your note.")).to_be_visible()
