"""Which area a row is about: its code as it stands, or the one place its name or number can mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluation.measures.unreadable import Unreadable, nearest, quoted
from evaluation.model.gazetteer import EMPTY, Gazetteer, is_code
from evaluation.model.places import Period

# Nobody reads the hundredth pair; the counts stay exact.
_PAIRS_SHOWN = 30
# Names of small areas come by the thousand, and the search for the most similar takes a few milliseconds.
_LOOKED_FOR = 100


@dataclass(frozen=True, slots=True)
class Named:
    """A name or number that several places bore: the period of its row decides."""

    text: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Reads the area column of one file, each distinct text once.

    `areas` are the codes the programme declares, None where any code will do;
    `refuses_others` says that an area not among them is a problem rather than
    another's, passed over.
    """

    areas: frozenset[str] | None
    refuses_others: bool
    gazetteer: Gazetteer = EMPTY
    _ours: dict[str, str] = field(default_factory=dict)
    _taken: dict[str, str | Named | None] = field(default_factory=dict)
    _settled: dict[tuple[str, Period], str | None] = field(default_factory=dict)
    _unknown: dict[str, str | None] = field(default_factory=dict)
    _translated: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """A place goes by the code the programme declares, where it declares one."""
        self._ours.update({self.gazetteer.place(code): code for code in sorted(self.areas or ())})

    def area(self, text: str) -> str | Named | None:
        """The code; None for an area that is not ours; a name as such where only the period can tell.

        Raises
        ------
        Unreadable
            Where the cell says no area, or one nobody knows.
        """
        if text not in self._taken:
            self._taken[text] = self._read(text.strip())
        return self._taken[text]

    def settle(self, named: Named, period: Period) -> str | None:
        """The place a name means in this period; None where it is not ours. Raises Unreadable where it may be two."""
        key = (named.text, period)
        if key not in self._settled:
            self._settled[key] = self._only(named.text, self.gazetteer.meant(named.text, period), period)
        return self._settled[key]

    def took(self, text: str, code: str) -> None:
        """Count a figure that was taken to be about `code`, where its cell says something else."""
        if text.strip() != code:
            self._translated[text.strip(), code] += 1

    def notes(self) -> Iterable[str]:
        """What to say of names and earlier codes that were taken for codes, and of areas within one another."""
        by_name = {pair: rows for pair, rows in self._translated.items() if not is_code(pair[0])}
        by_code = {pair: rows for pair, rows in self._translated.items() if is_code(pair[0])}
        for said, taken in (
            ("whose area was found by its name or number", by_name),
            ("under another code of the same place", by_code),
        ):
            if taken:
                yield f"Figures {said}: {sum(taken.values()):,}. {self._pairs(taken)}"
        nested = self._nested()
        if nested:
            larger, smaller = map(self.gazetteer.name, nested)
            yield (
                f"This file holds areas and larger areas they lie in ({smaller} and {larger}, for one). "
                "Nothing is added up, and a comparison never uses both."
            )

    def _read(self, text: str) -> str | Named | None:
        if not text:
            raise _bad_area("does not say which area it is about")
        if self.areas is not None and text in self.areas:
            return text
        if is_code(text) or not self.gazetteer.called:
            return self._code(text)
        places = self.gazetteer.known_as(text)
        if len(places) > 1:
            return Named(text)
        return self._mine(places[0]) if places else self._nobody_knows(text)

    def _code(self, text: str) -> str | None:
        """A code as it stands, or the code the same place goes by here."""
        if len(text.split()) > 1:
            raise _bad_area(f"says {quoted(text)}, which is no code")
        return self._mine(text)

    def _mine(self, code: str) -> str | None:
        place = self.gazetteer.place(code)
        if self.areas is None or place in self._ours:
            return self._ours.get(place, place)
        if not self.refuses_others:
            return None
        near = nearest(code, self.areas)
        raise Unreadable(
            "unknown-area", f"The area {quoted(code)} is not declared.", "Correct it, or declare it.", near
        )

    def _nobody_knows(self, text: str) -> str | None:
        """A name nobody knows is never guessed at; a single word may be a code of the programme's own."""
        looks_own = len(text.split()) == 1 and (self.areas is not None or any(sign.isdigit() for sign in text))
        near = self._near(text)
        if looks_own and near is None:
            return self._mine(text)
        raise Unreadable(
            "bad-area",
            f"The row says {quoted(text)}, which is neither a code nor the name of one area.",
            "Write the area's code, like E06000009.",
            near,
        )

    def _near(self, text: str) -> str | None:
        """The most similar name; not looked for any more once a file has shown that its names are none of ours."""
        if len(self._unknown) >= _LOOKED_FOR and text not in self._unknown:
            return None
        if text not in self._unknown:
            self._unknown[text] = nearest(text, frozenset(self.gazetteer.called.values()))
        return self._unknown[text]

    def _only(self, text: str, places: tuple[str, ...], period: Period) -> str | None:
        if len(places) == 1:
            return self._mine(places[0])
        raise _bad_area(f"says {quoted(text)}, which in {period.notation} may be {' or '.join(places)}")

    def _pairs(self, rows: Iterable[tuple[str, str]]) -> str:
        shown = sorted(rows)[:_PAIRS_SHOWN]
        pairs = (f'"{text}" was taken for {self.gazetteer.name(code)} ({code})' for text, code in shown)
        more = len(list(rows)) - len(shown)
        return "; ".join(pairs) + (f"; and {more} more." if more > 0 else ".")

    def _nested(self) -> tuple[str, str] | None:
        """A larger area of the file and a smaller one in it: the closest such pair, as a county and its district."""
        held = {code for code in (*self._taken.values(), *self._settled.values()) if isinstance(code, str)}
        owner: dict[str, str] = {}
        for code in sorted(held, key=lambda code: (self.gazetteer.extent(code), code)):
            for part in self.gazetteer.parts(code):
                other = owner.setdefault(part, code)
                if other != code and self.gazetteer.stood_together(code, other):
                    return code, other
        return None


def _bad_area(says: str) -> Unreadable:
    return Unreadable("bad-area", f"The row {says}.", "Write the area's code, like E06000009.")
