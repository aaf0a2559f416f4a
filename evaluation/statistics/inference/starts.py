"""Permuted starts: how far apart areas would have moved if others had started when these did.

With few areas that start together, an influence function cannot tell how much
they go up and down by themselves: one area alone has no spread. All areas
together can. Every labelling gives the areas' histories to other starts, as many
to each, and the effect is reckoned again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import comb, prod
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.inference.inversion import TIE, inverted
from evaluation.statistics.staggering.adoption import NEVER, Adoption
from evaluation.statistics.staggering.group_times import GroupTimes, Rule, changes, is_compared

Array = NDArray[np.float64]
# Up to so many labellings are all tried; beyond, so many are drawn.
DRAWS: Final = 9_999
SEED: Final = 20_210_225
# The spread of single cells and of the path is read off so many of the labellings.
SPREAD_OF: Final = 1_000
# Keeps the few labellings solvable that leave no spread in a covariate.
RIDGE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Permuted:
    """What the labellings gave: p-value and interval of one method, and the spread of every cell.

    `low` and `high` are infinite where the labellings are too few for the level.
    `cells` is labellings x cells: the effects under some labellings, had the test
    areas not gained the overall effect. `deviation` is the standard deviation of the
    overall effect among all, on the `degrees` of freedom that areas leave.
    """

    p_value: float
    smallest_p: float
    low: float
    high: float
    deviation: float
    degrees: int
    cells: Array

    def covariance(self, loading: Array) -> Array:
        """Of averages of cells (cells x averages) among the labellings."""
        drawn = self.cells @ loading
        return np.asarray(drawn.T @ drawn / len(drawn))


@dataclass(frozen=True, slots=True)
class Piece:
    """Cells that share a start and comparison areas.

    `cells` says which; `start` is the index of their start; `compared` (one a start,
    the last for never) says which areas they are compared with.
    """

    cells: NDArray[np.bool_]
    start: int
    compared: NDArray[np.bool_]


def permute(adopted: Adoption, rule: Rule, found: GroupTimes, loading: Array, level: float) -> Permuted:
    """Permute the starts of `adopted`, in which every area has every figure `found` rests on.

    The overall effect is `loading` (one a cell) times the cells.
    Each labelling's effect is divided by the standard deviation that areas of their
    weights would give it, so that large and small areas, or covariates, may be unlike.
    The interval holds the effects that, taken off the test areas, leave p at or above
    1 - `level`: exact by algebra, for a labelling's effect is linear in what is taken off.
    """
    sizes = tuple(np.bincount(adopted.group_of, minlength=len(adopted.groups) + 1).tolist())
    labels, value = labellings(sizes), float(found.value @ loading)
    pieces = _pieces(adopted, rule, found)
    counted = [piece for piece in pieces if loading[piece.cells].any()]
    change, gained = _moves(adopted, found)
    sums = np.stack(
        [np.stack([each[:, piece.cells] @ loading[piece.cells] for each in (change, gained)], 1) for piece in counted]
    )
    squares = _squares(adopted, labels)
    pulls = [_pulls(squares, piece) for piece in counted]
    effects, moved = np.sum(
        [_effects(adopted, pull, each, labels) for pull, each in zip(pulls, sums, strict=True)], 0
    ).T
    together = _together(adopted, sums[:, :, 0].T)
    here = _squares(adopted, _is_of(adopted.group_of, len(sizes))[:, None])
    actual = _deviations([_pulls(here, piece) for piece in counted], together, here)
    ratio = actual / _deviations(pulls, together, squares)
    if possible(sizes) > DRAWS:  # among labellings drawn by lot the actual one counts (Phipson and Smyth 2010)
        effects, moved, ratio = np.append(effects, value), np.append(moved, 1.0), np.append(ratio, 1.0)
    low, high = inverted(effects * ratio, moved * ratio, value, level)
    degrees = max(len(adopted.areas) - 1 - adopted.design.shape[1], 1)
    wider = np.sqrt((degrees + 1) / degrees)
    return Permuted(
        p_value=float((np.abs(effects * ratio) >= abs(value) - TIE * (1 + abs(value))).mean()),
        smallest_p=smallest_p(sizes),
        low=low,
        high=high,
        deviation=float(np.sqrt(np.mean((effects - value * moved) ** 2)) * wider),
        degrees=degrees,
        cells=_of_cells(adopted, pieces, change - value * gained, labels) * wider,
    )


def smallest_p(sizes: Sequence[int]) -> float:
    """1 over the labellings; twice that where test areas of one start are half: their mirror image is as far apart."""
    labellings_ = possible(sizes)
    is_half = len(sizes) - len(set(sizes)) == 1 and len(set(sizes)) == 1
    return max((2 if is_half else 1) / labellings_, 1 / (DRAWS + 1) if labellings_ > DRAWS else 0.0)


def _pieces(adopted: Adoption, rule: Rule, found: GroupTimes) -> list[Piece]:
    starts, pieces = np.append(adopted.groups, NEVER), []
    for at, start in enumerate(adopted.groups.tolist()):
        own = np.nonzero(found.start == start)[0]
        if not own.size:
            continue
        compared = is_compared(starts, rule, start, found.period[own], found.base[own])
        kinds, kind_of = np.unique(compared, axis=1, return_inverse=True)
        for kind in range(kinds.shape[1]):
            cells = np.isin(np.arange(len(found.start)), own[kind_of.ravel() == kind])
            pieces.append(Piece(cells, at, kinds[:, kind]))
    return pieces


def _moves(adopted: Adoption, found: GroupTimes) -> tuple[Array, Array]:
    """Change of each area in each cell, and how much of an effect from its actual start on would be in it."""
    started = [adopted.starts[:, None] <= periods for periods in (found.period, found.base)]
    return changes(adopted, found.period, found.base), np.subtract(*started, dtype=float)


def _squares(adopted: Adoption, labels: Array) -> Array:
    """Weighted cross products of the design of the areas given each start: starts x labellings x columns x columns."""
    columns = adopted.design.shape[1]
    products = adopted.weights[:, None, None] * adopted.design[:, :, None] * adopted.design[:, None, :]
    return np.asarray(labels @ products.reshape(len(products), -1)).reshape(*labels.shape[:2], columns, columns)


def _pulls(squares: Array, piece: Piece) -> Array:
    """What pulls an area's change into a piece's effect: starts x labellings x columns of the design.

    An area of weight w and row x that is given a start adds w x'pull of its change: the mean
    of the test areas, less what regression on the comparison areas expects of them.
    """
    columns, compared = squares.shape[-1], squares[piece.compared].sum(axis=0)
    test = squares[piece.start]
    solved = 1 / compared[:, :, 0]
    if columns > 1:
        compared = compared + RIDGE * compared[:, :1, :1] * np.eye(columns)
        solved = np.linalg.solve(compared, test[:, 0, :, None] / test[:, :1, :1])[:, :, 0]
    pulls = np.where(piece.compared[:, None, None], -solved, 0.0)
    pulls[piece.start, :, 0] += 1 / test[:, 0, 0]
    return np.asarray(pulls)


def _effects(adopted: Adoption, pulls: Array, change: Array, labels: Array) -> Array:
    """Effects under every labelling of cells of one piece (`change`: areas x cells): labellings x cells."""
    weighted = adopted.weights[:, None] * adopted.design
    effects = np.zeros((labels.shape[1], change.shape[1]))
    for column in range(weighted.shape[1]):
        for start, of_start in enumerate(labels):
            if pulls[start].any():
                effects += pulls[start, :, [column]].T * (of_start @ (weighted[:, [column]] * change))
    return effects


def _of_cells(adopted: Adoption, pieces: Sequence[Piece], change: Array, labels: Array) -> Array:
    """Every cell under some of the labellings."""
    some = np.ascontiguousarray(labels[:, :: -(-labels.shape[1] // SPREAD_OF)])
    cells, squares = np.empty((some.shape[1], change.shape[1])), _squares(adopted, some)
    for piece in pieces:
        cells[:, piece.cells] = _effects(adopted, _pulls(squares, piece), change[:, piece.cells], some)
    return cells


def _together(adopted: Adoption, change: Array) -> Array:
    """How the pieces (`change`: areas x pieces) vary together, told by all areas alike, whoever started."""
    roots = np.sqrt(adopted.weights)[:, None]
    design, change = roots * adopted.design, roots * change
    residual = change - design @ np.linalg.lstsq(design, change, rcond=None)[0]
    return np.asarray(residual.T @ residual)


def _deviations(pulls: Sequence[Array], together: Array, squares: Array) -> Array:
    """The overall effect's standard deviation under each labelling, when an area's noise is 1 / its weight.

    All 1 where nothing varies.
    """
    variance = np.zeros(squares.shape[1])
    for at, one in enumerate(pulls):
        other = np.tensordot(together[at], np.array(pulls), axes=1)
        variance += (one[..., :, None] * squares * other[..., None, :]).sum(axis=(0, 2, 3))
    return np.sqrt(variance) if (variance > 0).all() else np.ones(len(variance))


@lru_cache(maxsize=4)
def labellings(sizes: tuple[int, ...]) -> Array:
    """Starts x labellings x areas: 1 where a labelling gives an area a start, `sizes` areas to each (the last: never).

    All labellings in turn where they are few, else `DRAWS` drawn with a fixed seed.
    """
    if possible(sizes) <= DRAWS:
        found = _all(sizes)
    else:
        rng = np.random.default_rng(SEED)
        found = rng.permuted(np.tile(np.repeat(np.arange(len(sizes)), sizes), (DRAWS, 1)), axis=1)
    labels = _is_of(found, len(sizes))
    labels.flags.writeable = False  # shared by all who ask again
    return labels


def possible(sizes: Sequence[int]) -> int:
    """How many labellings there are."""
    return prod(comb(sum(sizes[at:]), size) for at, size in enumerate(sizes))


def _is_of(given: NDArray[np.intp], starts: int) -> Array:
    """Starts x the shape of `given`: 1 where it is that start."""
    return np.asarray(given == np.arange(starts).reshape(-1, *[1] * given.ndim), dtype=float)


def _all(sizes: tuple[int, ...]) -> NDArray[np.intp]:
    """Group after group chooses its areas among those left."""
    areas = sum(sizes)
    found = np.full((1, areas), len(sizes) - 1)
    for group, size in enumerate(sizes[:-1]):
        left = np.nonzero(found == len(sizes) - 1)[1].reshape(len(found), -1)
        chosen = np.array(list(combinations(range(left.shape[1]), size)))
        rows = np.repeat(found, len(chosen), axis=0)
        areas_chosen = left[:, chosen].reshape(-1, size)
        rows[np.arange(len(rows))[:, None], areas_chosen] = group
        found = rows
    return found
