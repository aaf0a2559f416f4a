"""What is asked of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Final

from evaluation.problems import UsageError
from evaluation.statistics.settings import Settings

FEWEST_SIMULATIONS: Final = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of `examine`, each checked to be one that can be meant. Raises UsageError."""

    settings: Settings
    effects: tuple[float, ...]
    reach: float
    power: float
    simulations: int
    worthwhile: float | None
    higher_is_better: bool

    def __post_init__(self) -> None:
        """Shares are shares, and sizes lie above 0."""
        if not 0 < self.reach <= 1:
            raise UsageError(f"The share of people reached lies above 0 and is at most 1, not {self.reach}.")
        if not 0 < self.power < 1:
            raise UsageError(f"How often an effect should be found lies between 0 and 1, not at {self.power}.")
        if self.simulations < FEWEST_SIMULATIONS:
            raise UsageError(f"At least {FEWEST_SIMULATIONS} simulations are needed, not {self.simulations}.")
        sizes = self.effects if self.worthwhile is None else (*self.effects, self.worthwhile)
        if not all(isfinite(size) and size > 0 for size in sizes):
            raise UsageError("Effects are sizes: numbers above 0, whichever way is better.")

    @property
    def way(self) -> int:
        """1 where an effect is looked for upwards, -1 where downwards."""
        return 1 if self.higher_is_better else -1
