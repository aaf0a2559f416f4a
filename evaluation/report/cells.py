"""A cell as it stands in a file: hidden says so, a gap is empty, and no text runs as a formula."""

from __future__ import annotations

import re
from typing import Final

from evaluation.model.release import HIDDEN, Cell

HIDDEN_WORDS: Final = "hidden to protect privacy"
# What no file of text or of Excel may hold (XML 1.0, section 2.2: all below a space but tab and the two line ends).
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A cell that begins with one of these, blanks aside, is read as a formula (OWASP: CSV injection); some programs
# take the wide forms of East Asian keyboards for the plain ones.
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - meant


def written(cell: Cell) -> str | int | float | None:
    """The cell as a file holds it: a number, text without what no file may hold, or None for a gap."""
    if cell is HIDDEN:
        return HIDDEN_WORDS
    return writable(cell) if isinstance(cell, str) else cell


def writable(text: str) -> str:
    """The text without characters that would make the file unreadable."""
    return _UNWRITABLE.sub("", text)


def runs(text: str) -> bool:
    """Whether a spreadsheet might run this text as a formula."""
    return text.startswith(_STARTS_A_FORMULA) or text.lstrip().startswith(_STARTS_A_FORMULA)
