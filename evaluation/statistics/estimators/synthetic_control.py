"""Synthetic control: the test areas beside a mix of other areas that shared their past."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import Estimate, Refusal
from evaluation.statistics.inference.placebo_interval import compared
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.synthesis.estimate import estimate
from evaluation.statistics.synthesis.histories import history
from evaluation.statistics.synthesis.weights import TINY, simplex

Array = NDArray[np.float64]
NAME: Final = "synthetic-control"


def synthetic_control(
    panel: Panel,
    *,
    level: float = 0.95,
    before: int | None = None,
    after: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
) -> Estimate | Refusal:
    """The mean gap after the start between the test areas and their synthetic counterpart.

    The counterpart is the mix of comparison areas (weights of at least 0, together 1)
    closest to the test areas' mean in the outcome of every period before. No other
    characteristics are matched: weights for those ("V") depend on the optimiser.

    Parameters
    ----------
    panel
        Areas x periods; one test area, or several averaged. Covariates are left aside.
    level
        Of the interval, between 0 and 1.
    before, after, skip, lag, seasons
        Windows in periods, as in `Settings`; by default all there is.

    Returns
    -------
    Estimate
        In the measure's own unit (`plain`). `donors` are the weights; `path` the gap by
        period, `series` the counterpart. The interval and p are t with one degree of
        freedom less than comparison areas, from the spread of placebos; `permutation_p` is
        the rank of the ratio of prediction errors after to before, with its `smallest_p`.

    Refuses
    -------
    As `windows.choose` (different starts: the method staggered); TOO_FEW_AREAS below 5
    comparison areas or twice the test areas; NO_PERIODS_BEFORE below 4; TOO_FEW_EVENTS below
    5 expected before or after; NO_VARIATION where comparison areas stand still or move alike.

    Assumes
    -------
    A mix of places that moved with the test area for long would have gone on doing so;
    nothing of the prototype reaches those places; and the test area is as noisy as they are.

    Source
    ------
    Abadie, Diamond and Hainmueller (2010), equation 2 and section 2.4, with outcomes as the
    only predictors; spread of placebos: Arkhangelsky et al. (2021), algorithm 4.

    Example
    -------
    >>> import numpy as np
    >>> from evaluation.statistics.simulate import panel
    >>> outcome = synthetic_control(panel(np.random.default_rng(1), areas=30, test=1, effect=0.8))
    >>> outcome.low > 0, outcome.degrees_of_freedom, round(sum(weight for _, weight in outcome.donors), 3)
    (True, 28.0, 1.0)
    """
    settings = Settings(level, before, after, skip, lag, seasons)
    found = history(panel, settings, NAME)
    if isinstance(found, Refusal):
        return found
    fitted = compared(found, partial(_fit, before=found.before, noise=found.noise), level, NAME)
    return fitted if isinstance(fitted, Refusal) else estimate(fitted, NAME)


def _fit(target: Array, others: Array, *, before: int, noise: float) -> tuple[Array, Array]:
    """The mix of the others closest to the target before; gaps are measured from nothing."""
    return simplex(others[:, :before].T, target[:before], TINY * noise), np.zeros(before)
