"""Addresses of pages."""

from __future__ import annotations

from dataclasses import replace

from evaluation.app import PAGES
from evaluation.programme import Programme, Settings
from evaluation.programme.addresses import page_address


def test_an_address_names_page_and_choices(programme: Programme) -> None:
    found = page_address(programme, "add_note", [("prototype", "one-team"), ("question", "who?")])
    assert found == "http://localhost:8501/add-note?prototype=one-team&question=who%3F"


def test_the_page_that_opens_has_no_name(programme: Programme) -> None:
    assert page_address(programme, PAGES[0].name, [("item", "one-team")]) == "http://localhost:8501/?item=one-team"


def test_every_other_page_is_called_as_the_app_calls_it(programme: Programme) -> None:
    for page in PAGES[1:]:
        assert page_address(programme, page.name) == f"http://localhost:8501/{page.url_path}"


def test_the_settings_say_where_the_app_is(programme: Programme) -> None:
    settings = Settings.from_environment({"EVALUATION_ADDRESS": "https://evaluation.council.example/learn/ "})
    there = replace(programme, address=settings.address)
    assert page_address(there, "waiting") == "https://evaluation.council.example/learn/waiting"
