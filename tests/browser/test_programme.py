"""The programme with every part open: readable, wide and narrow, light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.app.test_programme import PARTS
from tests.browser.conftest import fits_across
from tests.browser.test_accessible import faults


@pytest.mark.parametrize(("width", "dark"), [(1280, True), (390, False)])
def test_every_part_opens_from_the_address_and_has_no_fault(
    open_page: Callable[..., Page], app_url: str, width: int, dark: bool
) -> None:
    page = open_page(width=width, dark=dark)
    page.goto(f"{app_url}/programme?{'&'.join(f'{part}=true' for part in PARTS)}")
    page.get_by_role("heading", name="Prototype by prototype").wait_for()
    expect(page.locator(".stGraphVizChart svg")).to_have_count(1 if width == 1280 else 0)  # drawn a while later
    assert faults(page) == []
    assert fits_across(page)
