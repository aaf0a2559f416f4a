"""What could this plan find? Asked before the start, answered from the areas' own past."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.examination import Detectable, Examination
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.statistics.doctor.alarms import false_alarms
from evaluation.statistics.doctor.answers import detectable, power
from evaluation.statistics.doctor.asked import Asked
from evaluation.statistics.doctor.foreseen import NAME, Foreseen, foresee, refusal
from evaluation.statistics.doctor.movement import Movement, movement
from evaluation.statistics.doctor.simulated import SEED, truths
from evaluation.statistics.inference.permutation import smallest_p
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings

# Two periods show one movement an area: nothing of how long it lasts.
FEWEST_PERIODS: Final = 3
# Fewer areas than this cannot show how areas move apart from one another.
FEWEST_AREAS: Final = 3
# Looked at beside the periods planned: this much of them.
LOOKED_AT: Final = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0)
# Where no effects are asked about: these multiples of the smallest that is found.
AROUND: Final = (0.5, 0.75, 1.0, 1.25, 1.5)
# How each area moves by itself, and how all move together.
Movements = tuple[Movement, Movement | None]


def examine(
    panel: Panel,
    *,
    effects: Sequence[float] = (),
    reach: float = 1.0,
    periods_after: int | None = None,
    level: float = 0.95,
    power: float = 0.8,
    simulations: int = 1_000,
    worthwhile: float | None = None,
    higher_is_better: bool = True,
    before: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
) -> Examination | Refusal:
    """What `area-change` could find with these areas, from the periods before their start.

    Parameters
    ----------
    panel
        Areas x periods; figures from the first start on are not looked at, so a panel
        may end before it.
    effects
        Sizes to give the power at, above 0, for the area, in the user's unit (shares for
        proportions); by default around the smallest that is found.
    reach
        Share of the area's people that the prototype reaches.
    periods_after
        Planned length of the window after the start; by default as long as the past.
    level, power
        Confidence level of the range; how often an effect should be found.
    simulations
        Number of times the figures are imagined.
    worthwhile
        The smallest worthwhile effect, above 0, in the user's unit.
    higher_is_better
        The direction in which an effect is looked for.
    before, skip, lag, seasons
        As in `Settings`.

    Returns
    -------
    Examination
        The same for the same panel, to the last bit.

    Refuses
    -------
    As `area-change` would when the time comes; TOO_FEW_POINTS below 3 periods before the
    start under one definition; NO_VARIATION where no area ever moved.

    Assumes
    -------
    Areas go on moving by themselves as they did before, all in the same manner, and as many
    children are counted; every test area gains alike.

    Source
    ------
    Simulation-based power (Arnold et al. 2011); movement as AR(1), memory and deviation drawn
    from what the past leaves possible, so that a short past promises less (O'Hagan, Stevens
    and Campbell 2005, assurance).

    Example
    -------
    >>> from evaluation.statistics.simulate import panel
    >>> found = examine(panel(np.random.default_rng(1)), reach=0.4)
    >>> found.smallest.periods_after, 0.04 < found.smallest.effect < 0.12
    (12, True)
    """
    settings = Settings(level, before, None, skip, lag, seasons)
    asked = Asked(settings, tuple(effects), reach, power, simulations, worthwhile, higher_is_better)
    if periods_after is not None and periods_after < 1:
        raise UsageError(f"periods_after counts periods and must be at least 1, not {periods_after}.")
    past = int(panel.starts[panel.is_test].min(initial=len(panel.periods)))
    foreseen = foresee(panel, periods_after or max(past, 1), settings)
    if isinstance(foreseen, Refusal):
        return foreseen
    moves = refusal(foreseen.panel, settings) or _movements(foreseen)
    return moves if isinstance(moves, Refusal) else _examination(panel, foreseen, moves, asked)


def _movements(foreseen: Foreseen) -> Movements | Refusal:
    """What the past says, if it is long enough to say it."""
    levels, variances = foreseen.past()
    areas, periods = levels.shape
    if periods < FEWEST_PERIODS or areas < FEWEST_AREAS:
        why = f"There are {periods} periods before the start in which figures can be told of, in {areas} areas."
        return Refusal(NAME, Reason.TOO_FEW_POINTS, why, f"At least {FEWEST_PERIODS} periods before the start.")
    alone = movement(levels, variances)
    if alone is None:
        why = "The areas never moved apart from one another."
        return Refusal(NAME, Reason.NO_VARIATION, why, "Figures that vary, as real ones do.")
    return alone, movement(levels.mean(axis=0, keepdims=True), variances.mean(axis=0, keepdims=True) / areas)


def _examination(panel: Panel, foreseen: Foreseen, moves: Movements, asked: Asked) -> Examination:
    found, level = foreseen.found, asked.settings.level
    truth = truths(foreseen, *moves, asked.simulations)
    best = detectable(truth, asked)
    by_periods = _by_periods(panel, moves, asked, best)
    effects = asked.effects or tuple(share * best.effect for share in AROUND if best.effect)
    memory, deviation = moves[0].mean
    return Examination(
        level=level,
        power=asked.power,
        reach=asked.reach,
        higher_is_better=asked.higher_is_better,
        scale=found.link.scaling,
        unit=found.link.unit,
        test_areas=_named(found.areas, found.is_test),
        comparison_areas=_named(found.areas, ~found.is_test),
        dropped_areas=_named(foreseen.panel.areas, ~foreseen.windows.kept),
        periods_before=foreseen.windows.labels(foreseen.panel)[0],
        periods_after=foreseen.periods_after,
        expected_level=float(np.average(found.before[found.is_test], weights=found.size[found.is_test])),
        deviation=deviation,
        memory=memory,
        smallest=best,
        by_periods=by_periods,
        powers=tuple(power(truth, effect, asked) for effect in effects),
        false_alarms=false_alarms(truth, level),
        smallest_p=smallest_p(len(found.areas), int(found.is_test.sum())),
        worthwhile=asked.worthwhile,
        answers_after=_answers_after(by_periods, asked.worthwhile),
        simulations=asked.simulations,
        seed=SEED,
    )


def _by_periods(panel: Panel, moves: Movements, asked: Asked, best: Detectable) -> tuple[Detectable, ...]:
    """The smallest effect found after fewer and more periods than planned."""
    looked_at = {ceil(share * best.periods_after) for share in LOOKED_AT} - {best.periods_after}
    found = (_after(panel, after, moves, asked, best) for after in looked_at)
    return tuple(sorted((best, *found), key=lambda each: each.periods_after))


def _after(panel: Panel, after: int, moves: Movements, asked: Asked, best: Detectable) -> Detectable:
    foreseen = foresee(panel, after, asked.settings)
    if isinstance(foreseen, Refusal) or not foreseen.has_enough_events:
        return Detectable(after, None, None, None)
    return detectable(truths(foreseen, *moves, asked.simulations), asked, near=best)


def _answers_after(by_periods: tuple[Detectable, ...], worthwhile: float | None) -> int | None:
    """The first number of periods at which the smallest worthwhile effect is found."""
    if worthwhile is None:
        return None
    enough = (each.periods_after for each in by_periods if each.effect is not None and each.effect <= worthwhile)
    return next(enough, None)


def _named(areas: tuple[str, ...], chosen: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(area for area, is_chosen in zip(areas, chosen, strict=True) if is_chosen)
