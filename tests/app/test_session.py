from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.app.session import _from_cookie as from_cookie
from evaluation.app.session import actor_named
from evaluation.model.people import Actor, Role

AMINA = Actor("amina-khan", "Amina Khan", Role.LEAD)


def test_a_name_given_is_not_a_name_checked() -> None:
    assert actor_named("  Amina  Khan ", "innovation lead") == AMINA
    assert AMINA.verified is False


@pytest.mark.parametrize(("name", "role"), [("", "chair"), ("  ", "chair"), ("x" * 81, "chair"), ("Joan", "king")])
def test_words_that_name_nobody_name_nobody(name: str, role: str) -> None:
    assert actor_named(name, role) is None


def test_the_cookie_brings_the_person_back() -> None:
    assert from_cookie("%7B%22name%22%3A%22Amina%20Khan%22%2C%22role%22%3A%22innovation%20lead%22%7D") == AMINA


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"name": 1, "role": "chair"}', '{"name": "Joan"}'])
def test_a_cookie_that_is_not_ours_is_nobody(text: str) -> None:
    assert from_cookie(text) is None


def test_writing_asks_who_it_is_and_then_shows_the_box(opened: Callable[[str], AppTest]) -> None:
    app = opened("add_note")
    assert [button.label for button in app.button] == ["Go on"]
    app.text_input[0].set_value("Amina Khan")
    app.selectbox[0].set_value("innovation lead")
    app.button[0].click().run()
    assert not app.exception
    assert [button.label for button in app.button] == [
        "Change",
        "Save note",
        "Nothing new this week",
        "Save note with this",
    ]


def test_no_name_is_asked_for_again(opened: Callable[[str], AppTest]) -> None:
    app = opened("add_note")
    app.button[0].click().run()
    assert any("Please give your name" in element.value for element in app.markdown)


def test_reading_asks_nobody(opened: Callable[[str], AppTest]) -> None:
    assert not opened("results").text_input
