"""Counts of an area as it is now, for the years when it was several; and of an area as it was, now that it is several.

Counts of whole parts add up. Percentages and averages without their counts do not,
and nobody knows how the counts of a place that was split fall to its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.assemble.periods import NOT_ARRIVED
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.measure import Measure, Scale
from evaluation.model.observations import WITH_FIGURE, Observation, Status
from evaluation.model.places import ChangeKind, Period


class CannotCarryError(ValueError):
    """Why counts cannot be carried over, as a phrase."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Figures of one measure by area, group and period, and what places became of which."""

    measure: Measure
    gazetteer: Gazetteer
    figures: dict[tuple[str, str, Period], Observation]
    groups: tuple[str, ...]

    @classmethod
    def of(cls, figures: Iterable[Observation], measure: Measure, gazetteer: Gazetteer) -> Carrier:
        """A carrier of these figures; those that have not arrived are not there."""
        known = {(one.area, one.group, one.period): one for one in figures if one.status not in NOT_ARRIVED}
        return cls(measure, gazetteer, known, tuple(sorted({group for _, group, _ in known})))

    def has(self, code: str, period: Period) -> bool:
        """Whether any group has a figure of this area and period."""
        return any((code, group, period) in self.figures for group in self.groups)

    def carried(self, code: str, group: str, period: Period) -> Observation:
        """The figure of the area, its own or that of its parts added up.

        Raises
        ------
        CannotCarryError
            Where a part has no figure, or one without counts, or nobody knows the parts.
        """
        own = self.figures.get((code, group, period))
        if own is not None:
            return own
        parts = self._parts(code, period)
        return self._added(code, [self.carried(part, group, period) for part in parts])

    def _parts(self, code: str, period: Period) -> tuple[str, ...]:
        """The places it was made of in this period, or that make it up since.

        A period into which the change falls is published for the one or for the other.
        """
        for change in self.gazetteer.changes_of(code):
            if change.kind is ChangeKind.MERGED and code in change.after and period.start < change.on:
                return change.before
            if change.kind is ChangeKind.SPLIT and code in change.before and period.end > change.on:
                return change.after
        raise CannotCarryError(f"there are no figures of {self.gazetteer.name(code)} for {period.notation}")

    def _added(self, code: str, parts: Sequence[Observation]) -> Observation:
        first = parts[0]
        for part in parts:
            if part.status in WITH_FIGURE and part.numerator is None:
                raise CannotCarryError(
                    f"the figures of {self.gazetteer.name(part.area)} are published without their counts, "
                    "and percentages and averages do not add up"
                )
        hidden = [part for part in parts if part.status not in WITH_FIGURE]
        said: dict[str, Any] = {"measure": first.measure, "area": code, "period": first.period, "group": first.group}
        if hidden:
            return Observation(**said, status=hidden[0].status, symbol=hidden[0].symbol)
        numerator = sum(part.numerator or 0 for part in parts)
        denominator = sum(part.denominator or 0 for part in parts)
        base = self.measure.per if self.measure.scale is Scale.RATE else 1
        return Observation(
            **said,
            status=_least_sure(parts),
            value=base * numerator / denominator,
            numerator=numerator,
            denominator=denominator,
        )


def _least_sure(parts: Sequence[Observation]) -> Status:
    """Unreliable where any part is, then provisional."""
    statuses = {part.status for part in parts}
    return next((one for one in (Status.UNRELIABLE, Status.PROVISIONAL) if one in statuses), Status.REPORTED)
