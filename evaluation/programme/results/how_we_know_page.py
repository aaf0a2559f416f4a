"""How we know: the programme's words, and the check that nothing was altered."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.model.framework import Framework
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.keeping import verify
from evaluation.programme.releasing import release
from evaluation.store import Verification


@dataclass(frozen=True, slots=True)
class TermLine:
    """A word, what it means here, and whose meaning that is."""

    term: str
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class HowWeKnowPage:
    """What the page How we know shows beside its own text."""

    terms: tuple[TermLine, ...]


def how_we_know_page(programme: Programme) -> Released[HowWeKnowPage]:
    """The glossary from A to Z."""
    return release(programme, HowWeKnowPage(_terms(programme.framework)))


def nothing_altered(programme: Programme) -> Released[Verification]:
    """Whether all that is stored is as it was sealed, for a page."""
    return release(programme, verify(programme))


def _terms(framework: Framework) -> tuple[TermLine, ...]:
    in_order = sorted(framework.glossary, key=lambda known: known.term.casefold())
    return tuple(TermLine(known.term, known.meaning, known.source) for known in in_order)
