"""Averages of group-time effects: over all of them, by periods since the start, by start, by period."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.staggering.adoption import Adoption
from evaluation.statistics.staggering.group_times import GroupTimes

Array = NDArray[np.float64]


class Aggregate(StrEnum):
    """Ways of making one number of many."""

    SIMPLE = "simple"
    EVENT = "event"
    GROUP = "group"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Averages:
    """`value` of each average; `loading` (cells x averages), what each cell adds; `influence` (areas x averages)."""

    value: Array
    loading: Array
    influence: Array

    @property
    def covariance(self) -> Array:
        """Of the averages, clustered by area."""
        return np.asarray(self.influence.T @ self.influence)

    @property
    def errors(self) -> Array:
        """Standard errors, as in `covariance`."""
        return np.asarray(np.sqrt(np.einsum("ij,ij->j", self.influence, self.influence)))


def averages(adopted: Adoption, found: GroupTimes, members: Array) -> Averages:
    """One average a column of `members` (cells x averages): cells weighted by `members` times their group's size.

    The influence includes that of the group sizes, which are estimates as well
    (Callaway and Sant'Anna 2021, corollary 2). Every column has a member.
    """
    groups, of_cell = adopted.groups, np.searchsorted(adopted.groups, found.start)
    sizes = np.bincount(adopted.group_of, adopted.weights, minlength=len(groups) + 1)
    weighted = sizes[of_cell][:, None] * members
    total = weighted.sum(axis=0)
    loading = weighted / total
    value = found.value @ loading
    is_of = of_cell == np.arange(len(groups) + 1)[:, None]
    by_group = is_of @ (members * (found.value[:, None] - value)) / total
    influence = found.influence @ loading + adopted.weights[:, None] * by_group[adopted.group_of]
    return Averages(value, loading, influence)


def overall(adopted: Adoption, found: GroupTimes, counted: NDArray[np.bool_], aggregate: Aggregate) -> Averages:
    """The one number: the cells `counted`, averaged as `aggregate` says.

    `simple` weights every cell by the size of its group; `group` first averages
    within a start; `event` and `calendar` average their points, each counting the same.
    """
    if aggregate in (Aggregate.EVENT, Aggregate.CALENDAR):
        by = found.since if aggregate is Aggregate.EVENT else found.period
        parts = averages(adopted, found, _members(by, counted))
        loading, influence = parts.loading.mean(axis=1), parts.influence.mean(axis=1)
        return Averages(parts.value.mean(keepdims=True), loading[:, None], influence[:, None])
    members = counted.astype(float)
    if aggregate is Aggregate.GROUP:
        members /= np.maximum(_members(found.start, counted) @ _members(found.start, counted).sum(axis=0), 1)
    return averages(adopted, found, members[:, None])


def path(adopted: Adoption, found: GroupTimes) -> tuple[NDArray[np.intp], Averages]:
    """Periods since the start, and the average effect in each."""
    every = np.ones(len(found.value), dtype=bool)
    return np.unique(found.since), averages(adopted, found, _members(found.since, every))


def calendar(adopted: Adoption, found: GroupTimes, counted: NDArray[np.bool_]) -> tuple[NDArray[np.intp], Averages]:
    """Periods, and the average effect in each on the areas that have started, over the cells `counted`."""
    return np.unique(found.period[counted]), averages(adopted, found, _members(found.period, counted))


def _members(by: NDArray[np.intp], counted: NDArray[np.bool_]) -> Array:
    """Cells x distinct values of `by` among those counted: 1 where a counted cell has it."""
    return np.asarray((by[:, None] == np.unique(by[counted])) & counted[:, None], dtype=float)
