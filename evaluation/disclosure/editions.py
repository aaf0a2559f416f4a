"""The counts of one measure at one time, what is shown of them added up, and what of them nobody sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

Spot = tuple[str, str, str]  # area, group ("" for all), period by its notation


@dataclass(frozen=True, slots=True)
class Count:
    """A stored figure with its counts; `version` tells a revised figure from the one before it."""

    numerator: int
    denominator: int
    version: int = 0


@dataclass(frozen=True, slots=True)
class Together:
    """Counts that are shown added up: of one group in all of `areas` over all of `periods`, where there are any."""

    areas: frozenset[str]
    group: str
    periods: frozenset[str]

    @property
    def spots(self) -> frozenset[Spot]:
        """The figures that are added up."""
        return frozenset((area, self.group, period) for area in self.areas for period in self.periods)


@dataclass(frozen=True, slots=True)
class Edition:
    """The counts of a measure as they stood at one time, and what was shown of them added up.

    `totals` are figures that are the sums of others; `hidden` and `hidden_together`, for
    what has left already, the figures and the sums that were not shown then.
    """

    counts: Mapping[Spot, Count]
    totals: tuple[tuple[Spot, frozenset[Spot]], ...] = ()
    together: tuple[Together, ...] = ()
    hidden: frozenset[Spot] = frozenset()
    hidden_together: frozenset[Together] = frozenset()


@dataclass(frozen=True, slots=True)
class Mask:
    """What of a measure nobody sees: counts of some figures, their denominators too, and some sums.

    `together` are the sums hidden, `harmless` those that were looked at and give nothing
    away. A sum nobody thought of is hidden with any figure in it.
    """

    counts: frozenset[Spot] = frozenset()
    denominators: frozenset[Spot] = frozenset()
    together: frozenset[Together] = frozenset()
    harmless: frozenset[Together] = frozenset()

    def hides(self, areas: Iterable[str], group: str, periods: Iterable[str]) -> bool:
        """Whether the count of these areas and periods together is hidden; of one, whether that figure itself is."""
        asked = Together(frozenset(areas), group, frozenset(periods))
        if asked in self.together:
            return True
        return asked not in self.harmless and not asked.spots.isdisjoint(self.counts)


# Nothing hidden: figures without counts of people, and those that are open already.
NOTHING: Final = Mask()
