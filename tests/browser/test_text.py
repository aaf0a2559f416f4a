"""What people wrote is shown as they wrote it, in the browser that has the last word on it."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import at_rest

SCRIPT = runpy.run_path(str(Path(__file__).with_name("people_text.py")))


def test_text_is_shown_and_nothing_in_it_works(desktop: Page, typed_url: str) -> None:
    desktop.goto(typed_url)
    written = [SCRIPT["TYPED"], *SCRIPT["STARTS"], "before \u05e9\u05dc\u05d5\u05dd (abc) after"]
    texts = desktop.locator('[data-testid="stMarkdown"]')
    expect(texts).to_have_count(len(written))
    expect(texts.last).not_to_be_empty()
    at_rest(desktop)
    assert [re.sub("[\u2060\u2068\u2069]", "", text) for text in texts.all_inner_texts()] == written
    expect(texts.locator("a, img, b, strong, h1, li, table")).to_have_count(0)


def test_text_from_right_to_left_leaves_the_words_round_it_where_they_are(desktop: Page, typed_url: str) -> None:
    desktop.goto(typed_url)
    line = desktop.locator('[data-testid="stMarkdown"] p').last
    expect(line).to_contain_text("after")
    left = line.evaluate(
        """line => {
            const whole = line.firstChild, at = (word) => {
                const range = document.createRange(), start = whole.data.indexOf(word);
                range.setStart(whole, start);
                range.setEnd(whole, start + word.length);
                return range.getBoundingClientRect().left;
            };
            return [at("before"), at("abc"), at("\u05e9\u05dc"), at("after")];
        }"""
    )
    before, latin, hebrew, after = left
    assert before < latin < hebrew < after
