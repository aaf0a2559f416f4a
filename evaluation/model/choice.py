"""Who is compared and who goes first, written down so that it can be checked later."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Suggested:
    """An area to compare with: how far it stood from the test areas before the start.

    `level` and `trend` (a period) are differences from the test areas' mean in
    standard deviations of the candidates, `distance` the two together; `size` is how
    many are counted there a period, None without counts.
    """

    area: str
    distance: float
    level: float
    trend: float
    size: float | None
    is_statistical_neighbour: bool

    def __post_init__(self) -> None:
        """Finite."""
        if not math.isfinite(self.distance):
            raise ValueError("a distance is a finite number")


@dataclass(frozen=True, slots=True)
class Balance:
    """One characteristic in the test areas, in all candidates and in those chosen.

    `apart_before` and `apart_after` are the differences from the test areas in standard
    deviations of all candidates, before and after choosing.
    """

    characteristic: str
    test: float
    candidates: float
    chosen: float
    apart_before: float
    apart_after: float


@dataclass(frozen=True, slots=True)
class FrozenChoice:
    """Comparison areas as they were chosen: by whom, when, how, and on which figures.

    `figures` is the digest of the panel the choice was made on, `digest` that of
    the whole record: whoever holds it can see later that nothing was altered.
    """

    test_areas: tuple[str, ...]
    areas: tuple[str, ...]
    made_on: date
    made_by: str
    method: str
    figures: str
    digest: str


@dataclass(frozen=True, slots=True)
class Draw:
    """Lots drawn: `order` is every area in the order drawn, `chosen` those that go first.

    `seed`, `algorithm` and `strata` (area, stratum) make the same draw again.
    """

    areas: tuple[str, ...]
    number: int
    seed: str
    algorithm: str
    order: tuple[str, ...]
    chosen: tuple[str, ...]
    strata: tuple[tuple[str, str], ...] = ()
