"""How we know: the programme's words, the signs it agreed on, and the check that nothing was altered."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.model.framework import Framework, Sign
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.keeping import verify
from evaluation.programme.releasing import release
from evaluation.store import Verification
from evaluation.words import day


@dataclass(frozen=True, slots=True)
class TermLine:
    """A word, what it means here, and whose meaning that is."""

    term: str
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class SignLine:
    """A sign and the one response agreed for everyone; `agreed` says by whom and when."""

    sign: str
    response: str
    agreed: str


@dataclass(frozen=True, slots=True)
class HowWeKnowPage:
    """What the page How we know shows beside its own text."""

    terms: tuple[TermLine, ...]
    signs: tuple[SignLine, ...]


def how_we_know_page(programme: Programme) -> Released[HowWeKnowPage]:
    """The glossary from A to Z and the signs in their order."""
    return release(programme, HowWeKnowPage(_terms(programme.framework), _signs(programme.framework)))


def nothing_altered(programme: Programme) -> Released[Verification]:
    """Whether all that is stored is as it was sealed, for a page."""
    return release(programme, verify(programme))


def _terms(framework: Framework) -> tuple[TermLine, ...]:
    in_order = sorted(framework.glossary, key=lambda known: known.term.casefold())
    return tuple(TermLine(known.term, known.meaning, known.source) for known in in_order)


def _signs(framework: Framework) -> tuple[SignLine, ...]:
    return tuple(SignLine(sign.sign, sign.response, _agreed(sign)) for sign in framework.signs)


def _agreed(sign: Sign) -> str:
    """`Agreed by the board on 19 November 2024`, as far as it is known."""
    by = f" by {sign.agreed_by}" if sign.agreed_by else ""
    on = f" on {day(sign.agreed_on)}" if sign.agreed_on else ""
    return f"Agreed{by}{on}" if by or on else "Not said who agreed it"
