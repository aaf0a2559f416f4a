"""Ordinary least squares on rows: for figures on persons, and for numbers as papers print them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation.problems import UsageError
from evaluation.statistics.coding import is_null
from evaluation.statistics.inference.distributions import t_quantile, t_tails

Array = NDArray[np.float64]
CONSTANT: Final = "constant"
FEWEST_CLUSTERS: Final = 2
# Residuals this small beside the outcome are rounding: nothing is left to reckon chance from.
NO_SPREAD: Final = 1e-20


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One coefficient, with interval and p-value from the same t distribution."""

    name: str
    value: float
    standard_error: float
    low: float
    high: float
    p_value: float


@dataclass(frozen=True, slots=True)
class LeastSquares:
    """A fitted regression: `result["age"]` is the coefficient of the column age.

    `observations` were used and `left_out` had something missing; `clusters` is the
    number of clusters, None where rows count as independent. `degrees_of_freedom`
    belong to the t distribution of every coefficient.
    """

    fitted: tuple[Coefficient, ...]
    degrees_of_freedom: int
    observations: int
    left_out: int
    clusters: int | None

    def __getitem__(self, name: str) -> Coefficient:
        """The coefficient of this column. Raises KeyError."""
        return {one.name: one for one in self.fitted}[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, the constant first."""
        return tuple(one.name for one in self.fitted)

    @property
    def coefficients(self) -> tuple[float, ...]:
        """In the order of `names`."""
        return tuple(one.value for one in self.fitted)

    @property
    def standard_errors(self) -> tuple[float, ...]:
        """In the order of `names`."""
        return tuple(one.standard_error for one in self.fitted)

    @property
    def p_values(self) -> tuple[float, ...]:
        """In the order of `names`."""
        return tuple(one.p_value for one in self.fitted)

    @property
    def intervals(self) -> tuple[tuple[float, float], ...]:
        """Low and high, in the order of `names`."""
        return tuple((one.low, one.high) for one in self.fitted)


def least_squares(
    outcome: ArrayLike,
    columns: Mapping[str, ArrayLike],
    *,
    clusters: Sequence[Hashable] | NDArray[np.generic] | None = None,
    level: float = 0.95,
    constant: bool = True,
) -> LeastSquares:
    """Regress `outcome` on `columns`, all with one number a row.

    Rows with anything missing are left out and counted. Without `clusters` errors
    are the classical ones with t(N - K); with them (one name a row) the sandwich
    times G / (G - 1) times (N - 1) / (N - K), with t(G - 1) (Cameron and Miller
    2015, eq. 12). Raises UsageError where lengths differ, columns say the same, or
    nothing is left to reckon chance from.

    Example
    -------
    >>> found = least_squares([1.0, 2.0, 4.0, 5.0], {"treated": [0, 0, 1, 1]})
    >>> round(found["treated"].value, 2), round(found["treated"].standard_error, 2)
    (3.0, 0.71)
    """
    y, design, cluster = _rows(outcome, columns, clusters)
    named = np.array([one is not None for one in cluster.tolist()], dtype=bool)
    there = named & np.isfinite(y) & np.isfinite(design).all(axis=1)
    names = [CONSTANT] * constant + list(columns)
    design = np.column_stack([np.ones(len(y)), design]) if constant else design
    y, design, cluster = y[there], design[there], cluster[there]
    values, inverse = _solved(y, design)
    residuals = y - design @ values
    if float(residuals @ residuals) <= NO_SPREAD * float(y @ y):
        raise UsageError("The columns tell the outcome exactly; nothing is left to reckon chance from.")
    covariance, degrees = _classical(residuals, inverse), len(y) - len(values)
    number = None
    if clusters is not None:
        covariance, number = _clustered(design, residuals, inverse, cluster)
        degrees = number - 1
    errors = np.sqrt(np.diag(covariance))
    fitted = tuple(_by_t(*each, degrees, level) for each in zip(names, values.tolist(), errors.tolist(), strict=True))
    return LeastSquares(fitted, degrees, len(y), int((~there).sum()), number)


def _rows(
    outcome: ArrayLike, columns: Mapping[str, ArrayLike], clusters: Sequence[Hashable] | NDArray[np.generic] | None
) -> tuple[Array, Array, NDArray[np.object_]]:
    """Outcome, columns side by side, and the cluster of each row (None where it has none)."""
    y = np.asarray(outcome, dtype=float)
    named = {name: np.asarray(column, dtype=float) for name, column in columns.items()}
    cluster = np.zeros(len(y), dtype=object)
    if clusters is not None:
        cluster = np.array([None if is_null(one) else one for one in clusters], dtype=object)
    for name, column in (*named.items(), ("clusters", cluster)):
        if column.shape != y.shape:
            raise UsageError(f"The column {name} has {len(column)} rows; the outcome has {len(y)}.")
    return y, np.array(list(named.values()), dtype=float).reshape(len(named), len(y)).T, cluster


def _solved(y: Array, design: Array) -> tuple[Array, Array]:
    """Coefficients and inverse cross-products, columns scaled so that their units do not matter."""
    size = np.sqrt(np.einsum("nk,nk->k", design, design))
    if len(y) <= design.shape[1] or not (size > 0).all():
        raise UsageError("There are too few rows for these columns, or a column is 0 throughout.")
    orthogonal, triangle = np.linalg.qr(design / size)
    if np.linalg.matrix_rank(triangle) < design.shape[1]:
        raise UsageError("A column says no more than the others do.")
    back = np.linalg.inv(triangle) / size[:, None]
    return np.asarray(back @ (orthogonal.T @ y)), np.asarray(back @ back.T)


def _classical(residuals: Array, inverse: Array) -> Array:
    return np.asarray(float(residuals @ residuals) / (len(residuals) - len(inverse)) * inverse)


def _clustered(design: Array, residuals: Array, inverse: Array, cluster: NDArray[np.object_]) -> tuple[Array, int]:
    """The sandwich over clusters, and how many there are."""
    places = {name: at for at, name in enumerate(dict.fromkeys(cluster.tolist()))}
    number, (rows, columns) = len(places), design.shape
    if number < FEWEST_CLUSTERS:
        raise UsageError("Clustered errors need at least two clusters.")
    scores = np.zeros((number, columns))
    np.add.at(scores, [places[name] for name in cluster.tolist()], design * residuals[:, None])
    factor = number / (number - 1) * (rows - 1) / (rows - columns)
    return np.asarray(factor * inverse @ (scores.T @ scores) @ inverse), number


def _by_t(name: str, value: float, error: float, degrees: int, level: float) -> Coefficient:
    half = t_quantile(level, degrees) * error
    p_value = t_tails(value / error, degrees) if error > 0 else float(value == 0)
    return Coefficient(name, value, error, value - half, value + half, p_value)
