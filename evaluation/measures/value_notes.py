"""What Fingertips' notes on its values make of a figure, or of the gap where one should stand.

Beside a figure, a note of poor quality, or that it was modelled or estimated rather
than counted there, makes it `unreliable`: such a figure cannot show what changed in an
area. A value that two places share is reported under both, with its note. Where no
figure stands the note says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from evaluation.measures.cells import Gap, read_cell
from evaluation.measures.tables import fold
from evaluation.measures.unreadable import Unreadable
from evaluation.model.observations import Status

# Words of a note -> what they say. The first that is found counts; a note with none of them says nothing.
_BESIDE: Final[Mapping[str, Status]] = dict.fromkeys(
    ("data quality", "modelled", "synthetic", "estimate"), Status.UNRELIABLE
)
_INSTEAD: Final[Mapping[str, Status]] = {
    "disclosure control": Status.SUPPRESSED,
    "number of cases is too small": Status.SUPPRESSED,
    "small sample": Status.UNAVAILABLE,
    "incomplete": Status.UNAVAILABLE,
    "data quality": Status.UNAVAILABLE,
    "combined": Status.UNAVAILABLE,  # the figure stands under the other code
}


@lru_cache(maxsize=10_000)
def said_by_note(note: str, value: str) -> str:
    """The status, as a word, of the figure or gap in the cell `value`; empty where the note says nothing of it."""
    says = _INSTEAD if _is_gap(value) else _BESIDE
    return next((status.value for words, status in says.items() if words in fold(note)), "")


def _is_gap(value: str) -> bool:
    try:
        return isinstance(read_cell(value), Gap)
    except Unreadable:
        return False
