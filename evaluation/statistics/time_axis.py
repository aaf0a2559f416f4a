"""When each period of a series lies: its distance from the others, and its place in the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.seasons import are_years

Array = NDArray[np.float64]
MONTHS: Final = 12
QUARTERS: Final = 4
# Mean length of a Gregorian year in days.
DAYS: Final = 365.2425
_YEARS: Final = re.compile(r"\d{4}[-/]\d{2}")
_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_MONTH_RUN_ON: Final = re.compile(r"(\d{4})(0[1-9]|1[0-2])")
_QUARTER: Final = re.compile(r"(\d{4})-?Q([1-4])")
_DATE: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WHOLE: Final = re.compile(r"-?\d{1,9}")


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """`at` counts in periods, so that a missing month leaves its gap; `year` is the same in years.

    `year` is None where the labels tell no season.
    """

    at: Array
    year: Array | None = None


def time_axis(periods: Sequence[str], seasons: int | None) -> TimeAxis:
    """Read the labels: school years, months, quarters, dates, numbers; else each period is one step from the last.

    `seasons` is the number of periods in a year, or None to read it from the labels.
    """
    readers = (_split_years, _months, _quarters, _dates, _numbers)
    at, a_year = next((read for reader in readers if (read := reader(periods))), None) or _steps(periods)
    if seasons is not None:
        return TimeAxis(at, at / seasons)
    return TimeAxis(at, at / a_year if a_year else None)


# A reader returns where each period lies, and how many make a year (0 where there are no seasons).
_Read = tuple[Array, float]


def _split_years(periods: Sequence[str]) -> _Read | None:
    """2018-19, 2021-22: school and financial years, so that a missing one leaves its gap."""
    if not (periods and are_years(periods) and all(_YEARS.fullmatch(label) for label in periods)):
        return None
    return np.array([float(label[:4]) for label in periods]), 0


def _months(periods: Sequence[str]) -> _Read | None:
    """2024-03, 202403, and dates that fall on one and the same day of the month."""
    days = {label[7:] for label in periods if _DATE.fullmatch(label)}
    labels = [label[:7] for label in periods] if len(days) == 1 else periods
    for pattern in (_MONTH, _MONTH_RUN_ON):
        found = [pattern.fullmatch(label) for label in labels]
        if all(found) and not are_years([f"{one[1]}-{one[2]}" for one in found if one]):
            return np.array([MONTHS * int(one[1]) + int(one[2]) - 1.0 for one in found if one]), MONTHS
    return None


def _quarters(periods: Sequence[str]) -> _Read | None:
    found = [_QUARTER.fullmatch(label) for label in periods]
    if not all(found):
        return None
    return np.array([QUARTERS * int(one[1]) + int(one[2]) - 1.0 for one in found if one]), QUARTERS


def _dates(periods: Sequence[str]) -> _Read | None:
    """Weeks and days, by their date."""
    if not all(_DATE.fullmatch(label) for label in periods):
        return None
    try:
        days = np.array([float(date.fromisoformat(label).toordinal()) for label in periods])
    except ValueError:
        return None
    step = float(np.diff(days).min()) if len(days) > 1 else 1.0
    return (days / step, DAYS / step) if step > 0 else None


def _numbers(periods: Sequence[str]) -> _Read | None:
    """1, 2, 4: a missing number is a missing period. Not 201718, which counts no periods."""
    if not all(_WHOLE.fullmatch(label) for label in periods):
        return None
    numbers = np.array([float(label) for label in periods])
    steps = np.diff(numbers)
    regular = bool((steps > 0).all()) and (steps.size == 0 or bool((steps % steps.min() == 0).all()))
    return (numbers / (steps.min() if steps.size else 1.0), 0) if regular else None


def _steps(periods: Sequence[str]) -> _Read:
    return np.arange(len(periods), dtype=float), 0
