from __future__ import annotations

import pytest

from evaluation.app.text import Markup, as_text, bold, link, quiet, state_word


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
    assert quiet("") == ""
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


def test_text_from_right_to_left_is_set_apart_and_what_turns_the_line_is_taken_out() -> None:
    assert as_text("\u05e9\u05dc (a)") == "\u2068\u05e9\u05dc (a)\u2069"
    assert as_text("\u202eabc\u2069") == "abc"
    assert as_text("caf\u00e9") == "caf\u00e9"


def test_a_link_shows_where_it_leads_and_nothing_in_it_ends_it() -> None:
    assert link("https://a.org/b_(c)/") == "[a.org/b\\_(c)](https://a.org/b_%28c%29/)"
    assert link("https://a.org/](javascript:alert(1))").endswith("(https://a.org/%5D%28javascript:alert%281%29%29)")
    assert link(f"https://a.org/{'b' * 100}").count("b") == 54 + 100
