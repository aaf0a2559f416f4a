"""Whether the areas are the same places with the same people in them, before and after."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.checks.examined import Examined
from evaluation.statistics.panel import Panel
from evaluation.statistics.windows import Windows

NAME: Final = "boundary"
# An area that counts a quarter more or fewer beside the others counts other people: a new estate, a merged
# practice, a recording change. Counts of children in an English authority seldom move by a tenth in five years.
LARGEST_CHANGE: Final = 1.25
# Beyond what counting alone explains in 19 of 20 areas.
NOISE: Final = 1.96


def boundary(seen: Examined) -> Check:
    """Fail where a test area's boundary moved, or the number it is counted out of jumped beside the others'.

    A jump is a denominator (a period, after over before) more than a quarter above
    or below the median of the comparison areas', and by more than counting
    explains. Findings: areas compared whose boundary `moved`, areas that `jumped`,
    test areas among them (`tested`), and areas `left_out` for want of figures.
    """
    compared = {*seen.outcome.test_areas, *seen.outcome.comparison_areas}
    span = {seen.panel.periods[at] for at in seen.span[1:]}
    moved = {area for area, period in seen.panel.boundary_changes if period in span} & compared
    jumped = set() if seen.windows is None else _jumped(seen.panel, seen.windows)
    tested = (moved | jumped) & set(seen.outcome.test_areas)
    counted = {"moved": moved, "jumped": jumped, "tested": tested, "left_out": seen.outcome.dropped_areas}
    findings = tuple(Finding(label, float(len(areas))) for label, areas in counted.items())
    if moved & tested:
        return Check(NAME, CheckState.FAILED, findings, "moved", costs_grade=True)
    if tested:
        return Check(NAME, CheckState.FAILED, findings, "jumped", costs_grade=True)
    if any(counted.values()):
        return Check(NAME, CheckState.INFORMS, findings, "elsewhere")
    return Check(NAME, CheckState.PASSED, findings, "same_places")


def _jumped(panel: Panel, windows: Windows) -> set[str]:
    """Areas whose denominators changed far more, or far less, than the comparison areas' did."""
    kept = panel.take(windows.kept)
    if kept.denominators is None:
        return set()
    then, now = (kept.denominators[:, window] for window in (windows.before, windows.after))
    grown = np.log(now.mean(axis=1) / then.mean(axis=1))
    usual = np.median(grown[~kept.is_test]) if (~kept.is_test).any() else 0.0
    noise = NOISE * np.sqrt(1 / now.sum(axis=1) + 1 / then.sum(axis=1))
    far: NDArray[np.bool_] = np.abs(grown - usual) - noise > np.log(LARGEST_CHANGE)
    return {area for area, jumps in zip(kept.areas, far, strict=True) if jumps}
