"""The file that comes with one of Explore Education Statistics: what its columns mean."""

from __future__ import annotations

from collections.abc import Collection

from evaluation.measures.tables import fold, from_text
from evaluation.measures.unreadable import Unreadable, refusal

_NAME, _LABEL, _UNIT = "col_name", "label", "indicator_unit"


def labels(content: bytes, columns: Collection[str]) -> tuple[str, ...]:
    """`gld_number: Number of children ...`, for each of `columns` that the meta file explains.

    Raises MeasuresError where the file is no such meta file.
    """
    grid = from_text("meta file", content)
    heading = next(grid.headings())
    table = grid.below(heading)
    try:
        name, label = table.column(_NAME), table.column(_LABEL)
        unit = table.column(_UNIT) if _UNIT in table.headings else None
    except Unreadable as error:
        raise refusal("meta file", error.code, error.what, "Bring in the meta file of the same release.") from error
    wanted = set(map(fold, columns))
    rows = [row for _, row in table.rows() if len(row) > max(name, label) and fold(row[name]) in wanted]
    units = [row[unit].strip() if unit is not None and len(row) > unit else "" for row in rows]
    return tuple(
        f"{row[name].strip()}: {row[label].strip()}{f' ({said})' if said else ''}"
        for row, said in zip(rows, units, strict=True)
    )
