"""How many were heard, as far as it may be seen: a lone parent heard in a named place could be recognised.

Where fewer of a family voice were heard on an occasion than the profile shows, that number
is hidden, and it is in no sum: a sum adds up the occasions whose numbers are shown, and how
many others there were is said beside it. So whatever is shown, on whichever day, is made of
numbers that are shown: last month's page taken from this month's leaves nothing to work out.
(Measures cannot be had so: their sums are published elsewhere, so what was shown before is
known and is attacked with the rest.) Practitioners are heard as staff and are not hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evaluation.disclosure.rounding import rounded
from evaluation.disclosure.rule import Profile, is_too_small
from evaluation.learning import FAMILIES, Heard
from evaluation.model.learning import Voice
from evaluation.model.references import Reference
from evaluation.model.release import HIDDEN, Cell

# An occasion; or a voice altogether, for a prototype (`voice, prototype`), or there in an area.
Key = Reference | tuple[Voice, *tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were heard on each occasion and in each sum of them; `few` counts the occasions left out of a sum."""

    people: Mapping[Key, int]
    few: Mapping[Key, int]

    def shown(self, key: Key) -> Cell:
        """How many, as far as it is shown; that it is hidden, where there are only numbers that nobody sees."""
        return HIDDEN if key in self.few and key not in self.people else self.people.get(key, 0)

    def left_out(self, key: Key) -> int:
        """On how many occasions too few were heard to say how many."""
        return self.few.get(key, 0)


def counts_of(heard: Iterable[Heard], profile: Profile | None) -> Counts:
    """What may be seen of these people under a profile; under none, everything."""
    people: Counter[Key] = Counter()
    few: Counter[Key] = Counter()
    for each in heard:
        for key in _keys_of(each):
            if told(each.voice, each.people, profile) is None:
                few[key] += 1
            else:
                people[key] += each.people
    return Counts(people, few)


def told(voice: Voice, people: int, profile: Profile | None) -> int | None:
    """What is told of a number of people of one voice: rounded where the profile rounds; None where it is hidden."""
    if profile is None or voice not in FAMILIES:
        return people
    if is_too_small(people, profile):
        return None
    return people if profile.round_to is None else rounded(people, profile.round_to)


def _keys_of(each: Heard) -> tuple[Key, ...]:
    """Everything that these people are counted in."""
    return each.reference, (each.voice, each.prototype, each.area), (each.voice, each.prototype), (each.voice,)
