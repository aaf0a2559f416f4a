from __future__ import annotations

import pytest

from evaluation.app.text import Markup, as_text, bold, quiet, state_word


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain words: 3-4 a week, (about) 5.", "plain words: 3-4 a week, (about) 5."),
        ("**loud**", r"\*\*loud\*\*"),
        ("[home](x)", r"\[home\](x)"),
        (":red[alarm]", r"\:red\[alarm\]"),
        ("$x$", r"\$x\$"),
        ("<script>", "&lt;script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("# big", r"\# big"),
        ("- one", r"\- one"),
        ("12. twelfth", r"12\. twelfth"),
        ("    four spaces", "four spaces"),
        (":smile:", "\\:\u2060smile:"),
        ("a -> b", "a -\u2060&gt; b"),
        ("http://a.b", "http\\:\u2060//a.b"),
        ("joan@a.b", "joan\u2060@a.b"),
        ("two\nlines", "two  \nlines"),
    ],
)
def test_what_people_wrote_is_shown_as_text(typed: str, shown: str) -> None:
    assert as_text(typed) == shown


def test_escaping_happens_once() -> None:
    assert as_text(as_text("a * b")) == as_text("a * b")


def test_quiet_and_bold_escape_what_they_are_given() -> None:
    assert quiet("a * b") == r":small[:gray[a \* b]]"
    assert bold("a * b") == r"**a \* b**"


@pytest.mark.parametrize(
    ("word", "colour"),
    [("holds", "green"), ("evidence both ways", "orange"), ("looks wrong", "red"), ("untested", "gray")],
)
def test_a_state_has_its_word_and_the_colour_of_its_meaning(word: str, colour: str) -> None:
    assert state_word(word) == f":{colour}[**{word}**]"


def test_a_state_without_a_colour_is_still_said() -> None:
    assert state_word("carry on") == "**carry on**"
    assert isinstance(state_word("carry on"), Markup)
