"""The pages that show what was found, in a real browser: figures come in, and nothing scrolls sideways or is unread."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import at_rest, choose, fits_across
from tests.browser.test_accessible import faults

ADDRESSES = (
    "prototypes?prototype=one-team",
    "results?prototype=one-team",
    "results?prototype=hub-clinics",
    "results?prototype=one-team&measure=visits-as-planned",
    "figures",
)
# Links in lists and folds that a finger could miss: lower than 44 pixels.
LOW = """[...document.querySelectorAll('.on-this-page a, .st-key-foot a, summary')]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44).map(each => each.innerText)"""
CSV = (
    "measure,area,period,numerator,denominator\n"
    "reviews-on-time,{area},2026-10,31,40\n"
    "reviews-on-time,{area},2026-11,30,4\n"
    "reviews-on-tiem,{area},2026-12,30,40\n"
)


def settled(page: Page) -> None:
    page.get_by_role("heading", level=1).wait_for()
    at_rest(page)


def introduce_as(page: Page, app_url: str, role: str) -> None:
    """Give a name and a role where the form stands at the top; the session remembers them."""
    page.goto(f"{app_url}/add-note")
    page.get_by_label("Your name").fill("Callum Arkwade")
    choose(page, "Your role", role)
    page.get_by_role("button", name="Go on").click()
    page.get_by_text(f"Callum Arkwade, {role} (name not checked)").wait_for()


def test_a_file_is_looked_at_and_then_stored(desktop: Page, app_url: str) -> None:
    introduce_as(desktop, app_url, "evaluator")
    desktop.get_by_role("link", name="Figures").first.click()
    desktop.get_by_role("heading", name="Bring in figures").wait_for()
    settled(desktop)
    content = CSV.format(area="ILL-R01").encode()
    desktop.locator('input[type="file"]').first.set_input_files(
        {"name": "october.csv", "mimeType": "text/csv", "buffer": content}
    )
    desktop.get_by_role("heading", name="october.csv: 1 new figure, nothing stored yet").wait_for()
    desktop.get_by_text("What was not taken").wait_for()
    desktop.get_by_role("button", name="Store these figures").click()
    desktop.get_by_text("Stored from october.csv: 1 new figure, 0 revised.").wait_for()


def test_a_measure_leads_to_its_result_and_the_address_keeps_it(desktop: Page, app_url: str) -> None:
    desktop.goto(f"{app_url}/prototypes?prototype=one-team")
    desktop.get_by_role("link", name="Visits made as planned").click()
    expect(desktop.get_by_role("heading", level=1)).to_have_text("We cannot work this out yet")
    expect(desktop).to_have_url(f"{app_url}/results?prototype=one-team&measure=visits-as-planned")
    desktop.reload()
    expect(desktop.get_by_role("heading", level=1)).to_have_text("We cannot work this out yet")


def test_the_numbers_and_the_picture_can_be_taken_away(desktop: Page, app_url: str) -> None:
    desktop.goto(f"{app_url}/results?prototype=one-team")
    settled(desktop)
    desktop.get_by_text("The numbers behind it").first.click()
    for name, start in (("Download the numbers", b"\xef\xbb\xbf"), ("Download the picture", b"\x89PNG")):
        with desktop.expect_download() as downloading:
            desktop.get_by_role("button", name=name).first.click()
        assert downloading.value.path().read_bytes().startswith(start)


@pytest.mark.parametrize("dark", [pytest.param(False, marks=pytest.mark.long), True], ids=["light", "dark"])
def test_on_a_phone_nothing_scrolls_sideways_and_nothing_is_unreadable(
    open_page: Callable[..., Page], app_url: str, dark: bool
) -> None:
    page = open_page(width=390, dark=dark)
    found = {}
    for address in ADDRESSES:
        page.goto(f"{app_url}/{address}")
        settled(page)
        assert fits_across(page), address
        assert page.evaluate(LOW) == [], address
        found[address] = faults(page)
    assert not any(found.values()), found


def test_on_a_desktop_nothing_is_unreadable(desktop: Page, app_url: str) -> None:
    found = {}
    for address in ADDRESSES[:2]:
        desktop.goto(f"{app_url}/{address}")
        settled(desktop)
        found[address] = faults(desktop)
    assert not any(found.values()), found


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_folded_opens_by_keyboard_and_has_no_fault(
    open_page: Callable[..., Page], app_url: str, width: int
) -> None:
    page = open_page(width=width)
    page.goto(f"{app_url}/results?prototype=one-team")
    settled(page)
    for words in ("What held: ", "For the evaluator: the method"):
        page.locator("summary", has_text=words).press("Enter")
    page.get_by_role("heading", name="Other fair ways of comparing, all agreed beforehand").wait_for()
    page.get_by_role("heading", name="Before the start the areas moved alike").wait_for()
    page.get_by_text("Does it rest on one area?").wait_for()
    assert faults(page) == []
    assert fits_across(page)
