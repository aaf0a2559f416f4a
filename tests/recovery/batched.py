"""`area-change` on thousands of drawn panels at once: the same arithmetic, a panel a row.

The recovery tests hold it to the estimator itself, row for row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.model.measure import Scale
from evaluation.statistics.estimators.area_change import FEWEST_EVENTS
from evaluation.statistics.inference.area_regression import TEST
from evaluation.statistics.inference.interval import Intervals, interval_many
from evaluation.statistics.inference.inversion import TIE
from evaluation.statistics.inference.permutation import labellings
from evaluation.statistics.inference.random_effects import fit_many
from evaluation.statistics.scales import transformed
from evaluation.statistics.simulate import Drawn

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One row a panel: the interval, the labels permuted, the between-area variance, and influences by area.

    `is_refused` says where too few events were expected; the numbers there are not used.
    """

    found: Intervals
    permutation_p: Array
    between: Array
    influence: Array
    is_refused: NDArray[np.bool_]


def area_change(drawn: Drawn, *, level: float = 0.95, adjusted: bool = True) -> Outcomes:
    """What the estimator says of each panel; windows from before the first to after the last start."""
    is_test = drawn.starts >= 0
    first, last = int(drawn.starts[is_test].min()), int(drawn.starts.max())
    then, now = (
        (drawn.numerators[..., window].sum(axis=2), drawn.denominators[..., window].sum(axis=2))
        for window in (slice(None, first), slice(last, None))
    )
    before, noise_before = transformed(Scale.PROPORTION, *then)
    after, noise_after = transformed(Scale.PROPORTION, *now)
    covariates = [drawn.chosen_on] if adjusted and drawn.chosen_on is not None else []
    return regressed(
        after - before, noise_before + noise_after, is_test, covariates, level, _too_few_events(is_test, then, now)
    )


def regressed(  # noqa: PLR0917 - the estimator's own order
    changes: Array,
    variances: Array,
    is_test: NDArray[np.bool_],
    covariates: list[Array],
    level: float,
    is_refused: NDArray[np.bool_],
) -> Outcomes:
    """Changes and their variances (panels x areas) regressed on labels and covariates, and the labels permuted."""
    scaled = [(each - each.mean(axis=1, keepdims=True)) / each.std(axis=1, keepdims=True) for each in covariates]
    ones = np.ones_like(changes)
    design = np.stack([ones, is_test.astype(float), *scaled], axis=2)
    fits = fit_many(changes, variances, design)
    blind = fit_many(changes, variances, np.stack([ones, *scaled], axis=2))
    influence = (fits.covariance[:, TEST, None, :] @ np.swapaxes(design, 1, 2))[:, 0] * fits.weights
    return Outcomes(
        interval_many(fits, TEST, level),
        permuted(blind.residuals * np.sqrt(blind.weights), is_test),
        fits.between,
        influence,
        is_refused,
    )


def permuted(standardised: Array, is_test: NDArray[np.bool_]) -> Array:
    """The permutation p-value of each row, over all labellings (or the fixed draws where they are too many)."""
    areas, test = standardised.shape[1], int(is_test[0].sum())
    tried = labellings(areas, test)
    total = standardised.sum(axis=1)[:, None]

    def apart(sums: Array) -> Array:
        return np.asarray(np.abs(sums / test - (total - sums) / (areas - test)))

    member = np.zeros((len(tried), areas))
    np.put_along_axis(member, tried, 1.0, axis=1)
    seen = apart((standardised * is_test).sum(axis=1)[:, None])
    as_large = (apart(standardised @ member.T) >= seen - TIE * (1 + seen)).mean(axis=1)
    return np.asarray(as_large)


def _too_few_events(
    is_test: NDArray[np.bool_], then: tuple[Array, Array], now: tuple[Array, Array]
) -> NDArray[np.bool_]:
    """Where the estimator refuses: too few events, or others, expected before or after in the test areas."""
    seen, out_of = (np.stack([(side[which] * is_test).sum(axis=1) for side in (then, now)], axis=1) for which in (0, 1))
    level = (seen.sum(axis=1) / out_of.sum(axis=1))[:, None]
    fewest = np.minimum(level, 1 - level) * out_of
    return np.asarray((fewest < FEWEST_EVENTS).any(axis=1))
