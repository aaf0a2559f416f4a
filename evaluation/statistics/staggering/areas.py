"""What each area adds to a staggered estimate, as one change an area: the unit of evidence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import AreaChange
from evaluation.statistics.effects import gained
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import Link, inside
from evaluation.statistics.staggering.adoption import NEVER, Adoption
from evaluation.statistics.staggering.group_times import GroupTimes, changes

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Later:
    """Each area's level in its own periods after its start, in the user's unit, and how much that counts.

    `sums` are the numerators and denominators of those periods, None without counts.
    """

    level: Array
    size: Array
    sums: tuple[Array, Array] | None

    def counted(self, chosen: NDArray[np.bool_]) -> tuple[float, float] | None:
        """Numerator and denominator of the areas `chosen` together."""
        return None if self.sums is None else (float(self.sums[0][chosen].sum()), float(self.sums[1][chosen].sum()))


def later_levels(part: Panel, adopted: Adoption, cells: GroupTimes, average: Array) -> Later:
    """The levels of the areas of `part` over the cells that count; comparison areas over all periods counted.

    `average` is what each cell adds to the estimate.
    """
    own = (cells.start == np.append(adopted.groups, NEVER)[:, None]).astype(float)
    own[-1] = 1.0
    counts = own @ ((cells.period[:, None] == np.arange(adopted.values.shape[1])) & (average != 0)[:, None])
    after = (counts > 0)[adopted.group_of] & np.isfinite(adopted.values)
    if part.numerators is not None and part.denominators is not None:
        above, below = (np.where(after, counted, 0.0).sum(axis=1) for counted in (part.numerators, part.denominators))
        # An area without a figure after the start stands at the middle of nothing; it has no size.
        return Later(inside(part.scale, above, np.where(below > 0, below, 1.0)), below, (above, below))
    weights = np.ones_like(part.values) if part.weights is None else np.nan_to_num(part.weights)
    sizes = np.where(after, weights, 0.0).sum(axis=1)
    levels = _over(np.where(after, part.values, 0.0).sum(axis=1), after.sum(axis=1).astype(float))
    return Later(levels, sizes if sizes.sum() > 0 else np.ones(len(sizes)), None)


def area_changes(
    adopted: Adoption, cells: GroupTimes, average: Array, link: Link, later: Later
) -> tuple[AreaChange, ...]:
    """One dot an area: its change, and how much more it changed than the comparison areas.

    A change is the area's weighted mean over the cells it takes part in, so that the sum
    of `influence` * change is the estimate. `average` is what each cell adds to it.
    """
    loading = cells.loading * average
    size, is_test = np.abs(loading).sum(axis=1), adopted.starts != NEVER
    influence = np.where(is_test, size, -size)
    moved = np.where(loading == 0, 0.0, loading * changes(adopted, cells.period, cells.base))
    change = _over(np.nansum(moved, axis=1), influence)
    at = np.arange(adopted.values.shape[1])
    steps = (cells.period[:, None] == at).astype(float) - (cells.base[:, None] == at)
    variance = _over(_over((loading @ steps) ** 2 * adopted.noise, 1.0).sum(axis=1), influence**2)
    expected = _mean(change[~is_test], size[~is_test])
    residual = change - _mean(change, adopted.weights)
    weights = adopted.weights / (_mean(residual**2, adopted.weights) or 1.0)
    apart = gained(link, later.level, change - expected)
    columns = (is_test, change, variance, weights, residual * np.sqrt(weights), apart, influence)
    rows = zip(adopted.areas, *(column.tolist() for column in columns), strict=True)
    return tuple(AreaChange(*row) for row in rows)


def _mean(numbers: Array, weights: Array) -> float:
    return float(np.average(numbers, weights=weights)) if weights.sum() > 0 else 0.0


def _over(above: Array, below: Array | float) -> Array:
    """Quotient, 0 where there is nothing to divide by."""
    some = np.broadcast_to(np.asarray(below) != 0, above.shape)
    return np.divide(above, below, out=np.zeros_like(above), where=some)
