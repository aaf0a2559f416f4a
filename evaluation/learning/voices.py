"""Who was heard: how many, of whom and where, and whose voice is missing.

Families are children, parents and their communities. Practitioners are the workforce:
they are counted apart and never fill a place that families left empty.

What counts. An engagement counts those it says it heard; a note with a voice as many as
it says, or one; a story one, its teller. The same people often stand in several of these:
what was heard in a focus group is written up as a note, and one parent there tells a
story. So a note counts only where there is no engagement of the same prototype, voice,
area and day, and a story only where there is neither. Somebody heard on two days is
counted twice: nobody's name is kept, so nobody can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.learning.rows import Row, shown_once
from evaluation.model.around import Engagement
from evaluation.model.learning import Entry, Voice
from evaluation.model.references import Reference
from evaluation.model.stories import Story

# Children first: of all voices theirs is the one most often left out.
FAMILIES: Final = (Voice.CHILD, Voice.PARENT, Voice.COMMUNITY)
VOICES: Final = (*FAMILIES, Voice.PRACTITIONER)


@dataclass(frozen=True, slots=True)
class Heard:
    """That some people of one voice were heard on a day, perhaps in an area; and what says so."""

    reference: Reference
    voice: Voice
    people: int
    on: date
    area: str | None = None
    prototype: str | None = None
    is_about: bool = False

    @property
    def occasion(self) -> tuple[str | None, Voice, str | None, date]:
        """What two tellings of one conversation have in common."""
        return self.prototype, self.voice, self.area, self.on


@dataclass(frozen=True, slots=True)
class Missing:
    """A voice that nobody has heard: in some areas, or (`areas` empty) at all."""

    voice: Voice
    areas: tuple[str, ...] = ()


def who_was_heard(
    engagements: Iterable[Row[Engagement]], entries: Iterable[Row[Entry]] = (), stories: Iterable[Row[Story]] = ()
) -> tuple[Heard, ...]:
    """Everybody who was heard, each occasion once, by day. Rows that were corrected may be among them."""
    told = (map(_engagement, shown_once(engagements)), _notes(entries), map(_story, shown_once(stories)))
    counted: list[Heard] = []
    for kind in told:
        known = {each.occasion for each in counted}
        counted += [each for each in kind if each.occasion not in known]
    return tuple(sorted(counted, key=lambda each: each.on))


def missing_voices(heard: Iterable[Heard], areas: Iterable[str] = ()) -> tuple[Missing, ...]:
    """The voices nobody has heard, children first: at all, or, of families, in some of these areas."""
    heard, areas = tuple(heard), tuple(areas)
    found: list[Missing] = []
    for voice in VOICES:
        theirs = [each for each in heard if each.voice is voice]
        silent = tuple(area for area in areas if area not in {each.area for each in theirs})
        if not theirs:
            found.append(Missing(voice))
        elif silent and voice in FAMILIES:
            found.append(Missing(voice, silent))
    return tuple(found)


def _engagement(row: Row[Engagement]) -> Heard:
    noun = row.noun
    return Heard(row.reference, noun.voice, noun.heard, noun.on, noun.area, noun.prototype, noun.is_about)


def _notes(rows: Iterable[Row[Entry]]) -> Iterator[Heard]:
    for row in shown_once(rows):
        noun = row.noun
        if noun.voice is not None:
            yield Heard(row.reference, noun.voice, noun.heard or 1, noun.on, noun.area, noun.prototype)


def _story(row: Row[Story]) -> Heard:
    return Heard(row.reference, row.noun.voice, 1, row.noun.on, row.noun.area, row.noun.prototype)
