"""Rows that hold a remark and no figure: titles, labels, sources and notes around a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

_BEGINS: Final = re.compile(r"(?:source|note|footnote)s?(?: ?\d+)?(?::|\.|$)", re.IGNORECASE)
_NARROW: Final = 2  # columns; in so narrow a table one text may be half of a figure
_SHOWN: Final = 10  # rows named


def is_remark(cells: Sequence[str], width: int) -> bool:
    """Whether a row that gives no figure says something else: one text of several words alone, or "Source: ..."."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return False
    is_alone = len(filled) == 1 and width > _NARROW and len(filled[0].split()) > 1
    return is_alone or _BEGINS.match(filled[0]) is not None


def said_of_remarks(rows: Sequence[int]) -> Iterable[str]:
    """Which rows were passed over for holding a remark."""
    if rows:
        more = f" and {len(rows) - _SHOWN} more" if rows[_SHOWN:] else ""
        shown = ", ".join(map(str, rows[:_SHOWN]))
        yield f"Rows passed over because they hold a remark and no figure: {shown}{more}."
