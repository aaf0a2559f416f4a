"""Process charts: what is unusual, and what are the usual ups and downs.

Limits are those of the process as it ran, never of what was hoped for; they move
only at a `Rebase`, which has a cause and a date. Beside every chart stands how
often one like it shows a signal when nothing changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation.model.codes import Reason
from evaluation.model.measure import Scale
from evaluation.model.process import ChartOf, ProcessChart, ProcessPoint, Rebase, Signal
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.statistics.counting import checked, quotients
from evaluation.statistics.process.chance import autocorrelation, chance_of_signal
from evaluation.statistics.process.limits import Limits, of_counts, of_individuals
from evaluation.statistics.process.signals import RUN, Flags, signals

Array = NDArray[np.float64]
# Fewer points cannot show a shift or a trend at all; limits from fewer than 15 will still move (Making Data Count).
FEWEST_POINTS: Final = RUN
SETTLED: Final = 15
KINDS: Final = {
    (Scale.PROPORTION, False): ChartOf.PROPORTIONS,
    (Scale.PROPORTION, True): ChartOf.PROPORTIONS_LANEY,
    (Scale.RATE, False): ChartOf.RATES,
    (Scale.RATE, True): ChartOf.RATES_LANEY,
}


class Charted(NamedTuple):
    """Many series at once: limits and signals as arrays of series x points."""

    limits: Limits
    signals: Mapping[Signal, Flags]


def xmr(
    values: Sequence[float | None] | ArrayLike,
    *,
    periods: Sequence[str] | None = None,
    rebases: Sequence[Rebase] = (),
    baseline: int | None = None,
) -> ProcessChart | Refusal:
    """The chart of single values: centre at their mean, limits 2.66 mean moving ranges away.

    Parameters
    ----------
    values
        One a period, in order; None or NaN is a gap. A moving range is taken between
        neighbouring periods only; runs pass over gaps.
    periods
        Their names; numbers from 1 where left out.
    rebases
        From where the limits are worked out anew, each with its cause and date.
    baseline
        Limits from the first so many points of each stretch; None for all of them.

    Returns
    -------
    ProcessChart

    Refuses
    -------
    TOO_FEW_POINTS below 7 figures in a stretch or its baseline; NO_VARIATION where they are all alike.

    Source
    ------
    Wheeler and Chambers (1992), Understanding Statistical Process Control; rules and their
    lengths as in NHS England's Making Data Count.

    Example
    -------
    >>> chart = xmr([10, 12, 11, 13, 10, 11, 12, 11])
    >>> round(chart.centre, 2), round(chart.lower, 2), round(chart.upper, 2)
    (11.25, 7.07, 15.43)
    """
    series = _series(values)

    def limits(stretch: slice) -> Limits:
        found = of_individuals(series[None, stretch], baseline)
        return Limits(*(line[0] for line in found))

    return _chart(ChartOf.INDIVIDUALS, series, limits, periods=periods, rebases=rebases, baseline=baseline)


def xmr_many(values: ArrayLike, *, baseline: int | None = None) -> Charted:
    """XmR limits and signals of many series (series x points, no gaps) in one pass; for screening a whole county."""
    matrix = np.atleast_2d(np.asarray(values, dtype=float))
    limits = of_individuals(matrix, baseline)
    return Charted(limits, signals(matrix, *limits))


def p_chart(
    numerators: ArrayLike,
    denominators: ArrayLike,
    *,
    laney: bool = True,
    periods: Sequence[str] | None = None,
    rebases: Sequence[Rebase] = (),
) -> ProcessChart | Refusal:
    """The chart of shares, each with limits as wide as its denominator makes them.

    With `laney` (2002) the limits also hold what varies from period to period beyond
    counting, or short of it: a plain p chart of large denominators calls nearly
    everything unusual. Refuses as `xmr`. Raises UsageError for counts that cannot be.
    """
    return _of_counts(Scale.PROPORTION, numerators, denominators, laney=laney, periods=periods, rebases=rebases)


def u_chart(
    counts: ArrayLike,
    exposure: ArrayLike,
    *,
    laney: bool = True,
    periods: Sequence[str] | None = None,
    rebases: Sequence[Rebase] = (),
) -> ProcessChart | Refusal:
    """The chart of rates, as `p_chart`: counts over what they arose from (children, weeks, visits)."""
    return _of_counts(Scale.RATE, counts, exposure, laney=laney, periods=periods, rebases=rebases)


def _of_counts(
    scale: Scale,
    numerators: ArrayLike,
    denominators: ArrayLike,
    *,
    laney: bool,
    periods: Sequence[str] | None,
    rebases: Sequence[Rebase],
) -> ProcessChart | Refusal:
    seen, out_of = checked(_series(numerators), _series(denominators), scale)
    levels = quotients(seen, out_of)

    def limits(stretch: slice) -> Limits:
        return of_counts(scale, levels[stretch], out_of[stretch], laney=laney)

    return _chart(KINDS[scale, laney], levels, limits, periods=periods, rebases=rebases)


def _chart(
    of: ChartOf,
    series: Array,
    limits: Callable[[slice], Limits],
    *,
    periods: Sequence[str] | None,
    rebases: Sequence[Rebase],
    baseline: int | None = None,
) -> ProcessChart | Refusal:
    """Limits and signals stretch by stretch between rebases."""
    names = [str(at + 1) for at in range(len(series))] if periods is None else list(periods)
    if len(names) != len(series):
        raise UsageError(f"There are {len(series)} values and {len(names)} periods.")
    ordered = tuple(sorted(rebases, key=lambda rebase: rebase.at))
    stretches = [slice(*edges) for edges in pairwise([0, *(rebase.at for rebase in ordered), len(series)])]
    for stretch in stretches:
        if refused := _refusal(of, series[stretch][:baseline]):
            return refused
    points = [point for stretch in stretches for point in _points(names[stretch], series[stretch], limits(stretch))]
    length, alike = int(np.isfinite(series).sum()), autocorrelation(series, stretches)
    return ProcessChart(
        of=of,
        points=tuple(points),
        chance_of_signal=chance_of_signal(length, 0.0),
        chance_if_alike=chance_of_signal(length, alike),
        autocorrelation=alike,
        is_trial=any(np.isfinite(series[stretch][:baseline]).sum() < SETTLED for stretch in stretches),
        rebases=ordered,
    )


def _refusal(of: ChartOf, used: Array) -> Refusal | None:
    there = used[np.isfinite(used)]
    if len(there) < FEWEST_POINTS or np.isnan(np.diff(used)).all():
        why = f"There are {len(there)} figures in a row of periods."
        need = f"At least {FEWEST_POINTS} figures, one after another; {SETTLED} or more give steady limits."
        return Refusal(of.value, Reason.TOO_FEW_POINTS, why, need)
    if np.ptp(there) == 0:
        return Refusal(of.value, Reason.NO_VARIATION, "All figures are alike.", "Figures that vary, as real ones do.")
    return None


def _points(names: Sequence[str], series: Array, limits: Limits) -> list[ProcessPoint]:
    present = np.isfinite(series)
    found = signals(*(line[present][None] for line in (series, *limits)))
    place = np.cumsum(present) - 1
    return [
        ProcessPoint(
            period=name,
            value=float(series[at]) if present[at] else None,
            centre=float(limits.centre[at]),
            lower=float(limits.lower[at]),
            upper=float(limits.upper[at]),
            signals=tuple(signal for signal, marked in found.items() if present[at] and marked[0, place[at]]),
        )
        for at, name in enumerate(names)
    ]


def _series(values: Sequence[float | None] | ArrayLike) -> Array:
    numbers = np.array(values, dtype=float)
    if numbers.ndim != 1 or np.isinf(numbers).any():
        raise UsageError("A process chart is drawn of one row of finite numbers.")
    return numbers
