"""What to say of a file that no reader knows: some come beside figures and are none themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from evaluation.measures.tables import fold

_UNKNOWN: Final = "We do not know files with these headings."
_MEND: Final = (
    "Use the template, say which column is what, or declare on the measure how to find itself in such a file."
)
_EXPLAINS: Final = frozenset({"col_name", "label"})  # the meta file of Explore Education Statistics
_OF_PLACES: Final = re.compile(
    r"(?:gss|ltla|utla|lad|la|lsoa|msoa|rgn|ctry)\d*[ _-]?(?:code|cd|number|num)(?:s)?|sn\d+", re.ASCII
)


def said_of(headings: Iterable[Sequence[str]]) -> tuple[str, str]:
    """What the rows near the top of a file show it to be, and what to do with it."""
    rows = [list(map(fold, heading)) for heading in headings]
    if any(set(row) >= _EXPLAINS for row in rows):
        return "This file explains the columns of another.", "Bring it in beside the file of figures it came with."
    if rows and rows[0][0].startswith(("{", "[{")):
        return "This is JSON and no table.", "Bring in the table of figures, as CSV or Excel."
    if any(_OF_PLACES.fullmatch(cell) for row in rows for cell in row):
        return _UNKNOWN, f"If it says which places there are, bring it in with the command `places`. {_MEND}"
    return _UNKNOWN, _MEND
