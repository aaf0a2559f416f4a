"""Which of several kinds of row a measure means, where its plan leaves that open: settled once for the whole file.

A file of Fingertips holds an indicator for men and women, for several ages and by
ethnic group, all for the same area and year. Settling it row by row would take one
age here and another there; a figure is never chosen because the others are missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from evaluation.measures.tables import Table, fold
from evaluation.measures.unreadable import Unreadable
from evaluation.model.measure import Find, Measure

_SHOWN: Final = 12  # texts named of those there are

# One combination of texts that occurs, by folded heading.
_Kind = Mapping[str, str]


def decided(
    table: Table, found: Sequence[tuple[Measure, Find]], apart: Mapping[str, str | None]
) -> Sequence[tuple[Measure, Find]]:
    """The finds with every column of `apart` settled: as declared, as goes without saying, or as the file has it alone.

    Raises Unreadable where several texts are left, naming them.
    """
    if not apart or not found:
        return found
    kinds = _kinds(table, {*apart, *(column for _, find in found for column in find.filters)})
    left: list[tuple[str, str]] = []
    settled = [(measure, _settled(measure, find, kinds, apart, left)) for measure, find in found]
    if left:
        mend = f"Say on the measure, among the filters of `find`, which is meant: {left[0][1]}, for one."
        raise Unreadable("ambiguous-rows", " ".join(dict.fromkeys(said for said, _ in left)), mend)
    return settled


def _kinds(table: Table, columns: Iterable[str]) -> list[_Kind]:
    """The distinct combinations of texts in these columns: few, however long the file."""
    places = {fold(column): table.column(column) for column in sorted(columns) if fold(column) in table.headings}
    combinations = {
        tuple([row[place] if place < len(row) else "" for place in places.values()]) for _, row in table.rows()
    }
    return [dict(zip(places, map(str.strip, texts), strict=True)) for texts in sorted(combinations)]


def _settled(
    measure: Measure, find: Find, kinds: Sequence[_Kind], apart: Mapping[str, str | None], left: list[tuple[str, str]]
) -> Find:
    """The find with a text for each column it left open; what cannot be settled is added to `left`."""
    ours = list(_passing(find, kinds))
    filters = dict(find.filters)
    declared = set(map(fold, filters))
    for column, usual in apart.items():
        if fold(column) in declared or not ours or fold(column) not in ours[0]:
            continue
        texts = {fold(kind[fold(column)]): kind[fold(column)] for kind in ours}
        if len(texts) > 1 and (usual is None or fold(usual) not in texts):
            several = sorted(texts.values())
            left.append((_said(measure, column, several), f'"{column}" = "{several[0]}"'))
            return find
        chosen = usual if usual is not None and fold(usual) in texts else next(iter(texts.values()))
        filters[column] = chosen
        ours = [kind for kind in ours if fold(kind[fold(column)]) == fold(chosen)]
    return replace(find, filters=filters)


def _passing(find: Find, kinds: Iterable[_Kind]) -> Iterator[_Kind]:
    wanted = {fold(column): set(map(fold, texts)) for column, texts in find.wanted.items()}
    return (kind for kind in kinds if all(fold(kind[column]) in texts for column, texts in wanted.items()))


def _said(measure: Measure, column: str, texts: Sequence[str]) -> str:
    more = f" and {len(texts) - _SHOWN} more" if texts[_SHOWN:] else ""
    listed = ", ".join(f'"{text}"' for text in texts[:_SHOWN])
    return f'For {measure.id} the column "{column}" holds {listed}{more}.'
