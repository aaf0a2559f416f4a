"""Placebo areas on the official figures for the good level of development: nothing happened there, by construction.

Each draw names other areas test areas of the same figures, so that all of them are
fitted at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import Refusal
from evaluation.statistics import Panel
from evaluation.statistics.changes import changes
from evaluation.statistics.inference.area_regression import TEST
from evaluation.statistics.inference.interval import interval_many
from evaluation.statistics.inference.random_effects import fit_many
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import choose
from tests.official import TO_2019, good_level

Array = NDArray[np.float64]
DRAWS: Final = 2_000
START: Final = 4  # the school year 2016/17
LOWEST: Final = 30
CHOSEN: Final = 3
YEARS: Final = {"2013": 0, "2015": 2, "2016": 3}
# Where the choice was made in the first year there is none before it; then the year after stands in.
EARLIER: Final = {"2013": 1, "2015": 1, "2016": 2}
ALARM: Final = 0.05
SEED: Final = 20260310


@dataclass(frozen=True, slots=True)
class Placebo:
    """A row of the table: placebo areas (draws x areas), the covariate beside them, and the bars."""

    name: str
    is_test: NDArray[np.bool_]
    covariate: Array | None
    bars: tuple[float, float] | None


def figures() -> Panel:
    """All authorities with figures in every year. Skips the test where the file is not there."""
    panel = Panel.from_frame(good_level(TO_2019))
    return panel.take(np.asarray(np.isfinite(panel.values).all(axis=1)))


def alarms(panel: Panel, placebo: Placebo) -> Array:
    """The p-value of each draw."""
    one = replace(panel, starts=np.where(np.arange(len(panel.areas)) == 0, START, -1))
    windows = choose(one, Settings(), "area-change")
    if isinstance(windows, Refusal):
        raise TypeError(windows.why)
    found = changes(one, windows)
    columns = (
        [np.ones(len(found.areas))] if placebo.covariate is None else [np.ones(len(found.areas)), placebo.covariate]
    )
    shared = np.broadcast_to(np.column_stack(columns), (len(placebo.is_test), len(found.areas), len(columns)))
    design = np.concatenate([shared[..., :1], placebo.is_test[..., None], shared[..., 1:]], axis=2)
    change, variance = (np.broadcast_to(each, placebo.is_test.shape) for each in (found.change, found.variance))
    return interval_many(fit_many(change, variance, design), TEST, 0.95).p_value


def at_random(panel: Panel, test: int) -> Placebo:
    """So many areas drawn by lot."""
    drawn = _drawn(np.arange(len(panel.areas)), len(panel.areas), test, SEED + test)
    return Placebo(f"{test} at random", drawn, None, (0.03, 0.08))


def from_the_lowest(panel: Panel, year: str) -> Iterator[Placebo]:
    """Three of the 30 lowest in a year: with the level they were chosen on, and what others would have taken."""
    at, levels = YEARS[year], panel.values
    lowest = np.argsort(levels[:, at], kind="stable")[:LOWEST]
    drawn = _drawn(lowest, len(panel.areas), CHOSEN, SEED + int(year))
    name = f"{CHOSEN} of the {LOWEST} lowest in {year}"
    beside = "the year after" if EARLIER[year] > at else "an earlier year"
    yield Placebo(f"{name}, with that level", drawn, levels[:, at], (0.0, 0.08))
    yield Placebo(f"{name}, without", drawn, None, None)
    yield Placebo(f"{name}, with the mean before", drawn, levels[:, :START].mean(axis=1), None)
    yield Placebo(f"{name}, with {beside}", drawn, levels[:, EARLIER[year]], None)


def placebos(panel: Panel) -> Iterator[Placebo]:
    """All rows."""
    for test in (1, 2, 3, 5):
        yield at_random(panel, test)
    for year in YEARS:
        yield from from_the_lowest(panel, year)


def _drawn(among: NDArray[np.intp], areas: int, test: int, seed: int) -> NDArray[np.bool_]:
    keys = np.random.default_rng(seed).random((DRAWS, len(among)))
    is_test = np.zeros((DRAWS, areas), dtype=bool)
    np.put_along_axis(is_test, among[np.argsort(keys, axis=1)[:, :test]], values=True, axis=1)
    return is_test
