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
# authority interactive tool's "-"; the child measurement programme's "s"; Stat-Xplore's ".."; NHS tables' "*".
# "u" marks a figure withheld as unreliable: without a figure there is nothing to call unreliable.
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
    "c": Status.SUPPRESSED,
    "k": Status.SUPPRESSED,
    "s": Status.SUPPRESSED,
    "*": Status.SUPPRESSED,
    "low": Status.LOW,
}
_BELOW: Final = re.compile(r"<\s*\d+", re.ASCII)  # "<5": there are some, and we are not told how many
_NUMBER: Final = re.compile(
    r"(?P<digits>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)\s*(?P<percent>%)?",
    re.ASCII,
)


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
    """The number or the gap that `text` says.

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
    return Number(number) if text.isascii() and math.isfinite(number) and "_" not in text else _written_out(text)


def _symbol(text: str) -> Gap | None:
    """The gap where `text` is one of the signs for one, bare or in square brackets."""
    bare = text.removeprefix("[").removesuffix("]").casefold()
    if bare in SYMBOLS:
        return Gap(SYMBOLS[bare], text)
    return Gap(Status.SUPPRESSED, text) if _BELOW.fullmatch(text) else None


def _written_out(text: str) -> Number:
    """A number with thousands separated, a typographic minus or a percent sign."""
    if text.startswith("="):
        raise Unreadable(
            "uncalculated-formula",
            f"The cell holds the formula {quoted(text)}, not its result.",
            "Open the file in Excel, let it calculate, save it and bring it in again.",
        )
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
