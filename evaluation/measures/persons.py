"""Every cell of a file is looked at for what identifies a person; the same text in the same column once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from evaluation.measures.personal import check_row, may_identify
from evaluation.measures.tables import Table

if TYPE_CHECKING:
    from evaluation.measures.chunks import Chunk

_SHORTEST: Final = 5  # characters of the shortest text that identifies anybody: M11AA, a@b.c
_REMEMBERED: Final = 200_000  # texts of a column


@dataclass(frozen=True, slots=True)
class Persons:
    """Remembers the texts of each column that identify nobody."""

    file: str
    table: Table
    _known: dict[int, set[str]] = field(default_factory=dict)

    def check(self, chunk: Chunk) -> None:
        """Raise MeasuresError where a cell of these rows looks like what identifies a person."""
        is_odd = bool(chunk.uneven.any())
        for place, column in enumerate(chunk.columns):
            known = self._known.setdefault(place, set())
            if max(map(len, column)) < _SHORTEST or known.issuperset(column):
                continue
            fresh = set(column) - known
            is_odd |= may_identify(fresh)
            if len(known) > _REMEMBERED:
                known.clear()
            known |= fresh
        if is_odd:
            for number, cells in zip(chunk.numbers.tolist(), chunk.rows, strict=True):
                check_row(self.file, self.table.header, cells, self.table.sheet, number)
