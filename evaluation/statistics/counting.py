"""Counts that can be: nothing below zero, no more seen than there were to see."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.model.measure import Scale
from evaluation.problems import UsageError

Array = NDArray[np.float64]


def scale_of(scale: Scale | str | None, *, counted: bool) -> Scale:
    """The scale asked for; proportions for counts and means for values where none is. Raises UsageError."""
    if scale is None:
        return Scale.PROPORTION if counted else Scale.MEAN
    try:
        return Scale(scale)
    except ValueError:
        raise UsageError(f"There is no scale {scale}; there are {', '.join(Scale)}.") from None


def checked(numerators: Array, denominators: Array, scale: Scale) -> tuple[Array, Array]:
    """Counts with a gap in both wherever one is missing. Raises UsageError for counts that cannot be."""
    missing = np.isnan(numerators) | np.isnan(denominators)
    numerators, denominators = np.where(missing, np.nan, numerators), np.where(missing, np.nan, denominators)
    if (np.nan_to_num(numerators) < 0).any() or (np.nan_to_num(denominators) < 0).any():
        raise UsageError("A count cannot be below zero.")
    if scale is Scale.PROPORTION and (np.nan_to_num(numerators) > np.nan_to_num(denominators)).any():
        raise UsageError("A numerator is larger than its denominator. If these are rates, say scale='rate'.")
    return numerators, denominators


def quotients(numerators: Array, denominators: Array) -> Array:
    """Numerator over denominator; a gap where nobody was counted."""
    some = np.nan_to_num(denominators) > 0
    shares = np.full(numerators.shape, np.nan)
    np.divide(numerators, denominators, out=shares, where=some)
    return shares
