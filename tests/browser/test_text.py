"""What people wrote is shown as they wrote it, in the browser that has the last word on it."""

from __future__ import annotations

import runpy
from pathlib import Path

from playwright.sync_api import Page, expect

SCRIPT = runpy.run_path(str(Path(__file__).with_name("people_text.py")))


def test_text_is_shown_and_nothing_in_it_works(desktop: Page, typed_url: str) -> None:
    desktop.goto(typed_url)
    written = [SCRIPT["TYPED"], *SCRIPT["STARTS"]]
    texts = desktop.locator('[data-testid="stMarkdown"]')
    expect(texts).to_have_count(len(written))
    expect(texts.last).not_to_be_empty()
    assert [text.replace("\u2060", "") for text in texts.all_inner_texts()] == written
    assert texts.locator("a, img, b, strong, h1, li, table").count() == 0
