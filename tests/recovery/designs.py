"""The designs of the recovery table: which panels are drawn, which method speaks, which bars must hold.

A row's name says its design; its seed is made of the name, so that rows can be
added without moving the others.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.simulate import Design

SMALLEST, LARGEST = 30, 400  # children a month in the smallest and the largest area
EQUAL: Final = 100
SEED: Final = 20261121
# What intervals are asked to cover, on log-odds.
EFFECT: Final = 0.4
# Panels a row: many where thousands are fitted at once, fewer where they are taken one by one.
MANY, SEVERAL, SOME = 10_000, 1_000, 400


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `is_barred`: false alarms and coverage must lie within the bars."""

    part: str
    name: str
    method: str
    design: Design
    is_barred: bool
    panels: int = MANY
    adjusted: bool = True

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.method} | {self.part} | {self.name}"

    @property
    def seed(self) -> int:
        """Its own, from its name."""
        return SEED + zlib.crc32(self.key.encode())


def sizes(areas: int, test: int, kind: str) -> NDArray[np.float64]:
    """Children a month by area, test areas first: all alike, or spread with the test areas among the `kind`."""
    if kind == "equal":
        return np.full(areas, float(EQUAL))
    spread = np.linspace(SMALLEST, LARGEST, areas)
    first = {"small": 0, "middling": (areas - test) // 2, "large": areas - test}[kind]
    chosen = np.arange(first, first + test)
    return np.concatenate([spread[chosen], np.delete(spread, chosen)])


def rows() -> tuple[Row, ...]:
    """All of them, in the order of the table."""
    return (
        *_sizes_and_shocks(),
        *_few_and_many(),
        *_very_unequal(),
        *_noisier_test_areas(),
        *_chosen_as_the_worst(),
        *_other_shapes(),
        *_other_methods(),
    )


def _area_change(part: str, name: str, design: Design, *, adjusted: bool = True) -> Row:
    """Barred in all designs the ladder gives it; not where what it was chosen on is left out on purpose."""
    return Row(part, name, "area-change", design, is_barred=adjusted, adjusted=adjusted)


def _sizes_and_shocks() -> Iterator[Row]:
    ups_and_downs = [(0.0, 0.0), *product((0.15, 0.3), (0.0, 0.6, 0.9))]
    for test, kind, (shock, rho) in product((1, 2, 4), ("equal", "small", "middling", "large"), ups_and_downs):
        design = Design(test=test, denominators=sizes(12, test, kind), shock=shock, rho=rho)
        yield _area_change("sizes and shocks", f"{test} of 12, {kind}, shocks {shock}, rho {rho}", design)


def _few_and_many() -> Iterator[Row]:
    some = [(0.0, 0.0), (0.15, 0.6), (0.15, 0.9), (0.3, 0.6)]
    for areas, kind, (shock, rho) in product((6, 7, 8, 10, 30), ("equal", "small", "large"), some):
        design = Design(areas=areas, denominators=sizes(areas, 2, kind), shock=shock, rho=rho)
        yield _area_change("few and many areas", f"2 of {areas}, {kind}, shocks {shock}, rho {rho}", design)


def _very_unequal() -> Iterator[Row]:
    """From hamlets to a city: 20 to 3,000 children a month, the test areas at either end."""
    for (test, areas), large, shock in product(((1, 12), (2, 12), (4, 12), (2, 30)), (True, False), (0.0, 0.1, 0.3)):
        spread = np.geomspace(20, 3_000, areas)
        design = Design(areas=areas, test=test, denominators=spread[::-1] if large else spread, shock=shock)
        name = f"{test} of {areas}, 20 to 3,000 children, {'large' if large else 'small'}, shocks {shock}"
        yield _area_change("very unequal areas", name, design)


def _noisier_test_areas() -> Iterator[Row]:
    for (test, areas), times, rho in product(((1, 12), (2, 12), (4, 12), (2, 30)), (1.5, 2.0), (0.0, 0.6, 0.9)):
        shock = 0.15 * np.where(np.arange(areas) < test, times, 1.0)
        design = Design(areas=areas, test=test, shock=shock, rho=rho)
        name = f"{test} of {areas}, test areas {times} times as noisy, rho {rho}"
        yield _area_change("noisier test areas", name, design)


def _chosen_as_the_worst() -> Iterator[Row]:
    years = Design(test=3, periods=6, start=3, denominators=1_000, shock=0.2, area_noise=0.2)
    for (areas, pool), at, adjusted in product(((12, 3), (40, 10)), (0, 1, 2), (True, False)):
        when = ("first", "middle", "last")[at]
        beside = "with the level" if adjusted else "without the level"
        name = f"3 of {areas}, the worst in the {when} year before, {beside}"
        design = replace(years, areas=areas, pool=pool, chosen_worst_at=at)
        yield _area_change("chosen as the worst", name, design, adjusted=adjusted)


def _other_shapes() -> Iterator[Row]:
    for test in (2, 4):
        spread = np.linspace(-1, 1, test)
        yield _area_change(
            "effects that differ", f"{test} of 12, by 0.2 either way", Design(test=test, effect=0.2 * spread)
        )
    for people in (6, 8, 10):
        events = people * 2 * 12 * 0.04
        design = Design(level=0.04, denominators=people)
        yield _area_change("few events", f"2 of 12, about {events:.0f} on either side", design)
    for starts in ((10, 13), (9, 11, 13, 15)):
        name = f"{len(starts)} of 12, starts {', '.join(map(str, starts))}"
        yield _area_change("near starts", name, Design(test=len(starts), starts=starts))


def _other_methods() -> Iterator[Row]:
    """In the designs the ladder gives them; second opinions are measured, not barred."""
    apart = Design(areas=16, test=6, starts=(8, 8, 12, 12, 16, 16))
    alone = Design(areas=1, test=1, periods=48, start=36, shock=0.1)
    asked = (
        ("two-way", "4 of 12", Design(test=4), False, SOME),
        ("event-study", "2 of 12", Design(), True, SEVERAL),
        ("staggered", "6 of 16, starts 8, 12 and 16", apart, True, SOME),
        ("gap", "2 of 12, two groups", Design(), True, SEVERAL),
        ("synthetic-control", "1 of 12", Design(test=1), False, SOME),
        ("synthetic-difference-in-differences", "1 of 12", Design(test=1), False, SOME),
        ("interrupted-series", "1 alone, 48 months", alone, True, SOME),
        ("before-after", "2 alone", Design(), False, SEVERAL),
    )
    for (method, name, design, is_barred, panels), rho in product(asked, (0.0, 0.6)):
        yield Row("in its place", f"{name}, rho {rho}", method, replace(design, rho=rho), is_barred, panels)
