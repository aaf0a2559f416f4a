"""A cell's text becomes a number, or a gap with its reason. A gap is never zero."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.measures.unreadable import Unreadable, quoted
from evaluation.model.observations import Status

# What publishers write where there is no figure: the Department for Education's z x c low k u and "."; the local
# authority interactive tool's "-"; the child measurement programme's "s"; Stat-Xplore's ".."; Eurostat's ":"; NHS
# tables' "*"; the performance tables' SUPP. "u" marks a figure withheld as unreliable: without a figure there is
# nothing to call unreliable.
SYMBOLS: Final[Mapping[str, Status]] = {
    "": Status.MISSING,
    ".": Status.MISSING,
    "na": Status.MISSING,
    "n/a": Status.MISSING,
    "null": Status.MISSING,
    "z": Status.NOT_APPLICABLE,
    "x": Status.UNAVAILABLE,
    "u": Status.UNAVAILABLE,
    "..": Status.UNAVAILABLE,
    ":": Status.UNAVAILABLE,
    "-": Status.UNAVAILABLE,
    "\N{EN DASH}": Status.UNAVAILABLE,
    "\N{EM DASH}": Status.UNAVAILABLE,
    "\N{HORIZONTAL ELLIPSIS}": Status.UNAVAILABLE,  # what Word makes of dots
    "not available": Status.UNAVAILABLE,
    "not applicable": Status.NOT_APPLICABLE,
    "c": Status.SUPPRESSED,
    "k": Status.SUPPRESSED,
    "s": Status.SUPPRESSED,
    "*": Status.SUPPRESSED,
    "supp": Status.SUPPRESSED,
    "suppressed": Status.SUPPRESSED,
    "low": Status.LOW,
}
# "<5", "fewer than 5", "1 to 4", ">95%": on one side of a bound, and we are not told where.
_BOUND: Final = re.compile(
    r"(?:[<>\u2264\u2265]=?|(?:fewer|less|more) than|under|over)\s*\d+(?:\.\d+)?\s*%?|[01]\s*(?:-|\u2013|to)\s*\d",
    re.ASCII | re.IGNORECASE,
)
# As many digits as a spreadsheet keeps of a number (Excel specifications and limits: 15); what stands behind them came
# of storing a decimal in binary. 71.400000000000006 was published as 71.4.
_DIGITS: Final = 15
_NUMBER: Final = re.compile(
    r"(?P<digits>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)\s*(?P<percent>%)?",
    re.ASCII,
)


# What a reader writes before a number that cannot be taken, and what is said of it.
MERGED: Final = "merged cells:"
UNCLEAR: Final = "unclear comma:"
_MARKED: Final[Mapping[str, tuple[str, str]]] = {
    MERGED: (
        "Cells of several rows are merged into one that holds {}.",
        "Unmerge the cells and write each row's own figure.",
    ),
    UNCLEAR: (
        "{} may have a comma for its decimal point, or between its thousands.",
        "Write numbers with a decimal point and without commas.",
    ),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stood; `percent` where a percent sign stood beside it (and `value` is still out of 100)."""

    value: float
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """No figure: why, and what stood there."""

    status: Status
    symbol: str


def read_cell(text: str) -> Number | Gap:
    """The number or the gap that `text` says. Of a number, as many digits as a spreadsheet keeps.

    Raises
    ------
    Unreadable
        For a formula that was never calculated, and for any other text.
    """
    text = text.strip()
    try:
        number = float(text)  # the quick way for all but a few cells; "nan" and "1_000" are sorted out below
    except ValueError:
        return _symbol(text) or _written_out(text)
    if not text.isascii() or not math.isfinite(number) or "_" in text:
        return _written_out(text)
    return Number(number if len(text) <= _DIGITS else float(f"{number:.{_DIGITS}g}"))


def _symbol(text: str) -> Gap | None:
    """The gap where `text` is one of the signs for one, bare or in square brackets."""
    bare = text.removeprefix("[").removesuffix("]").casefold()
    if bare in SYMBOLS:
        return Gap(SYMBOLS[bare], text)
    return Gap(Status.SUPPRESSED, text) if _BOUND.fullmatch(text) else None


def _written_out(text: str) -> Number:
    """A number with thousands separated, a typographic minus or a percent sign."""
    if text.startswith("="):
        raise Unreadable(
            "uncalculated-formula",
            f"The cell holds the formula {quoted(text)}, not its result.",
            "Open the file in Excel, let it calculate, save it and bring it in again.",
        )
    for mark, (what, mend) in _MARKED.items():
        if text.startswith(mark):
            raise Unreadable("bad-number", what.format(quoted(text.removeprefix(mark).strip())), mend)
    found = _NUMBER.fullmatch(text.replace("\N{MINUS SIGN}", "-"))
    try:
        number = float(found["digits"].replace(",", "")) if found else math.nan
    except ValueError:
        number = math.nan
    if found is None or not math.isfinite(number):
        raise Unreadable(
            "bad-number", f"{quoted(text)} is not a number.", "Write digits only, like 1234 or 12.5, or leave it blank."
        )
    return Number(number, percent=found["percent"] is not None)
