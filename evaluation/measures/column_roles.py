"""Which column of a file plays which role, guessed from headings and contents."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from evaluation.measures.cells import read_cell
from evaluation.measures.periods import read_period
from evaluation.measures.sources.wide import PERIOD
from evaluation.measures.tables import Table, fold
from evaluation.measures.unreadable import Unreadable
from evaluation.model.framework import Framework
from evaluation.model.gazetteer import Gazetteer, is_code
from evaluation.model.measure import Measure

_OUR_TIME: Final = range(1950, 2100)
_MOST: Final = 0.8  # of the filled cells of a column
PERIOD_IN_HEADING: Final = re.compile(
    r"(?:\d{4}/\d{2,4} ?(?:to|-) ?(?:\d{4}/)?\d{2}(?:/\d{2})?|q[1-4] \d{4}(?:/\d{2})?|\d{4}(?:/\d{2,4})? ?q[1-4]"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}|\d{4}[/-]\d{2}(?:\d{2})?|\d{4})"
)
# Words of headings that tell what a column of numbers is, in the order in which they are tried.
_ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "denominator": ("denominator", "population", "eligible", "cohort", "measured", "base", "out of", "total"),
    "value": ("value", "percent", "%", "rate", "proportion", "share", "score", "average", "mean"),
    "numerator": ("numerator", "count", "number", "achieved", "yes", "obese"),
}
_GROUPS: Final = ("sex", "gender", "ethnic", "characteristic", "group")
_SYMBOLS: Final = ("symbol", "flag", "status", "suppress", "marker")


@dataclass(frozen=True, slots=True)
class Guess:
    """What each column may be, by its heading; empty where nothing looks like it. As in a `FileMapping`."""

    area: str = ""
    period: str = ""
    numerator: str = ""
    denominator: str = ""
    value: str = ""
    group: str = ""
    symbol: str = ""
    measure: str = ""
    values_as: str = "number"


def guess_roles(table: Table, rows: Sequence[Sequence[str]], framework: Framework, gazetteer: Gazetteer) -> Guess:
    """What the columns of a table may be, from its headings and the cells of some `rows`."""
    columns = {
        heading: [row[place].strip() if place < len(row) else "" for row in rows]
        for place, heading in enumerate(table.header)
        if heading
    }
    measures = [measure for measure in framework.measures if measure.retired is None]
    area = _first(columns, lambda cells: _mostly(cells, is_code)) or _first(
        columns,
        lambda cells: _mostly(cells, lambda cell: bool(gazetteer.known_as(cell)) or _is_declared(framework, cell)),
    )
    period = _first(columns, lambda cells: _mostly(cells, lambda cell: _is_period(cell, measures)))
    others = {
        heading: cells
        for heading, cells in columns.items()
        if heading not in {area, period} and not _mostly(cells, is_code)
    }
    figures = _figures(others, over_headings=not period)
    is_percent = any(word in fold(figures.get("value", "")) for word in ("%", "percent"))
    texts = {heading: cells for heading, cells in others.items() if heading not in figures.values()}
    return Guess(
        area=area,
        period=period,
        group=_headed([heading for heading, cells in texts.items() if len(set(cells)) > 1], _GROUPS),
        symbol=_headed(texts, _SYMBOLS),
        measure=_named(measures, table),
        values_as="percent" if is_percent else "number",
        **figures,
    )


def _figures(columns: Mapping[str, Sequence[str]], *, over_headings: bool) -> dict[str, str]:
    """The columns of numbers by their roles; where no column says the period, those headed by periods."""
    numbers = [heading for heading, cells in columns.items() if _mostly(cells, _is_figure)]
    if over_headings:
        numbers = list(patterns(numbers))
    found: dict[str, str] = {}
    for role, words in _ROLES.items():
        left = [heading for heading in numbers if heading not in found.values()]
        found[role] = next((heading for word in words for heading in left if word in fold(heading)), "")
    left = [heading for heading in numbers if heading not in found.values()]
    if not found["value"] and not found["denominator"] and not over_headings:
        found |= _part_and_whole(columns, [heading for heading in (found["numerator"], *left) if heading])
    if not found["value"] and not (found["numerator"] and found["denominator"]):
        found["value"] = next((heading for heading in numbers if heading not in found.values()), "")
    return found


def _part_and_whole(columns: Mapping[str, Sequence[str]], numbers: Sequence[str]) -> dict[str, str]:
    """Two columns of whole numbers, of which one is never above the other: how many, and out of how many."""
    counts = {heading: [_count(cell) for cell in columns[heading]] for heading in numbers}
    for part, whole in itertools.permutations(numbers, 2):
        pairs = [pair for pair in zip(counts[part], counts[whole], strict=False) if None not in pair]
        if pairs and all(one <= other for one, other in pairs if one is not None and other is not None):
            return {"numerator": part, "denominator": whole}
    return {}


def _count(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdecimal() else None


def patterns(headings: Iterable[str]) -> tuple[str, ...]:
    """Headings that hold a period, with `{period}` in its place, each once."""
    patterns = (PERIOD_IN_HEADING.sub(PERIOD, fold(heading), count=1) for heading in headings)
    return tuple(pattern for pattern in dict.fromkeys(patterns) if PERIOD in pattern)


def _first(columns: Mapping[str, Sequence[str]], looks: Callable[[Sequence[str]], bool]) -> str:
    return next((heading for heading, cells in columns.items() if looks(cells)), "")


def _headed(columns: Iterable[str], words: Iterable[str]) -> str:
    return next((heading for word in words for heading in columns if word in fold(heading)), "")


def _mostly(cells: Sequence[str], looks: Callable[[str], bool]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(looks, filled)) >= _MOST * len(filled)


def _is_declared(framework: Framework, cell: str) -> bool:
    return any(fold(cell) in {fold(area.code), fold(area.name)} for area in framework.areas)


def _is_period(cell: str, measures: Iterable[Measure]) -> bool:
    """Whether a measure of the programme would take the cell for a period of our time: a count may look like a year."""
    for measure in measures:
        with suppress(Unreadable):
            return read_period(cell, measure).period.start.year in _OUR_TIME
    return False


def _is_figure(cell: str) -> bool:
    try:
        read_cell(cell)
    except Unreadable:
        return False
    return True


def _named(measures: Sequence[Measure], table: Table) -> str:
    """The only measure, or the one whose name is most like a heading, where one is."""
    if len(measures) == 1:
        return measures[0].id
    likeness = {
        measure.id: max(
            (SequenceMatcher(None, fold(measure.name), fold(text)).ratio() for text in table.header), default=0
        )
        for measure in measures
    }
    best = max(likeness, key=lambda name: likeness[name], default="")
    return best if best and likeness[best] >= _MOST else ""
