from __future__ import annotations

from dataclasses import replace

from evaluation.model.framework import GlossaryTerm
from evaluation.programme import Programme, how_we_know_page, nothing_altered


def _declaring(programme: Programme, terms: tuple[GlossaryTerm, ...] = ()) -> Programme:
    framework = replace(programme.framework, glossary=terms)
    return replace(programme, declarations=replace(programme.declarations, frameworks=(framework,)))


def test_words_stand_from_a_to_z(programme: Programme) -> None:
    terms = tuple(GlossaryTerm(term, term, "-") for term in ("theme", "Area", "send"))
    page = how_we_know_page(_declaring(programme, terms)).content
    assert [line.term for line in page.terms] == ["Area", "send", "theme"]


def test_an_untouched_store_is_released_without_problems(filled: Programme) -> None:
    assert nothing_altered(filled).content.problems == ()
