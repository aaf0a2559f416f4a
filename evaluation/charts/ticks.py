"""Round ticks: few, even, and on numbers people say."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Final

from evaluation.charts.spec import Axis, Tick, place
from evaluation.model.places import add_months
from evaluation.words.dates import MONTHS as NAMES
from evaluation.words.numbers import number

# Below this share of the highest value the lowest is near enough to zero to show zero as well.
NEAR_ZERO: Final = 0.4
MONTHS: Final = (1, 3, 6, 12, 24, 60, 120)
MOST, MOST_NARROW = 8, 4


def round_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5 times a power of ten that cuts `span` into at most `most` steps."""
    if span <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(span / most))
    return next(power * step for step in (1, 2, 5, 10) if span / (power * step) <= most * (1 + 1e-9))


def multiples(first: int, last: int, step: float) -> list[float]:
    """`step` times each whole number from `first` to `last`, free of binary dust."""
    return [round(count * step, places_of(step)) for count in range(first, last + 1)]


def places_of(step: float) -> int:
    """How many decimals the multiples of a round step have."""
    return max(0, -math.floor(math.log10(step)))


def level_axis(values: Iterable[float], unit: str, *, from_zero: bool = False) -> Axis:
    """An upright axis with 4 or 5 round ticks around `values`."""
    known = list(values)
    low, high = min(known), max(known)
    if from_zero or 0 <= low < NEAR_ZERO * high:
        low = 0.0
    step = round_step((high - low) or abs(high) or 1.0, 4)
    first, last = math.floor(low / step), math.floor(high / step)
    fewest = 3
    at = multiples(first, max(last, first + fewest), step)
    ticks = tuple(Tick(value, number(value, places_of(step))) for value in at)
    return Axis(at[0], max(at[-1], high), ticks, unit, ticks)


def difference_axis(values: Iterable[float], more: str, fewer: str) -> Axis:
    """A level axis through 0; numbers without sign, the outermost say `more` or `fewer`."""
    known = [0.0, *values]
    low, high = min(known), max(known)
    margin = 0.08 * ((high - low) or 1.0)
    low, high = low - margin, high + margin
    return Axis(
        low,
        high,
        _difference_ticks(low, high, MOST, more, fewer),
        narrow_ticks=_difference_ticks(low, high, MOST_NARROW, more, fewer),
    )


def _difference_ticks(low: float, high: float, most: int, more: str, fewer: str) -> tuple[Tick, ...]:
    step = round_step(high - low, most)
    at = multiples(math.ceil(low / step), math.floor(high / step), step)
    return tuple(Tick(value, _say(value, {at[0], at[-1]}, more, fewer)) for value in at)


def _say(value: float, outermost: set[float], more: str, fewer: str) -> str:
    word = more if value > 0 else fewer
    return f"{abs(value):,g} {word}" if value and value in outermost else f"{abs(value):,g}"


def calendar_axis(low: date, high: date) -> Axis:
    """A time axis with a tick at the start of each year, or of months where there are few years."""
    return Axis(low, high, _calendar_ticks(low, high, MOST), narrow_ticks=_calendar_ticks(low, high, MOST_NARROW))


def _calendar_ticks(low: date, high: date, most: int) -> tuple[Tick, ...]:
    few = (months for months in MONTHS if len(_firsts(low, high, months)) <= most)
    months = next(few, MONTHS[-1])
    at = _firsts(low, high, months)
    return tuple(
        Tick(day, f"{day.year}" if months >= MONTHS[3] else f"{NAMES[day.month - 1][:3]} {day.year}") for day in at
    )


def _firsts(low: date, high: date, months: int) -> list[date]:
    """Each first of a month within, `months` apart, counted from a January of a round year."""
    day = date(low.year - low.year % max(1, months // 12), 1, 1)
    found = []
    while day <= high:
        found += [day] if day >= low else []
        day = add_months(day, months)
    return found


def period_axis(low: date, high: date, periods: list[tuple[date, str]]) -> Axis:
    """A time axis that names periods at their middle (day, words); on a phone every second or third, the last first."""
    ticks = tuple(Tick(day, words) for day, words in periods)
    return Axis(low, high, _every(ticks, MOST), narrow_ticks=_every(ticks, MOST_NARROW))


def _every(ticks: tuple[Tick, ...], most: int) -> tuple[Tick, ...]:
    stride = max(1, math.ceil(len(ticks) / most))
    return tuple(sorted(ticks[::-1][::stride], key=lambda tick: place(tick.at)))
