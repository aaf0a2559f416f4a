"""Files nobody foresaw: a person has said which column is what, once or for every file of these headings."""

from __future__ import annotations

from functools import partial
from typing import Final

from evaluation.measures.source import Source
from evaluation.measures.sources.wide import over_periods
from evaluation.measures.tables import fold
from evaluation.model.mapping import FileMapping
from evaluation.model.measure import Find, Measure

NAME: Final = "mapping"


def source_of(mapping: FileMapping) -> Source:
    """The mapping as a kind of file: known by all its headings, or else by the columns it names."""
    return Source(
        from_workbook=None,
        recognises=partial(_has_the_headings_of, mapping),
        finds=partial(_finds, mapping),
        by_find=not mapping.headings,
        beside={name: column for name in ("group", "symbol") if (column := getattr(mapping, name))},
        title="a file whose columns a person explained",
    )


def _has_the_headings_of(mapping: FileMapping, headings: frozenset[str]) -> bool:
    return bool(mapping.headings) and headings == frozenset(map(fold, mapping.headings))


def _finds(mapping: FileMapping, measure: Measure, headings: frozenset[str]) -> tuple[Find, ...]:
    """Where the measure stands: in all rows, or in those whose text means it."""
    if mapping.measure_column:
        texts = [text for text, meant in mapping.measures.items() if meant == measure.id]
        filters = [{**mapping.only, mapping.measure_column: text} for text in texts]
    else:
        filters = [dict(mapping.only)] if mapping.measure == measure.id else []
    return tuple(found for rows in filters for found in over_periods(_find(mapping, rows), measure, headings))


def _find(mapping: FileMapping, filters: dict[str, str]) -> Find:
    return Find(
        NAME,
        filters,
        area=mapping.area,
        period=mapping.period or None,
        numerator=mapping.numerator or None,
        denominator=mapping.denominator or None,
        value=mapping.value or None,
        values_as=mapping.values_as,
        at=mapping.at or None,
    )
