"""Months against the same months: which periods before the start answer those after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Periods = NDArray[np.intp]
_LABEL: Final = re.compile(r"(?P<year>\d{4})-(?:(?P<month>\d{2})(?:-\d{2})?|Q(?P<quarter>[1-4]))")


def seasons_of(periods: Sequence[str], seasons: int | None) -> NDArray[np.intp]:
    """The season of each period: from a count of periods a year, or from labels such as 2024-03 and 2024-Q2.

    All 0 where there are no seasons, as in years and in labels that say nothing.
    """
    if seasons is not None:
        return np.arange(len(periods)) % seasons
    found = [_LABEL.fullmatch(period) for period in periods]
    if not found or any(label is None for label in found) or are_years(periods):
        return np.zeros(len(periods), dtype=np.intp)
    return np.array([int(label["month"] or label["quarter"]) for label in found if label], dtype=np.intp)


def matched(before: Periods, after: Periods, season: NDArray[np.intp]) -> tuple[Periods, Periods]:
    """The windows with each season as heavy before as after, as far as the figures allow.

    Periods after the start whose season never occurs before it fall out (unless all
    would). Of the periods before, as many whole copies of the seasons after as there
    are, the latest first; with less than one copy, all whose season occurs after.
    """
    there = {one: before[season[before] == one] for one in set(season[before].tolist())}
    met = after[np.array([one in there for one in season[after].tolist()], dtype=bool)]
    needed = Counter(season[met].tolist())
    if not needed or len(needed) == 1 == len(there):
        return before, after
    copies = min(there[one].size // number for one, number in needed.items())
    taken = (there[one][-copies * number :] if copies else there[one] for one, number in needed.items())
    return np.sort(np.concatenate(list(taken))), met


def are_years(periods: Iterable[str]) -> bool:
    """Whether labels such as 2010-11 are years that end in the next, not Novembers."""
    return all(len(label) == len("2010-11") and label[-2:] == f"{(int(label[:4]) + 1) % 100:02d}" for label in periods)
