"""Long CSV files: one figure a row.

Files made for the programme have the columns `measure` (its id), `area` (its
code), `period`, and `numerator` and `denominator` or `value`; `symbol` or
`status` and `group` may stand beside them. A file with other headings is read
where a measure declares how to find itself in it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from evaluation.measures.source import Source
from evaluation.model.measure import Find, Measure

MEASURE: Final = "measure"
_OWN: Final = frozenset({MEASURE, "area", "period"})
_COUNTS: Final = frozenset({"numerator", "denominator"})
_FIGURES: Final = _COUNTS | {"value"}


def recognises(headings: frozenset[str]) -> bool:
    """Whether the headings are those of a file made for the programme."""
    return headings >= _OWN and (headings >= _COUNTS or "value" in headings)


def finds(measure: Measure, headings: frozenset[str], sources: tuple[str, ...] = ("tidy",)) -> tuple[Find, ...]:
    """As the measure declares for `sources`, what is left out filled in; then by its id, or an earlier id."""
    declared = [find for find in measure.find if find.source in sources]
    known = [_filled_in(find, measure.id, headings) for find in declared]
    return (*known, *(_filled_in(Find("tidy"), name, headings) for name in (measure.id, *measure.formerly)))


def _filled_in(find: Find, name: str, headings: frozenset[str]) -> Find:
    """The find with this shape's own columns where it names none."""
    figures: dict[str, Any] = {} if find.numerator or find.denominator or find.value else _own_figures(headings)
    return replace(
        find,
        filters=find.filters or {MEASURE: name},
        area=find.area or "area",
        period=find.period or "period",
        **figures,
    )


def _own_figures(headings: frozenset[str]) -> dict[str, str]:
    """Counts where the file has both, and the value where it has one; both are asked for where it has neither."""
    there = (_FIGURES if headings >= _COUNTS else _FIGURES - _COUNTS) & headings
    return {column: column for column in sorted(there or _COUNTS)}


SOURCE = Source(
    from_workbook=False,
    recognises=recognises,
    finds=finds,
    by_find=True,
    names_measures=MEASURE,
    title="a table with a row for each figure",
)
