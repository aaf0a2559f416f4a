"""The distinct cells of a column, and which of them each row holds: without a step a row where that can be."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

# Whole numbers are looked up in a table where it is at most so many times as long as the column.
WIDEST: Final = 4
Coded = tuple[list[Any], NDArray[np.intp]]


def coded(column: Any) -> Coded:
    """The distinct cells, nulls as None and dates as `datetime`, and for each row which one it holds.

    A frame's column that can `factorize` itself (pandas') is asked to: it knows how its text is kept.
    """
    if getattr(column, "dtype", None) is not None and callable(getattr(column, "factorize", None)):
        return _whole(column) or _factorized(column)
    found = np.asarray(column.to_numpy())
    return _whole(column) or (_sorted(found) if found.dtype.kind in "iufM" else _hashed(found.tolist()))


def places(listed: Sequence[Hashable], keys: Sequence[Hashable]) -> NDArray[np.intp]:
    """Where each of `listed` stands among `keys`."""
    at = {key: place for place, key in enumerate(keys)}
    return np.fromiter(map(at.__getitem__, listed), dtype=np.intp, count=len(listed))


def is_null(cell: Any) -> bool:
    """None, NaN, NaT and pandas.NA."""
    return cell is None or type(cell).__name__ == "NAType" or bool(cell != cell)  # noqa: PLR0124 - only nulls differ from themselves


def _whole(column: Any) -> Coded | None:
    """Whole numbers close together, in order; None for any other column."""
    if getattr(column.dtype, "kind", "") not in "iu" or not len(column):
        return None
    found = np.asarray(column.to_numpy())
    if found.dtype.kind not in "iu":
        return None
    low, high = int(found.min()), int(found.max())
    if high - low > WIDEST * len(found) or high > np.iinfo(np.int64).max:
        return None
    above = found.astype(np.int64, copy=False) - low
    there = np.zeros(high - low + 1, dtype=bool)
    there[above] = True
    distinct = (np.flatnonzero(there) + low).tolist()
    return distinct, above if there.all() else (np.cumsum(there) - 1)[above]


def _factorized(column: Any) -> Coded:
    codes, distinct = column.factorize()
    listed = _listed(np.asarray(distinct.to_numpy() if hasattr(distinct, "to_numpy") else distinct))
    codes = np.asarray(codes, dtype=np.intp)
    if codes.size and codes.min() < 0:
        codes = np.where(codes < 0, len(listed), codes)
        listed.append(None)
    return listed, codes


def _sorted(found: NDArray[Any]) -> Coded:
    distinct, codes = np.unique(found, return_inverse=True)
    return [None if is_null(cell) else cell for cell in _listed(distinct)], codes


def _hashed(found: list[Any]) -> Coded:
    distinct = list(dict.fromkeys(found))
    return [None if is_null(cell) else cell for cell in distinct], places(found, distinct)


def _listed(distinct: NDArray[Any]) -> list[Any]:
    listed: list[Any] = (distinct.astype("datetime64[us]") if distinct.dtype.kind == "M" else distinct).tolist()
    return listed
