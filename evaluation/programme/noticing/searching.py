"""Have we tried this? Every word looked for, over all that was planned and written down (`searched`).

What is found in a plan comes first: it says what is or was tried. The rest comes
newest first. What a person may not see is not found. The words looked for are kept
nowhere: not in an address, not in a log, not in the store.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.searched import Found, everything
from evaluation.programme.releasing import release
from evaluation.words import counted, day
from evaluation.words.notes import NOT_FOUND

THE_PROGRAMME: Final = "The programme"
LONGEST: Final = 200  # characters looked for; more is a text, not a search


@dataclass(frozen=True, slots=True)
class Hit:
    """What holds every word: what it is, of which prototype, when (empty for a plan), by whom, and its text.

    `reference` is what it is cited by, or taken out by; None for a part of a plan. `prototype`
    is empty for what belongs to the programme as a whole.
    """

    what: str
    prototype: str
    prototype_name: str
    on: str
    who: str
    text: str
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, and how much of it, in words."""

    headline: str
    lines: tuple[Hit, ...]


def search(programme: Programme, words: str, *, prototype: str | None = None) -> Released[Hits]:
    """What holds every word of `words`, in whatever case, with or without accents; nothing where none is given."""
    sought = _folded(words[:LONGEST]).split()
    looked_in = everything(programme) if sought else ()
    found = [each for each in looked_in if prototype in (None, each.prototype) and _holds(each, sought)]
    plans_then_newest = sorted(found, key=lambda each: each.on or date.max, reverse=True)
    names = {plan.id: plan.name for plan in programme.declarations.prototypes}
    lines = tuple(
        _hit(each, names.get(each.prototype, each.prototype or THE_PROGRAMME), sought) for each in plans_then_newest
    )
    headline = f"{counted(len(lines), 'place', 'places')} found." if lines else NOT_FOUND if sought else ""
    return release(programme, Hits(headline, lines))


def _holds(found: Found, sought: Iterable[str]) -> bool:
    whole = _folded(" ".join(found.texts))
    return all(word in whole for word in sought)


def _hit(found: Found, name: str, sought: list[str]) -> Hit:
    """What is shown: the first text, and with it those that hold a word looked for."""
    first, *others = found.texts or ("",)
    shown = [first, *(text for text in others if any(word in _folded(text) for word in sought))]
    on = day(found.on) if found.on else ""
    return Hit(
        found.what, found.prototype, name, on, found.who, " ".join(text for text in shown if text), found.reference
    )


def _folded(text: str) -> str:
    """In small letters and without accents, so that nobody has to know how a word was spelt."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
