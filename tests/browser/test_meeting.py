"""The meeting in a room: one screen an item, decided with a mouse, led through by keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import REMEMBERED, at_rest, choose, fits_across
from tests.browser.test_accessible import faults

ITEMS = ("hub-clinics", "one-team", "ready-together", "smoke-free-start", "text-reminders")
# Waited for: a page stands higher for a moment, until its styles are there.
FITS = "document.querySelector('[data-testid=stMain]').scrollHeight <= innerHeight"


def chair(page: Page, address: str) -> None:
    """Go to `address` in a browser that remembers the chair."""
    who = quote(json.dumps({"name": "Rosalind Thackery-Moss", "role": "chair"}))
    page.context.add_cookies([{"name": "who", "value": who, "url": address}])
    page.goto(address)
    settle(page)


def settle(page: Page) -> None:
    page.get_by_role("button", name="Previous").wait_for()
    at_rest(page)


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_item_needs_scrolling_in_the_room(desktop: Page, app_url: str, size: tuple[int, int]) -> None:
    desktop.set_viewport_size({"width": size[0], "height": size[1]})
    chair(desktop, app_url)
    for item in ITEMS:
        desktop.goto(f"{app_url}/?item={item}")
        settle(desktop)
        desktop.locator(".st-key-item-decide button, .st-key-item-decide textarea").first.wait_for()
        if item != "smoke-free-start":  # too few areas: there is no picture
            desktop.locator(".st-key-picture .main-svg").first.wait_for()
        desktop.wait_for_function(FITS)


def test_a_decision_is_drafted_and_confirmed_with_the_mouse(desktop: Page, app_url: str) -> None:
    chair(desktop, f"{app_url}/?item=one-team")
    choose(desktop, "What we decide", "Carry on")
    desktop.get_by_label("Why").press_sequentially("Reviews come sooner.")
    desktop.get_by_label("Who does what").press_sequentially("Joan Pell: ends the separate lists, by 1 March 2031")
    desktop.get_by_role("button", name="Save and next").dblclick()
    expect(desktop.get_by_text("We have saved the draft.")).to_be_visible()
    expect(desktop.get_by_text("Item 3 of 5")).to_be_visible()
    desktop.get_by_role("button", name="Previous").click()
    expect(desktop.get_by_text("Carry on (draft)")).to_have_count(1)
    desktop.get_by_role("button", name="Confirm").click()
    expect(desktop.get_by_text("Last decision: Carry on")).to_be_visible()
    expect(desktop.get_by_text("Carry on (confirmed)")).to_be_visible()
    expect(desktop.get_by_label("Why")).to_have_count(0)
    desktop.get_by_role("button", name="Actions: ").click()
    desktop.get_by_text("Ends the separate lists.").click()
    expect(desktop.get_by_text("done on time")).to_be_visible()  # the list stays open
    at_rest(desktop)
    desktop.wait_for_function(FITS)


def test_the_agenda_is_led_through_by_keyboard_but_not_from_within_a_box(desktop: Page, app_url: str) -> None:
    chair(desktop, f"{app_url}/?item=ready-together")
    why = desktop.get_by_label("Why")
    why.press_sequentially("As planned")
    desktop.keyboard.press("ArrowLeft")
    desktop.keyboard.type("!")
    expect(why).to_have_value("As planne!d")
    why.fill("")
    desktop.get_by_role("heading", level=1).click()
    desktop.keyboard.press("ArrowRight")
    expect(desktop.get_by_text("Item 4 of 5")).to_be_visible()
    desktop.keyboard.press("ArrowLeft")
    expect(desktop.get_by_text("Item 3 of 5")).to_be_visible()
    expect(desktop).to_have_url(f"{app_url}/?item=ready-together")


def test_a_name_asked_for_on_an_item_opens_its_fields(desktop: Page, app_url: str) -> None:
    desktop.goto(f"{app_url}/?item=ready-together")
    settle(desktop)
    desktop.get_by_role("button", name="Who is this?").click()
    desktop.get_by_label("Your name").fill("Cas Chair")
    choose(desktop, "Your role", "chair")
    desktop.get_by_role("button", name="Go on").click()
    expect(desktop.get_by_label("Why")).to_be_visible()
    desktop.wait_for_function(REMEMBERED)
    desktop.reload()
    expect(desktop.get_by_label("Why")).to_be_visible()


@pytest.mark.parametrize(("width", "dark"), [(1280, True), (390, False)])
def test_an_item_has_no_fault_and_does_not_scroll_sideways(
    open_page: Callable[..., Page], app_url: str, width: int, dark: bool
) -> None:
    page = open_page(width=width, dark=dark)
    chair(page, f"{app_url}/?item=ready-together")
    page.get_by_label("Why").wait_for()
    page.get_by_text("The numbers behind it").click()
    page.get_by_role("table").wait_for()
    assert faults(page) == []
    assert fits_across(page)
