"""What one more child with a good outcome cost."""

from __future__ import annotations

from evaluation.model.codes import Reason
from evaluation.model.measure import Polarity
from evaluation.model.results import Effect, Refusal
from evaluation.model.together import CostPerChild
from evaluation.problems import UsageError


def cost_per_child(
    effect: Effect, cost: float, polarity: Polarity, *, low: float | None = None, high: float | None = None
) -> CostPerChild | Refusal:
    """Cost over the additional children that `effect` comes to among those counted after the start.

    `cost` is what it cost beyond usual services over the periods compared, in
    pounds, between `low` and `high`. The cheapest is the lowest cost over the
    largest effect; the dearest the highest cost over the smallest, and has no end
    where the effect may be none. Refuses without counts, and where the effect points
    the wrong way.
    """
    lowest, highest = cost if low is None else low, cost if high is None else high
    if not 0 < lowest <= cost <= highest:
        raise UsageError("A cost is above 0 and lies between its lowest and its highest.")
    if effect.denominator is None:
        why = "We do not know how many children were counted."
        return Refusal("cost-per-child", Reason.NEEDS_COUNTS, why, "Numerators and denominators.")
    sign = -1 if polarity is Polarity.LOWER else 1
    least, additional, most = sorted(
        sign * part * effect.denominator for part in (effect.low, effect.value, effect.high)
    )
    if additional <= 0:
        why = "No more children had a good outcome than we would expect."
        return Refusal("cost-per-child", Reason.NO_GAIN, why, "A difference for the better.")
    return CostPerChild(cost / additional, lowest / most, highest / least if least > 0 else None, additional)
