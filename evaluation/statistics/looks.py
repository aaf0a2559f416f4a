"""Looking more than once, and at more than one measure, without finding by looking.

A look is a new period of figures, not a meeting: meeting twice over the same figures spends nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from evaluation.model.together import HolmStep, PlannedLook
from evaluation.problems import UsageError


def planned_looks(
    after_periods: Sequence[int], planned: int, *, level: float = 0.95, smallest_p: float = 0.0
) -> tuple[PlannedLook, ...]:
    """The threshold of each look, so that all of them together raise at most 1 - level false alarms.

    `after_periods` are the numbers of periods after the start at which the figures
    are looked at, rising; `planned` is the number the plan runs to. Each look may
    spend the share of the error that its new periods are of all planned (Lan and
    DeMets 1983, a spending function; Bonferroni on the increments, which needs no
    model of how looks depend). Looks beyond `planned` have nothing left to spend.

    >>> [round(look.threshold, 4) for look in planned_looks([3, 6, 12], 12)]
    [0.0125, 0.0125, 0.025]
    """
    if planned < 1 or not 0 < level < 1 or any(later <= earlier for earlier, later in _steps(after_periods)):
        raise UsageError("Looks come after a rising number of periods, out of at least 1 planned.")
    found, spent = [], 0.0
    for earlier, later in _steps(after_periods):
        threshold = (1 - level) * (min(later, planned) - min(earlier, planned)) / planned
        spent += threshold
        found.append(PlannedLook(later, threshold, spent, can_speak=threshold > 0 and threshold >= smallest_p))
    return tuple(found)


def holm(
    p_values: Mapping[str, float], *, level: float = 0.95, smallest_p: Mapping[str, float] | None = None
) -> tuple[HolmStep, ...]:
    """Several primary measures judged together (Holm 1979), in the order of the mapping.

    The smallest p-value is held against the error over all measures, the next
    against the error over the rest, until one fails. A measure cannot speak where
    even the first threshold lies below its smallest attainable p-value.

    >>> [step.is_finding for step in holm({"reading": 0.01, "talking": 0.04, "walking": 0.03})]
    [True, False, False]
    """
    names = sorted(p_values, key=lambda name: p_values[name])
    left = np.arange(len(names), 0, -1)
    adjusted = np.minimum(np.maximum.accumulate([p_values[name] for name in names] * left), 1.0)
    steps = {
        name: HolmStep(
            name=name,
            p_value=p_values[name],
            adjusted=float(adjusted[place]),
            threshold=float((1 - level) / left[place]),
            is_finding=bool(adjusted[place] < 1 - level),
            can_speak=(smallest_p or {}).get(name, 0.0) <= (1 - level) / left[place],
        )
        for place, name in enumerate(names)
    }
    return tuple(steps[name] for name in p_values)


def _steps(after_periods: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip([0, *after_periods[:-1]], after_periods, strict=True)) if after_periods else []
