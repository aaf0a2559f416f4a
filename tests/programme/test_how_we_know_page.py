from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.model.framework import GlossaryTerm, Sign
from evaluation.programme import Programme, how_we_know_page, nothing_altered


def _declaring(programme: Programme, terms: tuple[GlossaryTerm, ...] = (), signs: tuple[Sign, ...] = ()) -> Programme:
    framework = replace(programme.framework, glossary=terms, signs=signs)
    return replace(programme, declarations=replace(programme.declarations, frameworks=(framework,)))


def test_words_stand_from_a_to_z(programme: Programme) -> None:
    terms = tuple(GlossaryTerm(term, term, "-") for term in ("theme", "Area", "send"))
    page = how_we_know_page(_declaring(programme, terms)).content
    assert [line.term for line in page.terms] == ["Area", "send", "theme"]


def test_a_sign_says_who_agreed_the_response_and_when(programme: Programme) -> None:
    signs = (Sign("a", "A", "Do this", "the board", date(2024, 11, 19)), Sign("b", "B", "Do that"))
    page = how_we_know_page(_declaring(programme, signs=signs)).content
    assert [line.agreed for line in page.signs] == [
        "Agreed by the board on 19\u00a0November\u00a02024",
        "Not said who agreed it",
    ]


def test_an_untouched_store_is_released_without_problems(filled: Programme) -> None:
    assert nothing_altered(filled).content.problems == ()
