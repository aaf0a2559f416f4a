"""One answer each: the smallest effect found, and the power at an effect."""

from __future__ import annotations

from evaluation.model.examination import Detectable, Power
from evaluation.statistics.changes import Changes
from evaluation.statistics.doctor.asked import Asked
from evaluation.statistics.doctor.effects import among_reached, gain_of, in_unit
from evaluation.statistics.doctor.found import chance_check, intervals, smallest
from evaluation.statistics.doctor.simulated import Truths, figures
from evaluation.statistics.inference.permutation import smallest_p


def detectable(truth: Truths, asked: Asked, near: Detectable | None = None) -> Detectable:
    """The smallest effect found with the power asked for, for the area and for those reached.

    `near` is the same after another number of periods, where it is known.
    """
    found, after = truth.foreseen.found, truth.foreseen.periods_after
    value = smallest(lambda gain: figures(truth, gain), found, asked, None if near is None else near.value)
    effect = in_unit(found, asked.way * value)
    return Detectable(after, value, effect, among_reached(found, effect, asked.reach, asked.way))


def power(truth: Truths, effect: float, asked: Asked) -> Power:
    """How often the range lies on the right side of 0, and how often the chance check says something happened."""
    found, level = truth.foreseen.found, asked.settings.level
    gain = gain_of(found, effect, asked.way)
    if gain is None:
        return Power(effect, None, None, None)
    seen = figures(truth, gain)
    likely = intervals(seen, found, level)
    is_found = likely.low > 0 if asked.higher_is_better else likely.high < 0
    checked = float((chance_check(seen, found) < 1 - level).mean()) if _can_speak(found, level) else None
    return Power(effect, abs(gain), float(is_found.mean()), checked)


def _can_speak(found: Changes, level: float) -> bool:
    return smallest_p(len(found.areas), int(found.is_test.sum())) <= 1 - level
