"""How many were heard, as far as it may be seen: a lone parent heard in a named place could be recognised.

Each occasion is a count, and so is each sum of them that is shown: of one voice in an
area, for a prototype, and altogether. The small ones of families are hidden, and those
from which they could be worked out. Practitioners are heard as staff and are not hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from evaluation.disclosure import Linked, Profile, suppress
from evaluation.learning import FAMILIES, Heard
from evaluation.model.learning import Voice
from evaluation.model.references import Reference
from evaluation.model.release import HIDDEN, Cell

# An occasion; or a voice altogether, for a prototype (`voice, prototype`), or there in an area.
Key = Reference | tuple[Voice, *tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were heard on each occasion and in each sum of them, and which of these nobody sees."""

    people: Mapping[Key, int]
    hidden: frozenset[Key]

    def shown(self, key: Key) -> Cell:
        """How many, or that it is hidden."""
        return HIDDEN if key in self.hidden else self.people.get(key, 0)


def counts_of(heard: Iterable[Heard], profile: Profile | None) -> Counts:
    """What may be seen under a profile of these people, who are all that were heard; under none, everything."""
    heard = tuple(heard)
    families = [each for each in heard if each.voice in FAMILIES]
    return Counts(_added_up(heard), frozenset() if profile is None else _hidden(families, profile))


def _keys_of(each: Heard) -> tuple[Key, ...]:
    """Everything that these people are counted in, each the sum of what stands before it."""
    return each.reference, (each.voice, each.prototype, each.area), (each.voice, each.prototype), (each.voice,)


def _added_up(heard: Iterable[Heard]) -> dict[Key, int]:
    people: dict[Key, int] = {}
    for each in heard:
        for key in _keys_of(each):
            people[key] = people.get(key, 0) + each.people
    return people


def _hidden(families: Iterable[Heard], profile: Profile) -> frozenset[Key]:
    people = _added_up(families)
    places = {key: place for place, key in enumerate(people)}
    parts: dict[int, set[int]] = {}
    for each in families:
        for part, total in pairwise(_keys_of(each)):
            parts.setdefault(places[total], set()).add(places[part])
    sums = tuple((total, tuple(sorted(those))) for total, those in parts.items())
    hidden = suppress(Linked(np.array(list(people.values()), dtype=np.int64), sums), profile)
    return frozenset(key for key, place in places.items() if hidden[place])
