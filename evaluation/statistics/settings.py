"""How a comparison is to be made: fixed before the figures arrive, the same for the estimate and its checks."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.problems import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """Confidence level and windows, all counted in periods.

    `before` and `after` are None for all there are; `skip` leaves out a transition
    after the start; `lag` is how long until those exposed are seen; `seasons` is
    the number of periods in a year, or None to read it from the period labels.
    Raises UsageError for what no window can be.
    """

    level: float = 0.95
    before: int | None = None
    after: int | None = None
    skip: int = 0
    lag: int = 0
    seasons: int | None = None

    def __post_init__(self) -> None:
        """Every setting can be meant."""
        if not 0 < self.level < 1:
            raise UsageError(f"A confidence level lies between 0 and 1, not at {self.level}.")
        for name in ("before", "after", "seasons"):
            number = getattr(self, name)
            if number is not None and number < 1:
                raise UsageError(f"{name} counts periods and must be at least 1, not {number}.")
        if self.skip < 0 or self.lag < 0:
            raise UsageError("skip and lag count periods and cannot be below 0.")
