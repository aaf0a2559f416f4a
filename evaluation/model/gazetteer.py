"""What is known of places, as files of figures and comparisons ask for it: names, numbers, codes, changes.

Names are a fallback for files without codes, and never a guess: a name must be
equal to one we know, but for the differences listed in `folded` and `bare`, and
must mean one place in the period the figure is for. Dorset was E10000009 up to
March 2019 and is E06000059 since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from evaluation.model.places import ChangeKind, Period, PlaceChange

_CODE: Final = re.compile(r"[A-Z]\d{8}", re.ASCII)
_FOOTNOTE: Final = re.compile(r"(?<=[^\W\d_])\s?(?:\d{1,2}|\[[^\]]{1,3}\]|\*)$")
# What publishers put before or behind a name that others leave out. Longer ones first.
_BEFORE: Final = (
    "london borough of ", "royal borough of ", "metropolitan borough of ", "borough of ", "city and county of ",
    "county of ", "city of ", "county ", "the ",
)  # fmt: skip
_BEHIND: Final = (
    " metropolitan district council", " metropolitan borough council", " county borough council", " borough council",
    " district council", " county council", " city council", " council", " city of", " county of", " borough",
    " unitary authority", " ua", " md", " lb",
)  # fmt: skip


def is_code(text: str) -> bool:
    """Whether `text` has the form of a code of the Government Statistical Service, like E06000009."""
    return _CODE.fullmatch(text) is not None


def folded(text: str) -> str:
    """A name without padding, case, footnote marks, stops, commas and hyphens, and with "and" for "&"."""
    name = _FOOTNOTE.sub("", " ".join(text.split())).casefold().replace("&", " and ").replace("-", " ")
    return " ".join(re.sub(r"[.,()'\N{RIGHT SINGLE QUOTATION MARK}]", "", name).split())


def bare(text: str) -> str:
    """A folded name without what publishers put before or behind it ("London Borough of", ", City of", " UA")."""
    name = folded(text)
    for before in _BEFORE:
        name = name.removeprefix(before) if len(name) > len(before) else name
    for behind in _BEHIND:
        name = name.removesuffix(behind) if len(name) > len(behind) else name
    return name


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places as they are looked up.

    Attributes
    ----------
    called
        Code -> name.
    names
        Folded and bare name -> every code that ever bore it.
    numbers
        The Department for Education's three-digit number -> every code it stood for.
    stood
        Code -> first day and day after the last, either open.
    same
        Earlier code -> the newest code of one and the same place.
    ground
        Newest code -> the smallest areas we know of that it is made of.
    changes
        Which places became which, and when.
    neighbours
        Edition -> newest code -> the places most like it, nearest first.
    """

    called: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stood: Mapping[str, tuple[date | None, date | None]] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    ground: Mapping[str, frozenset[str]] = field(default_factory=dict)
    changes: tuple[PlaceChange, ...] = ()
    neighbours: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def place(self, code: str) -> str:
        """The newest code of the place that `code` is or was a code of."""
        return self.same.get(code, code)

    def meant(self, text: str, period: Period) -> tuple[str, ...]:
        """The places a name or number may mean for a figure of `period`: one where it is certain, none if unknown.

        A name that only ever meant one place is that place, whatever the period:
        publishers restate earlier years on today's boundaries.
        """
        places = self.known_as(text)
        if len(places) <= 1:
            return places
        return self._places(code for code in self._codes(text) if self._stood(code, period)) or places

    def known_as(self, text: str) -> tuple[str, ...]:
        """Every place that ever bore this name or number, by its newest code."""
        return self._places(self._codes(text))

    def _codes(self, text: str) -> tuple[str, ...]:
        # A number comes as "873.0" where somebody's program took it for a measurement.
        by_number = self.numbers.get(text.strip().removesuffix(".0"))
        return by_number or self.names.get(folded(text)) or self.names.get(bare(text)) or ()

    def _places(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self.place, codes)))

    def _stood(self, code: str, period: Period) -> bool:
        first, end = self.stood.get(code, (None, None))
        return (first is None or first <= period.start) and (end is None or period.end <= end)

    def share_ground(self, one: str, other: str) -> bool:
        """Whether the two lie in, or reach into, one another, so that someone may be counted in both."""
        return not self.parts(one).isdisjoint(self.parts(other))

    def made_of(self, code: str) -> frozenset[str]:
        """Every code whose counts may stand for this area's: other codes of the place, and wholes and parts of it."""
        found = {
            code,
            *(earlier for earlier, newest in self.same.items() if newest == self.place(code)),
            self.place(code),
        }
        for each in tuple(found):
            for change in self.changes_of(each):
                if change.kind is ChangeKind.MERGED and each in change.after:
                    found |= {part for before in change.before for part in self.made_of(before)}
                elif change.kind is ChangeKind.SPLIT and each in change.before:
                    found |= set(change.after)
        return frozenset(found)

    def stands(self, code: str) -> bool:
        """Whether the area of this code is still there, as far as we know."""
        return self.stood.get(code, (None, None))[1] is None

    def stood_together(self, one: str, other: str) -> bool:
        """Whether the two were ever there at the same time; what merged or split never is."""
        (first, end), (other_first, other_end) = self._place_stood(one), self._place_stood(other)
        return (end is None or other_first is None or other_first < end) and (
            other_end is None or first is None or first < other_end
        )

    def _place_stood(self, code: str) -> tuple[date | None, date | None]:
        """From when to when the place was there, under whatever code."""
        place = self.place(code)
        spans = [
            self.stood.get(each, (None, None))
            for each in {code, place, *(o for o, n in self.same.items() if n == place)}
        ]
        firsts, ends = [first for first, _ in spans], [end for _, end in spans]
        return (
            None if None in firsts else min(first for first in firsts if first),
            None if None in ends else max(end for end in ends if end),
        )

    def nearest(self, code: str, edition: str = "") -> tuple[str, ...]:
        """The statistical neighbours of a place, nearest first, of this edition or the latest; none where unknown."""
        wanted = edition or max(self.neighbours, default="")
        return self.neighbours.get(wanted, {}).get(self.place(code), ())

    def extent(self, code: str) -> tuple[int, bool]:
        """How many smallest areas it is made of, and whether of any others: more for the larger of two that nest."""
        return len(self.parts(code)), self.place(code) in self.ground

    def changes_of(self, code: str) -> tuple[PlaceChange, ...]:
        """The changes in which this code ended or began."""
        return tuple(change for change in self.changes if code in (*change.before, *change.after))

    def name(self, code: str) -> str:
        """The name of the area, or its code where nobody told us."""
        return self.called.get(code, code)

    def parts(self, code: str) -> frozenset[str]:
        """The smallest areas we know of that make up the place; itself where we know of none."""
        place = self.place(code)
        return self.ground.get(place, frozenset({place}))


EMPTY: Final = Gazetteer()
