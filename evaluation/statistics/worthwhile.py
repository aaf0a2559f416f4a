"""How sure one may be that an effect is worth having, given no other knowledge."""

from __future__ import annotations

from math import log, log1p
from typing import Final

from evaluation.model.codes import Scaling
from evaluation.model.measure import Polarity
from evaluation.model.results import Estimate
from evaluation.problems import UsageError
from evaluation.statistics.inference.distributions import t_below

# Without degrees of freedom of its own an estimate is taken as normal.
MANY: Final = 1e6


def probability_worthwhile(outcome: Estimate, worthwhile: float, polarity: Polarity = Polarity.HIGHER) -> float:
    """The probability that the effect exceeds `worthwhile` (positive, in the unit of `outcome.effect`).

    1 - T((s - b) / se) with the estimate's degrees of freedom: a flat prior, so "given
    no other knowledge"; not to be shown below grade B (STATISTICS, looks). s is
    `worthwhile` taken to the model scale. Polarity tells which way is better; where
    neither is, a change in the direction of the estimate.
    """
    if worthwhile < 0:
        raise UsageError("The smallest worthwhile change is not negative: the measure says which way is better.")
    better = {Polarity.HIGHER: 1.0, Polarity.LOWER: -1.0, Polarity.NEITHER: 1.0 if outcome.value >= 0 else -1.0}
    sign = better[polarity]
    threshold = sign * _on_model_scale(outcome, sign * worthwhile)
    return 1 - t_below((threshold - sign * outcome.value) / outcome.standard_error, outcome.degrees_of_freedom or MANY)


def _on_model_scale(outcome: Estimate, change: float) -> float:
    """The gain that makes this difference from the level seen, in step with how the estimate was taken across."""
    level, effect = outcome.effect.observed, outcome.effect.value
    if outcome.scale is Scaling.PLAIN:
        return change
    gain = _gain(outcome.scale, level, change)
    known = _gain(outcome.scale, level, effect) if effect else 0.0
    return gain * outcome.value / known if known else gain


def _gain(scale: Scaling, level: float, change: float) -> float:
    """The gain on the model scale that leads from level - change to level."""
    before = level - change
    if scale is Scaling.LOG:
        return log(level / before) if before > 0 else float("inf")
    if not 0 < before < 1:
        return float("inf") if before <= 0 else float("-inf")
    return (log(level) - log1p(-level)) - (log(before) - log1p(-before))
