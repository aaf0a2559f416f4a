"""Cautions: what a reader must know beside the numbers, from the numbers alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from evaluation.model.codes import Caution


class ChanceCheck(Protocol):
    """Labels permuted, or areas ranked."""

    @property
    def p_value(self) -> float:
        """How often chance alone goes as far."""

    @property
    def smallest_p(self) -> float:
        """The smallest p-value there could have been."""


def holding(told: Mapping[Caution, bool]) -> tuple[Caution, ...]:
    """Those that hold, in the order told."""
    return tuple(caution for caution, holds in told.items() if holds)


def of_chance(ranked: ChanceCheck | None, p_value: float, level: float) -> dict[Caution, bool]:
    """Whether the chance check cannot speak at this level, or says otherwise than the p-value it stands beside.

    Nothing holds where there was none.
    """
    alarm = 1 - level
    cannot_speak = ranked is not None and ranked.smallest_p > alarm
    disagrees = ranked is not None and (ranked.p_value < alarm) != (p_value < alarm)
    return {
        Caution.CHANCE_CHECK_CANNOT_SPEAK: cannot_speak,
        Caution.CHANCE_CHECK_DISAGREES: disagrees and not cannot_speak,
    }
