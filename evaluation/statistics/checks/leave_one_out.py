"""Whether the answer rests on one area: the estimate again, without each area in turn."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.changes import Changes
from evaluation.statistics.checks.examined import Examined, finding, one_by_one
from evaluation.statistics.effects import effect, gained
from evaluation.statistics.inference.area_regression import TEST
from evaluation.statistics.inference.interval import Interval, interval_many
from evaluation.statistics.inference.random_effects import fit_many

Array = NDArray[np.float64]
NAME: Final = "leave-one-out"
# An effect rests on an area without which less than this share of it is left.
RESTS: Final = 0.5


def leave_one_out(seen: Examined) -> Check:
    """Fail where an effect that excludes 0 loses half its size, or its direction, without one of the areas.

    Size and not its range is looked at: half the test areas tell half as much, and
    that is no fault. Findings: the smallest and the largest effect so found,
    labelled `without:AREA`. A single test area cannot be left out; then only the
    others are. With and without are both by the regression on area changes.
    """
    if seen.fitted is None:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    found = seen.fitted.found
    without = _without_each(found, seen.fitted.design, seen.settings.level)
    if not without:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    values = _values(found, without)
    ordered = sorted(values, key=values.__getitem__)
    findings = tuple(_finding(found, at, without[at]) for at in dict.fromkeys((ordered[0], ordered[-1])))
    if seen.outcome.effect.low <= 0 <= seen.outcome.effect.high:
        return Check(NAME, CheckState.PASSED, findings, "nothing_to_rest")
    full = effect(found, seen.fitted.interval, None).value
    weakest = ordered[0] if full > 0 else ordered[-1]
    if values[weakest] * np.sign(full) >= RESTS * abs(full):
        return Check(NAME, CheckState.PASSED, findings)
    return Check(NAME, CheckState.FAILED, findings, f"rests_on:{found.areas[weakest]}", costs_grade=True)


def _without_each(found: Changes, design: Array, level: float) -> dict[int, Interval]:
    """The estimate without each area that can be left out, by the area's place; all fitted in one go."""
    everyone = np.arange(len(found.areas))
    out = everyone if found.is_test.sum() > 1 else everyone[~found.is_test]
    rest = np.array([everyone[everyone != at] for at in out], dtype=np.intp)
    if rest.shape[1] <= design.shape[1]:
        return {}
    # Without an area a covariate may say nothing more.
    told = np.linalg.matrix_rank(design[rest]) == design.shape[1]
    out, rest = out[told], rest[told]
    fits = fit_many(found.change[rest], found.variance[rest], design[rest])
    intervals = one_by_one(interval_many(fits, TEST, level))
    return {at: one for at, one, is_fit in zip(out.tolist(), intervals, fits.is_fit, strict=True) if is_fit}


def _values(found: Changes, without: dict[int, Interval]) -> dict[int, float]:
    """The effects in the user's unit, each averaged over the test areas that are left."""
    tested, gains = np.flatnonzero(found.is_test), np.array([[each.value] for each in without.values()])
    sizes = np.where(tested == np.array(list(without))[:, None], 0.0, found.size[tested])
    values = (gained(found.link, found.after[tested], gains) * sizes).sum(axis=1) / sizes.sum(axis=1)
    return dict(zip(without, values.tolist(), strict=True))


def _finding(found: Changes, at: int, without: Interval) -> Finding:
    rest = found.take(np.arange(len(found.areas)) != at)
    return finding(f"without:{found.areas[at]}", effect(rest, without, None))
