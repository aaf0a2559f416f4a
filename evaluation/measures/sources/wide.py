"""Wide files: one row an area, and a column for each period.

A measure declares the columns with `{period}` where the period stands: `value =
"{period} | %"` finds "2008/09 to 2010/11 | %" and all its neighbours, `numerator =
"{period} Number"` and `denominator = "{period} Measured"` find pairs, `note =
"{period} - Annotations"` the remarks beside them. A file made for the programme
has the columns `measure` and `area`, and headings that are periods of the measure
(`2018/19`, or `2018/19 numerator` and `2018/19 denominator`); it needs no declaring.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

from evaluation.measures.periods import parse_period, read_period
from evaluation.measures.source import Source
from evaluation.measures.tables import fold
from evaluation.measures.unreadable import Unreadable
from evaluation.model.measure import Find, LoneYear, Measure
from evaluation.model.places import Period, PeriodKind

PERIOD: Final = "{period}"
MEASURE: Final = "measure"
_AREA: Final = "area"
_COUNTS: Final = (f"{PERIOD} numerator", f"{PERIOD} denominator")


def recognises(headings: frozenset[str]) -> bool:
    """Whether the headings are those of a wide file made for the programme."""
    if not headings >= {MEASURE, _AREA} or "period" in headings:
        return False
    bare = {heading.removesuffix(count.removeprefix(PERIOD)) for heading in headings for count in _COUNTS}
    return any(_is_period(text) for text in bare)


def _is_period(text: str) -> bool:
    for kind in PeriodKind:
        with suppress(Unreadable):
            return bool(parse_period(text, kind))
    return False


def finds(measure: Measure, headings: frozenset[str]) -> tuple[Find, ...]:
    """As the measure declares, a find for each period in the headings; then by its id, or an earlier id."""
    declared = [find for find in measure.find if find.source == "wide"]
    return tuple(
        spread for find in (*declared, *_own(measure, headings)) for spread in over_periods(find, measure, headings)
    )


def over_periods(find: Find, measure: Measure, headings: frozenset[str]) -> tuple[Find, ...]:
    """The find once for each period its columns are there for; itself where there is none, to say what is missing.

    Raises Unreadable where two headings say the same period.
    """
    named = (find.numerator, find.denominator, find.value)
    figures = [fold(column) for column in named if column is not None]
    patterns = [column for column in figures if PERIOD in column]
    if not patterns:
        return (find,)
    found: dict[Period, str] = {}
    for text, period in sorted(_periods(patterns[0], headings, measure, find.lone_year)):
        if not all(column.replace(PERIOD, text) in headings for column in figures):
            continue
        if period in found:
            raise _twice(period, found[period], text)
        found[period] = text
    return tuple(_at(find, text, headings) for _, text in sorted(found.items())) or (find,)


def _periods(
    pattern: str, headings: frozenset[str], measure: Measure, lone_year: LoneYear | None
) -> Iterator[tuple[str, Period]]:
    """What stands in the headings in place of `{period}`, where it is a period of this measure."""
    before, _, after = pattern.partition(PERIOD)
    for heading in headings:
        if heading.startswith(before) and heading.endswith(after) and len(heading) > len(before) + len(after):
            text = heading[len(before) : len(heading) - len(after)]
            with suppress(Unreadable):
                yield text, read_period(text, measure, lone_year).period


def _at(find: Find, text: str, headings: frozenset[str]) -> Find:
    """The find for the one period written as `text`; a column of remarks may be lacking."""
    columns = (find.numerator, find.denominator, find.value, find.note)
    *figures, note = (None if column is None else fold(column).replace(PERIOD, text) for column in columns)
    numerator, denominator, value = figures
    return replace(
        find,
        numerator=numerator,
        denominator=denominator,
        value=value,
        note=note if note in headings else None,
        period=None,
        at=text,
    )


def _own(measure: Measure, headings: frozenset[str]) -> Sequence[Find]:
    """Where the measure stands in a file made for the programme: counts where both are there go first."""
    if not recognises(headings):
        return ()
    named = [Find("wide", {MEASURE: name}, area=_AREA) for name in (measure.id, *measure.formerly)]
    numerator, denominator = _COUNTS
    counts = [replace(find, numerator=numerator, denominator=denominator) for find in named]
    return [*counts, *(replace(find, value=PERIOD) for find in named)]


def _twice(period: Period, one: str, other: str) -> Unreadable:
    return Unreadable(
        "duplicate-key",
        f'Two headings say the same period, {period.notation}: "{one}" and "{other}".',
        "Take out the one that is not meant.",
    )


SOURCE = Source(
    from_workbook=None,
    recognises=recognises,
    finds=finds,
    by_find=True,
    names_measures=MEASURE,
    title="a table with a column for each period",
)
