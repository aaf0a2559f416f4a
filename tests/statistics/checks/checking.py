"""What the tests of the checks share: a drawn panel, and a check made of it."""

from __future__ import annotations

from typing import Any

import numpy as np

from evaluation.model.comparisons import Check
from evaluation.model.results import Estimate
from evaluation.statistics import CHECKS, ESTIMATORS, Panel, simulate
from evaluation.statistics.checks import Examined, examine
from evaluation.statistics.settings import Settings


def drawn(seed: int = 1, **design: Any) -> Panel:
    """A simulated panel of this design."""
    return simulate.panel(np.random.default_rng(seed), **design)


def examined(panel: Panel, *, by_lot: bool = False, **settings: Any) -> Examined:
    """The panel's `area-change`, ready to be checked."""
    outcome = ESTIMATORS["area-change"](panel, **settings)
    assert isinstance(outcome, Estimate), outcome
    return examine(panel, outcome, Settings(**settings), by_lot=by_lot)


def checked(name: str, panel: Panel, *, by_lot: bool = False, **settings: Any) -> Check:
    """The check of this name on the panel's `area-change`."""
    return CHECKS[name](examined(panel, by_lot=by_lot, **settings))


def numbers(check: Check) -> dict[str, float]:
    """What the check found, by label."""
    return {finding.label: finding.value for finding in check.findings}
