"""Group-time effects: areas that started together, against areas that have not started, one period at a time.

A cell (start g, period t) compares the change from a base period to t between
the areas that started in g and their comparison areas: the smallest
difference-in-differences there is. Everything else is an average of cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.staggering.adoption import NEVER, Adoption
from evaluation.statistics.staggering.propensity import odds_of_starting

Array = NDArray[np.float64]
Whole = NDArray[np.intp]
# Fewer comparison areas than this are descriptive (STATISTICS, ladder): such a cell is not used.
FEWEST_COMPARED: Final = 4
# Cross products of covariates worse conditioned than this cannot be solved.
ILL_CONDITIONED: Final = 1e10


@dataclass(frozen=True, slots=True)
class Rule:
    """How cells are made: compared with areas that never start only or with those not yet started as well;
    effects from so many periods before the start (`anticipation`); periods before against the one before
    the start (`universal`) or each against the one before it; `doubly_robust` or by regression alone.
    """  # noqa: D205 - one sentence

    never_only: bool
    anticipation: int = 0
    universal: bool = False
    doubly_robust: bool = False


@dataclass(frozen=True, slots=True)
class GroupTimes:
    """One number a cell: its start, period, base period, effect, and the test areas it rests on.

    `loading` (areas x cells) says what each area's change adds to the effect: the
    effect is the sum of `loading` * change. `influence` (areas x cells) is the
    area's influence function over the number of areas, so that the variance of an
    effect is the sum of its squares. `compared` says which areas a cell compares with.
    """

    start: Whole
    period: Whole
    base: Whole
    value: Array
    areas: Whole
    loading: Array
    influence: Array
    compared: NDArray[np.bool_]

    @property
    def since(self) -> Whole:
        """Periods since the start; negative before it."""
        return self.period - self.start

    def take(self, kept: NDArray[np.bool_]) -> GroupTimes:
        """Some of the cells."""
        if kept.all():
            return self
        return GroupTimes(*(getattr(self, name)[..., kept] for name in _BY_CELL))


_BY_CELL: Final = tuple(GroupTimes.__dataclass_fields__)


def group_times(adopted: Adoption, rule: Rule) -> GroupTimes | None:
    """All cells that can be reckoned, start by start and in the order of periods.

    An area takes part in a cell where it has both figures. None where no cell can be
    reckoned, or where `doubly_robust` finds areas that nothing can be compared with.

    Source: Callaway and Sant'Anna (2021), equations 2.2 to 2.9; influence functions
    of Sant'Anna and Zhao (2020), equation 3.1 (doubly robust) and of outcome regression.
    """
    found = []
    for start in adopted.groups.tolist():
        of_start = _of_start(adopted, rule, start)
        if of_start is None:
            return None
        found.append(of_start)
    return _joined(found) if found else None


def changes(adopted: Adoption, periods: Whole, bases: Whole) -> Array:
    """Change of each area from base to period, areas x cells; NaN without both figures."""
    return np.asarray(adopted.values[:, periods] - adopted.values[:, bases])


def is_compared(starts: Whole, rule: Rule, start: int, periods: Whole, bases: Whole) -> NDArray[np.bool_]:
    """Which areas with these starts the cells of a start compare with: areas x cells."""
    if rule.never_only:
        return np.broadcast_to((starts == NEVER)[:, None], (len(starts), len(periods)))
    latest = np.maximum(periods, bases) + rule.anticipation
    return np.asarray((starts[:, None] > latest) & (starts != start)[:, None])


def _of_start(adopted: Adoption, rule: Rule, start: int) -> GroupTimes | None:
    """The cells of the areas that started together; None where the odds of starting cannot be reckoned."""
    periods, bases = _periods(start, adopted.values.shape[1], rule)
    change = changes(adopted, periods, bases)
    there = np.isfinite(change)
    treated = there & (adopted.starts == start)[:, None]
    compared = there & is_compared(adopted.starts, rule, start, periods, bases)
    usable = treated.any(axis=0) & (compared.sum(axis=0) >= FEWEST_COMPARED) & _solvable(adopted.design, compared)
    change = np.where(there, change, 0.0)
    if not usable.all():
        change, treated, compared = change[:, usable], treated[:, usable], compared[:, usable]
    reckoned = _effects(adopted, rule, change, treated, compared)
    if reckoned is None:
        return None
    value, loading, influence = reckoned
    starts = np.full(int(usable.sum()), start, dtype=np.intp)
    areas = treated.sum(axis=0)
    return GroupTimes(starts, periods[usable], bases[usable], value, areas, loading, influence, compared)


def _periods(start: int, periods: int, rule: Rule) -> tuple[Whole, Whole]:
    """The periods of a start's cells and the base period of each."""
    last = start - 1 - rule.anticipation
    every = np.arange(periods)
    bases = np.where((every > last) | rule.universal, last, every - 1)
    told = (bases >= 0) & (bases != every)
    return every[told], bases[told]


def _solvable(design: Array, compared: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether the comparison areas of each cell differ enough in their covariates to adjust for them."""
    if design.shape[1] == 1:
        return np.ones(compared.shape[1], dtype=bool)
    more = compared.sum(axis=0) > design.shape[1]
    return np.asarray(more & (np.linalg.cond(_squares(design, compared.astype(float))) < ILL_CONDITIONED))


def _effects(
    adopted: Adoption, rule: Rule, change: Array, treated: NDArray[np.bool_], compared: NDArray[np.bool_]
) -> tuple[Array, Array, Array] | None:
    """Effects, loadings and influence of all cells of a start at once.

    Comparison areas are fitted by regression on the covariates; what the test areas
    changed beyond that fit is the effect. Doubly robust: less what comparison areas,
    weighted by their odds of starting, changed beyond it.
    """
    design, weights = adopted.design, adopted.weights[:, None]
    of_test, of_others = treated * weights, compared * weights
    share = of_test / of_test.sum(axis=0)
    squares = _squares(design, of_others)
    beyond = change - _along(design, _solved(squares, (of_others * change).T @ design))
    leaning, influence = share, _spread(share, beyond)
    if rule.doubly_robust and design.shape[1] > 1:
        odds = odds_of_starting(design, of_test, of_others)
        if odds is None:
            return None
        against = of_others * odds.odds / (of_others * odds.odds).sum(axis=0)
        away = _spread(against, beyond)
        influence -= odds.residual * _along(design, _solved(odds.information, away.T @ design)) + away
        leaning = share - against
    toward = of_others * _along(design, _solved(squares, leaning.T @ design))
    influence -= toward * beyond
    loading = leaning - toward
    return np.einsum("ij,ij->j", loading, change), loading, influence


def _along(design: Array, coefficients: Array) -> Array:
    """What these coefficients (cells x columns) say of each area, areas x cells; one row where they say it of all."""
    if design.shape[1] == 1:
        return coefficients.T
    # Held cell by cell in memory, as the changes are: arithmetic between unlike orders takes several times as long.
    return np.asarray((coefficients @ design.T).T)


def _spread(shares: Array, beyond: Array) -> Array:
    """How far each area's part in a weighted mean lies from its share of that mean."""
    return np.asarray(shares * (beyond - np.einsum("ij,ij->j", shares, beyond)))


def _squares(design: Array, weights: Array) -> Array:
    """Weighted cross products of the design, cells x columns x columns."""
    columns = design.shape[1]
    products = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
    return np.asarray((weights.T @ products).reshape(-1, columns, columns))


def _solved(squares: Array, right: Array) -> Array:
    """Solutions of one small system a cell: cells x columns."""
    if squares.shape[1] == 1:
        return np.asarray(right / squares[:, :, 0])
    return np.asarray(np.linalg.solve(squares, right[:, :, None])[:, :, 0])


def _joined(found: Sequence[GroupTimes]) -> GroupTimes | None:
    if not any(len(each.value) for each in found):
        return None
    return GroupTimes(*(np.concatenate([getattr(each, name) for each in found], axis=-1) for name in _BY_CELL))
