"""How different could the areas have been anyway? How much drift it would take to explain the effect away."""

from __future__ import annotations

from dataclasses import asdict
from typing import Final

import numpy as np

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics.checks.examined import Examined
from evaluation.statistics.estimators.event_study import FEWEST_BEFORE, event_study
from evaluation.statistics.estimators.event_study import NAME as EVENT_STUDY
from evaluation.statistics.inference.distributions import normal_quantile, t_quantile
from evaluation.statistics.sensitivity.breaking import of_magnitudes, of_smoothness
from evaluation.statistics.sensitivity.path import Path
from evaluation.statistics.settings import Settings

NAME: Final = "sensitivity"
# Known to a thirtieth of itself, which is finer than the words say.
HALVINGS: Final = 5
# The shortest interval under smoothness reads all periods at once: with fewer degrees of freedom a period
# it would take chance patterns of few areas for knowledge, and be too short by more than a quarter.
FEWEST_DEGREES_A_PERIOD: Final = 4


def sensitivity(seen: Examined) -> Check:
    """Inform how much the areas must be allowed to drift apart until the effect could be none.

    Finding `relative_magnitudes`: in times the largest step between test and comparison
    areas from one period to the next before the start, for the average over the periods
    after it (Rambachan and Roth 2023). 0 where the effect's range holds none already
    (`nothing_to_explain`), or does once it is measured from the last period before the
    start alone, as drift must be (`last_period_alone`). With many areas also
    `smoothness`, how much the slope of a steady drift may change a period (model scale).
    Chance counts by t, as in the effect.
    """
    before = seen.earlier
    if before is None or before.levels.shape[1] < FEWEST_BEFORE:
        return Check(NAME, CheckState.INFORMS, note="too_few_periods")
    if seen.outcome.low <= 0 <= seen.outcome.high:
        return _told(0.0, "nothing_to_explain")
    followed = _followed(seen)
    if isinstance(followed, Refusal) or followed.degrees_of_freedom is None:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    if followed.low <= 0 <= followed.high or followed.value * seen.outcome.value < 0:
        return _told(0.0, "last_period_alone")
    return _told(*_breakdown(followed, followed.degrees_of_freedom, seen.settings))


def _followed(seen: Examined) -> Estimate | Refusal:
    """The event study: the one that was made already, where there is one."""
    made = (each for each in (seen.outcome, *seen.beside) if each.method == EVENT_STUDY)
    return next(made, None) or event_study(seen.panel, **asdict(seen.settings))


def _breakdown(followed: Estimate, degrees: float, settings: Settings) -> tuple[float, str, float | None]:
    level = settings.level
    # The method takes the covariance as known: it is made larger until its interval at no drift is the t interval.
    wider = (t_quantile(level, degrees) / normal_quantile(level)) ** 2
    at, values = np.array([(point.at, point.value) for point in followed.path]).T
    before, later = int((at < 0).sum()), at >= settings.lag + settings.skip
    weights = (later / later.sum())[before:]
    asked = Path(values, np.array(followed.path_covariance) * wider, before, weights)
    smooth = degrees >= FEWEST_DEGREES_A_PERIOD * len(values)
    return of_magnitudes(asked, level, HALVINGS), "", of_smoothness(asked, level, HALVINGS) if smooth else None


def _told(magnitudes: float, note: str, smooth: float | None = None) -> Check:
    numbers = {"relative_magnitudes": magnitudes, "smoothness": smooth}
    findings = tuple(Finding(label, number) for label, number in numbers.items() if number is not None)
    return Check(NAME, CheckState.INFORMS, findings, note)
