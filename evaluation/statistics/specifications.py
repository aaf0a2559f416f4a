"""Other defensible ways of comparing, declared beforehand: all are shown, and nobody counts how many "work"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from evaluation.model.codes import Reason
from evaluation.model.comparisons import SpecificationResult
from evaluation.model.design import Specification
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics.estimators import ESTIMATORS
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings


def specifications(
    panel: Panel, declared: Sequence[Specification], method: str, settings: Settings
) -> tuple[SpecificationResult, ...]:
    """What each declared specification gives, in its order; where it differs not from `method` and `settings`."""
    return tuple(SpecificationResult(one.name, one.why, _outcome(panel, one, method, settings)) for one in declared)


def _outcome(panel: Panel, specified: Specification, method: str, settings: Settings) -> Estimate | Refusal:
    wanted = specified.method or method
    if wanted not in ESTIMATORS:
        why = f"There is no method {wanted}."
        return Refusal(wanted, Reason.UNKNOWN_METHOD, why, f"One of {', '.join(ESTIMATORS)}.")
    used = panel.take(~panel.among(specified.leaving_out))
    if specified.unadjusted:
        used = used.with_covariates({})
    return ESTIMATORS[wanted](used, **asdict(replace(settings, **_changed(specified))))


def _changed(specified: Specification) -> Mapping[str, int]:
    windows = {"before": specified.before, "after": specified.after, "skip": specified.skip}
    return {name: periods for name, periods in windows.items() if periods is not None}
