"""Figures: what was counted, where, when, and how it came to us."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evaluation.model.places import Period


class Status(StrEnum):
    """Why there is a figure, or why there is none. A missing figure is never zero."""

    REPORTED = "reported"
    PROVISIONAL = "provisional"
    UNRELIABLE = "unreliable"
    SUPPRESSED = "suppressed"  # hidden by the source: c, k
    NOT_APPLICABLE = "not_applicable"  # z
    UNAVAILABLE = "unavailable"  # x, "..", "-"
    LOW = "low"  # rounds to zero but is not zero
    MISSING = "missing"  # ".", blank


WITH_FIGURE = frozenset({Status.REPORTED, Status.PROVISIONAL, Status.UNRELIABLE})


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure. Proportions are shares (0-1); `symbol` is what stood in the cell when there was no figure.

    `file`-side position is `sheet` and `row` (the batch knows the file). A
    numerator comes with its denominator or not at all; with them, `value` is their
    quotient (times the measure's base, for a rate). `note` is what the publisher
    remarks on the figure ("There is a data quality issue with this value").
    """

    measure: str
    area: str
    period: Period
    status: Status
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    symbol: str = ""
    group: str = ""
    sheet: str = ""
    row: int = 0
    note: str = ""

    def __post_init__(self) -> None:
        """A figure has a value exactly when its status says so; counts are sane."""
        if (self.value is not None) != (self.status in WITH_FIGURE):
            raise ValueError(f"a {self.status.value} figure {'needs a' if self.value is None else 'has no'} value")
        if (self.numerator is None) != (self.denominator is None):
            raise ValueError("a numerator comes with its denominator")
        if self.denominator is not None and self.denominator <= 0:
            raise ValueError("a denominator is above zero")
        if self.numerator is not None and self.numerator < 0:
            raise ValueError("a count cannot be below zero")

    @property
    def key(self) -> tuple[str, str, str, Period]:
        """What makes it one figure: measure, group, area and period."""
        return (self.measure, self.group, self.area, self.period)


@dataclass(frozen=True, slots=True)
class Batch:
    """One imported file: its name, the sha256 of its bytes, its reader, and what became of its rows and figures.

    A row is used whole, passed over (`filtered`) or refused whole; a used row may
    hold several figures. `observations_digest` seals the figures it brought (the
    new and the revised; an unchanged figure is not stored again).
    """

    file: str
    sha256: str
    source: str
    rows_read: int
    rows_used: int
    rows_filtered: int
    rows_refused: int
    figures_new: int
    figures_revised: int
    figures_unchanged: int
    observations_digest: str = ""

    def __post_init__(self) -> None:
        """Every row is accounted for."""
        if self.rows_used + self.rows_filtered + self.rows_refused != self.rows_read:
            raise ValueError("rows used, filtered and refused must add up to rows read")
