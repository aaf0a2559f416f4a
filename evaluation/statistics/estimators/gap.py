"""Narrowing a gap: the core estimator on each area's gap between two groups (a triple difference)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from evaluation.model.choice import Draw
from evaluation.model.codes import Caution
from evaluation.model.results import Estimate, Refusal, SeriesPoint
from evaluation.statistics.estimators.area_change import area_change
from evaluation.statistics.gaps import NAME, gaps
from evaluation.statistics.panel import Panel


def gap(
    panel: Panel,
    *,
    group: str | None = None,
    reference: str | None = None,
    level: float = 0.95,
    before: int | None = None,
    after: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
    draw: Draw | None = None,
) -> Estimate | Refusal:
    """How much more the gap between two groups changed in the test areas than elsewhere.

    Parameters
    ----------
    panel
        Areas x periods with one panel a group in `groups` (the column `group` of a frame).
    group, reference
        The two sides by name: the gap is the level of `group` minus that of `reference`. With
        two groups the first by name is the group where neither is said.
    level, before, after, skip, lag, seasons, draw
        As in `area_change`.

    Returns
    -------
    Estimate
        On the plain scale: points (shares) for proportions, quotients for rates, the number
        for means. Below 0 the test areas' gap fell by more (or rose by less) than elsewhere;
        for a group that stands below its reference that is a gap that widened.
        `effect.observed` and `series` are the gap itself; the denominator of a point is that
        of the smaller group, so that a gap resting on few children can be told. An area
        enters when both groups have a figure in every period compared.

    Refuses
    -------
    TWO_GROUPS where the panel has no groups, or more than two and they are not named, or
    where one side is part of the other (free school meals against all): by its name, or
    because its counts are those of the other and further groups added up. Otherwise as
    `area_change`; TOO_FEW_EVENTS looks at both groups.

    Assumes
    -------
    Without the prototype the gap in the test areas would have changed as it did elsewhere:
    whatever reaches both groups of an area alike leaves its gap as it was, in points.

    Source
    ------
    Gruber (1994), the triple difference; Olden and Moen (2022): it is the difference in
    differences of the gaps, and needs parallel gaps only. Sampling variance of a difference
    of two independent shares, with 0.5 added: Agresti and Caffo (2000) in spirit.

    Example
    -------
    >>> import numpy as np
    >>> from evaluation.statistics.panel import Panel
    >>> rng = np.random.default_rng(1)
    >>> meals, others = (
    ...     Panel.from_matrix(areas=list("abcdefghijkl"), periods=list("123456"), starts=[3, 3] + [None] * 10,
    ...                       numerators=rng.binomial(200, share, (12, 6)), denominators=np.full((12, 6), 200))
    ...     for share in (0.5, 0.7))
    >>> outcome = gap(Panel.of_groups({"free school meals": meals, "not": others}))
    >>> outcome.scale.value, round(outcome.effect.observed, 1)
    ('plain', -0.2)
    """
    between = gaps(panel, group, reference)
    if isinstance(between, Refusal):
        return between
    outcome = area_change(
        between, level=level, before=before, after=after, skip=skip, lag=lag, seasons=seasons, draw=draw
    )
    if isinstance(outcome, Refusal):
        return replace(outcome, method=NAME)
    return replace(outcome, method=NAME, cautions=_cautions(outcome), series=_counted(outcome, between))


def _cautions(outcome: Estimate) -> tuple[Caution, ...]:
    """Those of the core estimator, which sees the gap and not the counts behind it."""
    if not any(area.variance > 0 for area in outcome.areas):
        return outcome.cautions
    others = tuple(caution for caution in outcome.cautions if caution is not Caution.NO_DENOMINATORS)
    return (Caution.AREAS_ALIKE, *others) if outcome.between_area_variance == 0 else others


def _counted(outcome: Estimate, between: Panel) -> tuple[SeriesPoint, ...]:
    """The series with how many children the smaller group has in the test areas, by period."""
    tested = between.take(between.among(outcome.test_areas))
    sizes = [side.denominators for side in tested.groups.values() if side.denominators is not None]
    if len(sizes) < len(tested.groups):
        return outcome.series
    fewest = np.min([size.sum(axis=0) for size in sizes], axis=0).tolist()
    return tuple(
        point if np.isnan(count) else replace(point, denominator=count)
        for point, count in zip(outcome.series, fewest, strict=True)
    )
