"""axe finds no fault of ours, light and dark, wide and narrow; nothing scrolls sideways on the narrowest phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from evaluation.app import PAGES
from tests.browser.conftest import at_rest, fits_across

# Streamlit's own faults, by rule and the part of the page they are in; anything else is ours.
ALLOWED = (("presentation-role-conflict", '[data-testid="stFileUploaderDropzone"]'),)
PHONE_WIDTH = 390


def faults(page: Page) -> list[str]:
    at_rest(page)
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['target']} {node['html'][:200]}"
        for fault in found
        for node in fault["nodes"]
        if not any(rule == fault["id"] and _is_within(page, node["target"], part) for rule, part in ALLOWED)
    ]


def _is_within(page: Page, target: list[str], part: str) -> bool:
    return bool(page.locator(target[0]).first.evaluate("(element, part) => Boolean(element.closest(part))", part))


@pytest.mark.parametrize(
    ("width", "dark"),
    [
        (1280, False),
        (PHONE_WIDTH, True),
        pytest.param(1280, True, marks=pytest.mark.long),
        pytest.param(PHONE_WIDTH, False, marks=pytest.mark.long),
    ],
)
def test_no_page_has_a_fault_nor_scrolls_sideways(
    open_page: Callable[..., Page], app_url: str, width: int, dark: bool
) -> None:
    page = open_page(width=width, dark=dark)
    found = {}
    for entry in PAGES:
        page.goto(f"{app_url}/{entry.url_path}")
        page.get_by_role("heading", level=1).wait_for()
        found[entry.title] = faults(page)
        assert fits_across(page), entry.title
        if width == PHONE_WIDTH:
            page.set_viewport_size({"width": 320, "height": 844})
            assert fits_across(page), entry.title
            page.set_viewport_size({"width": width, "height": 844})
    assert not any(found.values()), found


def test_the_box_has_no_fault(phone: Page, app_url: str, introduce: Callable[[Page], None]) -> None:
    phone.goto(f"{app_url}/add-note")
    introduce(phone)
    phone.get_by_label("Your note").press_sequentially("She rang once.")
    assert faults(phone) == []
