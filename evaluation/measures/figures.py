"""Cells of one row become one figure of a measure: counts, or a published value, or a gap."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from evaluation.measures.cells import Gap, Number, read_cell
from evaluation.measures.unreadable import Unreadable, quoted
from evaluation.model.measure import Measure, Scale
from evaluation.model.observations import WITH_FIGURE, Status

IN_SHARES = frozenset({Scale.PROPORTION, Scale.PUBLISHED_PERCENTAGE})
# Symbols that stand beside a figure, not in its place.
_MARKS = {"p": Status.PROVISIONAL, "u": Status.UNRELIABLE, "r": Status.REPORTED}


@dataclass(frozen=True, slots=True)
class Figure:
    """What an observation says, without its measure, area and period."""

    status: Status
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    symbol: str = ""


def from_counts(measure: Measure, numerator: Number | Gap, denominator: Number | Gap) -> Figure:
    """The quotient of two counts: a share, a mean, or a rate for `measure.per` people.

    Nothing out of nothing is no figure. Raises Unreadable for counts that cannot be.
    """
    for cell in (numerator, denominator):
        if isinstance(cell, Gap):
            return Figure(cell.status, symbol=cell.symbol)
    assert isinstance(numerator, Number)
    assert isinstance(denominator, Number)
    _counts_can_be(measure, numerator, denominator)
    if denominator.value == 0:
        return Figure(Status.NOT_APPLICABLE, symbol="0")
    base = measure.per if measure.scale is Scale.RATE else 1
    value = base * numerator.value / denominator.value
    if not math.isfinite(value):
        raise Unreadable("bad-number", "The counts are too large to be counts of people.", "Correct them.")
    return Figure(Status.REPORTED, value, numerator.value, denominator.value)


def _counts_can_be(measure: Measure, numerator: Number, denominator: Number) -> None:
    if numerator.percent or denominator.percent:
        raise Unreadable(
            "bad-number", "A percentage stands where a count should.", "Give how many, and out of how many."
        )
    if denominator.value < 0 or numerator.value < 0:
        raise Unreadable("negative-count", "A count is below zero.", "Correct the count, or leave it blank.")
    nothing = denominator.value == 0 and numerator.value != 0
    if nothing or (measure.scale is Scale.PROPORTION and numerator.value > denominator.value):
        raise Unreadable(
            "numerator-over-denominator",
            f"{numerator.value:,g} were counted out of only {denominator.value:,g}.",
            "Check that the two counts are not swapped and describe the same children.",
        )


def from_value(measure: Measure, cell: Number | Gap, values_as: str) -> Figure:
    """A published value. Percentages become shares; `values_as` says which it is where no percent sign does.

    The range alone never decides between a share and a percentage. Raises
    Unreadable for a share or a percentage out of its range.
    """
    if isinstance(cell, Gap):
        return Figure(cell.status, symbol=cell.symbol)
    is_percent = cell.percent or values_as == "percent"
    value = cell.value / 100 if is_percent else cell.value
    if measure.scale in IN_SHARES and not 0 <= value <= 1:
        raise Unreadable(
            "percent-out-of-range",
            f"{cell.value:g} is not a {'percentage from 0 to 100' if is_percent else 'share from 0 to 1'}.",
            "Correct it." if is_percent else "Write 74% or 0.74, or give the two counts.",
        )
    if measure.scale is Scale.RATE and value < 0:
        raise Unreadable("negative-count", "A rate is below zero.", "Correct it, or leave it blank.")
    return Figure(Status.REPORTED, value)


def stated(figure: Figure, status: str, symbol: str) -> Figure:
    """The figure as a `status` or `symbol` column beside it says, where there is one and it says anything.

    Raises Unreadable where the two contradict each other or the word is unknown.
    """
    says = _said(status, symbol, has_figure=figure.value is not None)
    if says is None or says is figure.status:
        return figure
    if (says in WITH_FIGURE) is not (figure.value is not None):
        raise Unreadable(
            "contradicting-status",
            f"It is marked {quoted(status or symbol)} and {'no' if figure.value is None else 'a'} figure stands there.",
            "Correct the mark or the figure.",
        )
    return replace(figure, status=says, symbol=figure.symbol or ("" if says in WITH_FIGURE else symbol))


def _said(status: str, symbol: str, *, has_figure: bool) -> Status | None:
    """What a status word (`suppressed`) or else a symbol (`c`) says; None where neither says anything."""
    word = status.casefold().replace(" ", "_")
    if word:
        if word not in set(Status):
            choices = ", ".join(status.value for status in Status)
            raise Unreadable("not-a-choice", f"{quoted(status)} is not a status.", f"Write one of: {choices}.")
        return Status(word)
    if not symbol:
        return None
    if has_figure and symbol.casefold() in _MARKS:
        return _MARKS[symbol.casefold()]
    gap = read_cell(symbol)
    if isinstance(gap, Gap):
        return gap.status
    raise Unreadable("bad-number", f"{quoted(symbol)} is not a symbol we know.", "Use z, x, c, low, k or u.")
