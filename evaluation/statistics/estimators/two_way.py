"""Area and period effects: the regression most papers run, with the inference its design can carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Caution, Reason, Scaling
from evaluation.model.results import MOST_LISTED, AreaChange, Effect, Estimate, Opinion, Refusal, SeriesPoint
from evaluation.statistics.cautions import holding, of_chance
from evaluation.statistics.inference.absorbed import Absorbed, absorb
from evaluation.statistics.inference.labels import labels
from evaluation.statistics.inference.permutation import Permutation
from evaluation.statistics.inference.two_way_opinions import MOST_LOOKED_AT, headline, is_too_narrow, opinions
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import LINKS
from evaluation.statistics.series import series
from evaluation.statistics.settings import Settings
from evaluation.statistics.treatment import Treatment, treatment
from evaluation.statistics.windows import Windows

Array = NDArray[np.float64]
NAME: Final = "two-way"
LABELS: Final = "labels permuted"
# Scores this small beside the figures themselves are rounding, not variation.
NO_SPREAD: Final = 1e-20
# An area of less influence than this has no figures on one side of the start.
NO_INFLUENCE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class _Told:
    """What is reckoned: the opinions by name, which of them speaks, and the labels permuted on standardised changes."""

    opinions: Mapping[str, Opinion]
    spoken: str
    permuted: Permutation | None
    standardised: Array
    variance: Array


def two_way(
    panel: Panel,
    *,
    level: float = 0.95,
    before: int | None = None,
    after: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
    inference: str | None = None,
) -> Estimate | Refusal:
    """The average effect in a regression with an effect for each area and each period.

    Parameters
    ----------
    panel
        Areas x periods: shares, quotients or means as they are, weighted by their denominators
        or `weights`. A gap costs its cell, not its area. Covariates are set aside: what is
        fixed in an area is its effect.
    level, before, after, skip, lag
        As in `Settings`; by default all periods. Cells from a start until `skip` and `lag` have
        passed are left out.
    seasons
        Not used: every period has an effect of its own.
    inference
        `crv1`, `crv1-all` (every effect counted), `crv2`, `crv3` or `wild`; None for `crv1`
        with 42 areas of which 8 are test areas, `crv1-all` with 100 of which 4, else `crv2`.

    Returns
    -------
    Estimate
        On the plain scale, in shares, quotients or the measure's number; `opinions` has every
        inference the design can carry and `permutation_p` the labels permuted.

    Refuses
    -------
    As `treatment`: nothing to compare, starts more than a quarter of the periods apart,
    figures not of one kind, fewer than 2 comparison areas; TOO_FEW_AREAS also where no degree
    of freedom is left or the inference asked for cannot be had; NO_FIGURES where no test area
    has figures before and after; NO_VARIATION where all areas changed exactly alike.

    Assumes
    -------
    Without the prototype the test areas would have moved as the comparison areas did, in
    points. Where starts differ: that the effect is the same in every area and period, else
    areas that started already are a false yardstick for those that start (Goodman-Bacon 2021).

    Source
    ------
    Frisch and Waugh (1933); Bell and McCaffrey (2002); MacKinnon, Nielsen and Webb (2023).

    Example
    -------
    >>> import numpy as np
    >>> from evaluation.statistics.simulate import panel
    >>> outcome = two_way(panel(np.random.default_rng(1), test=4, effect=0.5))
    >>> outcome.effect.low > 0, len(outcome.opinions)
    (True, 6)
    """
    settings = Settings(level, before, after, skip, lag, seasons)
    cells = treatment(panel, settings, NAME)
    if isinstance(cells, Refusal):
        return cells
    found = absorb(cells.values, cells.treated, cells.weights)
    if found is None:
        why = "No test area has figures both before and after its start."
        return Refusal(NAME, Reason.NO_FIGURES, why, "At least one test area with figures before and after.")
    told = _refusal(found, cells) or _told(panel, cells, found, level, inference)
    return told if isinstance(told, Refusal) else _estimate(panel, cells, found, told, settings)


def _refusal(found: Absorbed, cells: Treatment) -> Refusal | None:
    """Why the regression has no measure of chance, if it has none."""
    figures, areas, periods = found.size
    if figures <= areas + periods:
        why = f"There are {figures} figures for {areas + periods} effects."
        return Refusal(NAME, Reason.TOO_FEW_AREAS, why, "More areas, or more periods.")
    spread = found.information * float(cells.weights.max() * np.vdot(cells.values, cells.values))
    if float(found.scores @ found.scores) <= NO_SPREAD * spread:
        why = "All areas changed exactly alike."
        return Refusal(NAME, Reason.NO_VARIATION, why, "Figures that vary, as real ones do.")
    return None


def _told(panel: Panel, cells: Treatment, found: Absorbed, level: float, inference: str | None) -> _Told | Refusal:
    areas, test = len(cells.is_test), int(cells.is_test.sum())
    told = opinions(found, test, level, inference)
    spoken = headline(told, areas, test, inference)
    if spoken is None:
        why = f"{test} test and {areas - test} comparison areas cannot carry the inference {inference}."
        return Refusal(NAME, Reason.TOO_FEW_AREAS, why, "At least 4 test and 8 comparison areas.")
    if areas > MOST_LOOKED_AT:
        return _Told(told, spoken, None, np.zeros(areas), np.zeros(areas))
    return _Told(told, spoken, *labels(panel.take(cells.kept), cells.before, cells.after))


def _estimate(panel: Panel, cells: Treatment, found: Absorbed, told: _Told, settings: Settings) -> Estimate:
    speaks, permuted = told.opinions[told.spoken], told.permuted
    said = _effect(panel, cells, speaks, found.effect)
    before, after = (tuple(panel.periods[at] for at in window) for window in (cells.before, cells.after))
    return Estimate(
        value=found.effect,
        low=said.low,
        high=said.high,
        level=settings.level,
        p_value=speaks.p_value,
        standard_error=speaks.standard_error or 0.0,
        scale=Scaling.PLAIN,
        effect=said,
        method=NAME,
        inference=speaks.inference,
        smallest_p=permuted.smallest_p if permuted else None,
        test_areas=panel.named(cells.kept & panel.is_test),
        comparison_areas=panel.named(cells.kept & ~panel.is_test),
        dropped_areas=panel.named(~cells.kept),
        periods_before=before,
        periods_after=after,
        series=_series(panel, cells, said),
        permutation_p=permuted.p_value if permuted else None,
        degrees_of_freedom=speaks.degrees_of_freedom,
        areas=_areas(panel, cells, found, told),
        cautions=_cautions(panel, cells, told, settings.level),
        opinions=(*told.opinions.values(), *_as_opinion(permuted)),
    )


def _effect(panel: Panel, cells: Treatment, speaks: Opinion, value: float) -> Effect:
    """The same numbers as the estimate: the model scale is the user's unit. Levels are those of the treated cells."""
    if speaks.low is None or speaks.high is None:
        raise ValueError("an opinion without an interval cannot speak")
    weights = np.where(cells.treated, cells.weights, 0.0)
    seen, out_of = float(np.vdot(weights, cells.values)), float(weights.sum())
    observed, counted = seen / out_of, (seen, out_of) if panel.has_counts else (None, None)
    return Effect(value, speaks.low, speaks.high, LINKS[panel.scale].unit, observed, observed - value, *counted)


def _series(panel: Panel, cells: Treatment, said: Effect) -> tuple[SeriesPoint, ...]:
    """The picture, of the areas with a figure in every period compared; none without such areas on both sides."""
    if len(panel.areas) > MOST_LOOKED_AT:
        return ()
    complete = cells.kept.copy()
    compared = np.concatenate([cells.before, cells.after]) - cells.before[0]
    complete[cells.kept] = (cells.weights[:, compared] > 0).all(axis=1)
    if not (complete & panel.is_test).any() or not (complete & ~panel.is_test).any():
        return ()
    return series(panel, Windows(cells.before, cells.after, int(panel.starts[panel.is_test].min()), complete), said)


def _areas(panel: Panel, cells: Treatment, found: Absorbed, told: _Told) -> tuple[AreaChange, ...]:
    """One change an area, where the estimate is their sum: all start together and have figures before and after.

    `change` is a weighted mean after minus one before, its weights those the regression gives the area's cells.
    """
    starts = panel.starts[cells.kept & panel.is_test]
    if len(cells.is_test) > MOST_LISTED or starts.min() != starts.max():
        return ()
    pushed = cells.weights * found.treatment / found.information
    influence = pushed[:, cells.after - cells.before[0]].sum(axis=1)
    if not (np.abs(influence) > NO_INFLUENCE).all():
        return ()
    change = np.einsum("it,it->i", pushed, cells.values) / influence
    others = ~cells.is_test
    apart = change - np.average(change[others], weights=np.abs(influence[others]))
    columns = (cells.is_test, change, told.variance, np.abs(influence), told.standardised, apart, influence)
    rows = zip(panel.named(cells.kept), *(column.tolist() for column in columns), strict=True)
    return tuple(AreaChange(*row) for row in rows)


def _as_opinion(permuted: Permutation | None) -> tuple[Opinion, ...]:
    if permuted is None:
        return ()
    return (Opinion(LABELS, None, None, None, permuted.p_value, None, permuted.smallest_p),)


def _cautions(panel: Panel, cells: Treatment, told: _Told, level: float) -> tuple[Caution, ...]:
    test = int(cells.is_test.sum())
    starts = panel.starts[cells.kept & panel.is_test]
    facts = {
        Caution.RANGE_TOO_NARROW: is_too_narrow(test, told.spoken),
        **of_chance(told.permuted, told.opinions[told.spoken].p_value, level),
        Caution.STARTS_DIFFER: bool(starts.min() != starts.max()),
        Caution.NO_DENOMINATORS: not panel.has_counts and panel.weights is None,
        Caution.AREAS_DROPPED: not cells.kept.all(),
        Caution.ONE_TEST_AREA: test == 1,
    }
    return holding(facts)
