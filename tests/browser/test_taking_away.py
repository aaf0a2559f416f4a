"""The numbers behind a chart are taken away in a real browser, on a large screen and on a phone."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import fits_across
from tests.browser.test_pages import settled

FORMS = (("Download the numbers", b"\xef\xbb\xbf"), ("For Excel", b"PK"), ("With notes", b"PK"))


@pytest.mark.parametrize("width", [1280, 390])
def test_the_numbers_behind_a_chart_leave_in_every_form_and_are_listed(
    open_page: Callable[..., Page], app_url: str, width: int
) -> None:
    page = open_page(width=width)
    page.goto(f"{app_url}/results?prototype=one-team")
    settled(page)
    page.get_by_text("The numbers behind it").first.click()
    for name, start in FORMS:
        with page.expect_download() as downloading:
            page.get_by_role("button", name=name).first.click()
        content = downloading.value.path().read_bytes()
        assert content.startswith(start)
        if name == "For Excel":
            book = openpyxl.load_workbook(io.BytesIO(content))
            assert book.sheetnames == ["Figures", "Notes"]
    page.goto(f"{app_url}/how-we-know")
    settled(page)
    page.get_by_role("heading", name="What has left").scroll_into_view_if_needed()
    page.get_by_text("Files that have left").click()
    page.get_by_text("reviews-on-time-range.zip").first.wait_for()
    assert fits_across(page)
