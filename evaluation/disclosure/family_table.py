"""The counts of all editions of a measure as one table of linked counts, which can be protected and attacked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.disclosure.attack import pinned
from evaluation.disclosure.editions import Edition, Spot, Together
from evaluation.disclosure.linked import Linked
from evaluation.disclosure.rule import Profile, is_too_small
from evaluation.disclosure.secondary import suppress

Cells = NDArray[np.bool_]
Numbers = NDArray[np.int64]


class FamilyTable:
    """One row a count: the figures of every edition first, then what was shown added up."""

    def __init__(self, now: Edition, earlier: Sequence[Edition]) -> None:
        self.now, self.editions = now, (now, *earlier)
        self.place: dict[frozenset[tuple[Spot, int]], int] = {}
        self.counts: list[tuple[int, int]] = []
        self.sums: set[tuple[int, tuple[int, ...]]] = set()
        for edition in self.editions:
            for spot, count in edition.counts.items():
                self._add(_named([spot], edition), count.numerator, count.denominator)
        for edition in self.editions:
            self._tie_together(edition)
        self.numerators, self.denominators = np.array(self.counts, dtype=np.int64).reshape(-1, 2).T
        self.nothing = np.zeros(len(self.counts), dtype=bool)
        self.hidden_before = self._marked((edition, edition.hidden) for edition in earlier)
        self.shown_before = self._marked((edition, edition.counts.keys() - edition.hidden) for edition in earlier)
        for edition in earlier:
            self.shown_before[self._sums_shown(edition)] = True

    def protected(
        self, counts: Numbers, profile: Profile, hidden: Cells, out_of: NDArray[np.float64] | None = None
    ) -> Cells:
        """What is hidden, and what must be with it so that no small number of `counts` can be worked out."""
        small = np.array([is_too_small(count, profile) for count in counts.tolist()], dtype=bool)
        if not small.any() and not hidden.any():
            return hidden
        # What left before is known for good: nothing is gained by guarding it, and nobody can take it back.
        linked = Linked(counts, tuple(sorted(self.sums)), None if out_of is None else _between(counts, out_of))
        guarded = small & ~self.shown_before
        shown = self.shown_before
        found: Cells = suppress(linked, profile, primary=guarded, already_hidden=hidden, already_shown=shown)
        # A profile that rounds shows a small count rounded, where that leaves enough open.
        return found | hidden if profile.round_to is not None else found | hidden | small

    def exposed(
        self, counts: Numbers, profile: Profile, hidden: Cells, out_of: NDArray[np.float64] | None = None
    ) -> Cells:
        """Which small numbers of `counts` the attack pins while these are hidden."""
        small = np.array([is_too_small(count, profile) for count in counts.tolist()], dtype=bool) & ~self.shown_before
        if not small.any():
            return small
        linked = Linked(counts, tuple(sorted(self.sums)), None if out_of is None else _between(counts, out_of))
        return pinned(linked, hidden & ~self.shown_before, profile, primary=small)

    def hidden_by(self, spots: Iterable[Spot], together: Iterable[Together]) -> Cells:
        """The counts of now that a mask hides, and those of before that were hidden then."""
        marked = self._marked([(self.now, spots)]) | self.hidden_before
        sums = (self.place.get(_named(_there(one, self.now), self.now)) for one in together)
        marked[[place for place in sums if place is not None]] = True
        return marked

    def spots(self, hidden: Cells) -> frozenset[Spot]:
        """The figures of now among what is hidden."""
        return frozenset(spot for spot in self.now.counts if hidden[self.place[_named([spot], self.now)]])

    def sums_among(self, hidden: Cells) -> frozenset[Together]:
        """What is shown added up now among what is hidden."""
        named = ((one, _named(_there(one, self.now), self.now)) for one in self.now.together)
        return frozenset(one for one, spots in named if spots and hidden[self.place[spots]])

    def _sums_shown(self, edition: Edition) -> list[int]:
        """Where the sums stand that were shown in an edition."""
        shown = (_there(one, edition) for one in edition.together if one not in edition.hidden_together)
        return [self.place[_named(spots, edition)] for spots in shown if len(spots) > 1]

    def _tie_together(self, edition: Edition) -> None:
        for total, parts in edition.totals:
            self._tie(_named([total], edition), parts, edition)
        placed: dict[tuple[str, object], list[tuple[frozenset[Spot], int]]] = {}
        for shown in sorted(edition.together, key=lambda one: (len(one.areas), len(one.periods))):
            spots = _there(shown, edition)
            named = _named(spots, edition)
            if len(spots) > 1 and named not in self.place:
                counts = [edition.counts[spot] for spot in spots]
                self._add(named, sum(one.numerator for one in counts), sum(one.denominator for one in counts))
                alike = placed.setdefault(_direction(shown), [])
                self.sums.add((self.place[named], self._parts(spots, alike, edition)))
                alike.append((spots, self.place[named]))
                if len(shown.areas) == 1:
                    placed.setdefault((shown.group, shown.periods), []).append((spots, self.place[named]))

    def _parts(
        self, spots: frozenset[Spot], alike: list[tuple[frozenset[Spot], int]], edition: Edition
    ) -> tuple[int, ...]:
        """What a sum is made of: the largest sums of its kind that lie in it, then figures.

        Sums that lie in each other, by area and by period, leave the table a network,
        which is protected many times as fast.
        """
        parts: list[int] = []
        for some, place in sorted(alike, key=lambda one: -len(one[0])):
            if some <= spots:
                parts.append(place)
                spots -= some
        return tuple(sorted([*parts, *(self.place[_named([spot], edition)] for spot in spots)]))

    def _add(self, named: frozenset[tuple[Spot, int]], numerator: int, denominator: int) -> None:
        if named not in self.place:
            self.place[named] = len(self.place)
            self.counts.append((numerator, denominator))

    def _tie(self, total: frozenset[tuple[Spot, int]], parts: Iterable[Spot], edition: Edition) -> None:
        self.sums.add((self.place[total], tuple(sorted(self.place[_named([spot], edition)] for spot in parts))))

    def _marked(self, spots: Iterable[tuple[Edition, Iterable[Spot]]]) -> Cells:
        marked = np.zeros(len(self.counts), dtype=bool)
        for edition, some in spots:
            marked[[self.place[_named([spot], edition)] for spot in some if spot in edition.counts]] = True
        return marked


def _direction(shown: Together) -> tuple[str, object]:
    """Sums of one area lie in each other by their periods, others by their areas."""
    return (shown.group, shown.areas if len(shown.areas) == 1 else shown.periods)


def _named(spots: Iterable[Spot], edition: Edition) -> frozenset[tuple[Spot, int]]:
    """Spots with the versions they have in an edition: what a count is known by."""
    return frozenset((spot, edition.counts[spot].version) for spot in spots)


def _there(one: Together, edition: Edition) -> frozenset[Spot]:
    """Those of the spots added up that have a figure."""
    return frozenset(one.spots & edition.counts.keys())  # with keys alone it would be a set, which can change


def _between(counts: Numbers, out_of: NDArray[np.float64]) -> NDArray[np.float64]:
    """What everybody knows of a count out of a known group: somebody is left out, unless nobody was."""
    highest = np.maximum(np.where(counts < out_of, out_of - 1, out_of), counts)
    return np.column_stack([np.zeros(len(counts)), highest])
