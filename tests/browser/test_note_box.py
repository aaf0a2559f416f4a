"""What people type is never lost: not by a reload, not by another box, not by a save they typed on through."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from evaluation.app.note_box import KEPT
from tests.browser.conftest import choose


def first(page: Page) -> Locator:
    return page.get_by_label("The first box")


def second(page: Page) -> Locator:
    return page.get_by_label("The second box")


def test_text_typed_and_not_left_is_there_after_a_reload(
    phone: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    phone.goto(f"{app_url}/add-note")
    introduce(phone)
    phone.get_by_label("Your note").press_sequentially("She rang once.")
    phone.reload()
    expect(phone.get_by_label("Your note")).to_have_value("She rang once.")
    expect(phone.get_by_text(KEPT)).to_be_visible()
    assert "rang" not in phone.url


def test_text_is_there_after_looking_at_another_page(
    desktop: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    desktop.goto(f"{app_url}/add-note")
    introduce(desktop)
    desktop.get_by_label("Your note").press_sequentially("She rang once.")
    desktop.get_by_role("link", name="Results").first.click()
    expect(desktop.get_by_role("heading", name="What did you notice?")).to_have_count(0)
    desktop.get_by_role("link", name="Add a note").first.click()
    expect(desktop.get_by_label("Your note")).to_have_value("She rang once.")


def test_text_reaches_the_server_without_leaving_the_box(desktop: Page, boxes_url: str) -> None:
    desktop.goto(boxes_url)
    first(desktop).press_sequentially("Queues were shorter.")
    expect(desktop.get_by_text("The first holds: Queues were shorter.")).to_be_visible()
    expect(first(desktop)).to_be_focused()
    expect(desktop.get_by_text(KEPT)).to_have_count(1)


def test_two_boxes_keep_their_own_text(desktop: Page, boxes_url: str) -> None:
    desktop.goto(boxes_url)
    first(desktop).press_sequentially("one")
    second(desktop).press_sequentially("two")
    desktop.reload()
    expect(first(desktop)).to_have_value("one")
    expect(second(desktop)).to_have_value("two")


def test_a_save_straight_after_the_last_key_takes_the_whole_text_and_empties_that_box_only(
    desktop: Page, boxes_url: str
) -> None:
    desktop.goto(boxes_url)
    second(desktop).press_sequentially("stays")
    first(desktop).press_sequentially("goes")
    desktop.get_by_role("button", name="Save the first").click()
    expect(desktop.get_by_text("Saved: ['goes']")).to_be_visible()
    expect(first(desktop)).to_have_value("")
    desktop.reload()
    expect(second(desktop)).to_have_value("stays")
    expect(first(desktop)).to_have_value("")


def test_what_is_typed_on_after_a_save_stays(desktop: Page, boxes_url: str) -> None:
    desktop.goto(boxes_url)
    first(desktop).press_sequentially("saved")
    expect(desktop.get_by_text("The first holds: saved")).to_be_visible()
    desktop.get_by_role("button", name="Save the first").evaluate("button => button.click()")
    first(desktop).evaluate("box => { box.value += ' and more'; box.dispatchEvent(new Event('input')); }")
    expect(desktop.get_by_text("Saved: ['saved']")).to_be_visible()
    expect(desktop.get_by_text("The first holds: saved and more")).to_be_visible()
    expect(first(desktop)).to_have_value("saved and more")


def test_a_second_note_follows_the_first(desktop: Page, boxes_url: str) -> None:
    desktop.goto(boxes_url)
    for text in ("one", "two"):
        first(desktop).press_sequentially(text)
        desktop.get_by_role("button", name="Save the first").click()
        expect(first(desktop)).to_have_value("")
    expect(desktop.get_by_text("Saved: ['one', 'two']")).to_be_visible()


def test_the_box_is_reached_and_left_by_keyboard(desktop: Page, boxes_url: str) -> None:
    desktop.goto(boxes_url)
    first(desktop).focus()
    desktop.keyboard.type("typed")
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("button", name="Save the first")).to_be_focused()
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_text("Saved: ['typed']")).to_be_visible()


def test_another_person_in_the_same_browser_does_not_see_the_text(
    desktop: Page, app_url: str, introduce: Callable[[Page], None]
) -> None:
    desktop.goto(f"{app_url}/add-note")
    introduce(desktop)
    desktop.get_by_label("Your note").press_sequentially("Mine.")
    desktop.get_by_role("button", name="Change").click()
    desktop.get_by_label("Your name").fill("Joan Pell")
    choose(desktop, "Your role", "sponsor")
    desktop.get_by_role("button", name="Go on").click()
    desktop.get_by_text("Joan Pell").wait_for()
    expect(desktop.get_by_label("Your note")).to_have_value("")
