"""Whether there was room to change: areas that stand near 0 or full, or low ones that always gain more."""

from __future__ import annotations

from typing import Final

import numpy as np

from evaluation.model.codes import CheckState, Unit
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.checks.examined import Examined
from evaluation.statistics.checks.slopes import slope

NAME: Final = "ceiling"
# A share within this distance of 0 or 1 leaves little room.
EDGE: Final = 0.05


def ceiling(seen: Examined) -> Check:
    """Inform how change goes with the level before among the comparison areas, and which test areas stand near an edge.

    Findings: `slope`, change on the model scale for each unit an area stood higher
    before, with its range; `near_edge`, test areas below 5% or above 95% before or
    after the start, of `test_areas`.
    """
    found = seen.found
    related = None if found is None else slope(found, found.link.forward(found.before), seen.settings.level)
    if found is None or related is None:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    levels = np.column_stack([found.before, found.after])[found.is_test]
    is_share = found.link.unit is Unit.SHARE and seen.panel.sides is None
    near = ((levels < EDGE) | (levels > 1 - EDGE)).any(axis=1).sum() if is_share else 0
    findings = (
        Finding("slope", related.value, related.low, related.high),
        Finding("near_edge", float(near)),
        Finding("test_areas", float(len(levels))),
    )
    if near:
        return Check(NAME, CheckState.INFORMS, findings, "near_edge")
    if related.low > 0 or related.high < 0:
        return Check(NAME, CheckState.INFORMS, findings, "related")
    return Check(NAME, CheckState.PASSED, findings, "room")
