"""Gaps between two groups of children: a panel of them, and what counting says of their uncertainty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.measure import Scale
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.statistics.counting import quotients
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import HALF
from evaluation.statistics.seasons import Periods

Array = NDArray[np.float64]
NAME: Final = "gap"
SIDES: Final = 2
# Names of everybody. A gap to everybody is a gap to oneself in part, and shrinks as the group grows.
EVERYBODY: Final = frozenset(
    {"", "all", "total", "overall", "everyone", "everybody", "whole", "all children", "all pupils", "all families"}
)
# A gap is a plain difference: in shares, or in the number that a rate or mean is.
SCALE_OF_GAP: Final = {
    Scale.PROPORTION: Scale.PUBLISHED_PERCENTAGE,
    Scale.PUBLISHED_PERCENTAGE: Scale.PUBLISHED_PERCENTAGE,
    Scale.RATE: Scale.MEAN,
    Scale.MEAN: Scale.MEAN,
}


def gaps(panel: Panel, group: str | None = None, reference: str | None = None) -> Panel | Refusal:
    """The panel of gaps: level of `group` minus level of `reference`, in every area and period in which both have one.

    With two groups the first by name is the group and the second the reference where
    neither is said. A panel of gaps is returned as it is. Refuses where the two are
    not told, or one is part of the other: by its name, or because its counts are
    those of the other and further groups added up. Raises UsageError for a group
    that is not there.
    """
    if panel.sides is not None:
        return panel
    named = _sides(panel.groups, group, reference)
    if isinstance(named, Refusal):
        return named
    if overlap := _overlap(panel.groups, *named):
        return _refuse(overlap, "Two groups that share no child: free school meals, and not.")
    one, other = (panel.groups[name] for name in named)
    return replace(
        panel,
        scale=SCALE_OF_GAP[one.scale],
        values=one.values - other.values,
        numerators=None,
        denominators=None,
        weights=one.weights if one.denominators is None else one.denominators,
        groups={name: panel.groups[name] for name in named},
        sides=named,
    )


def gap_levels(panel: Panel, window: Periods) -> tuple[Array, Array]:
    """Each area's gap over a window of a panel of gaps, and its sampling variance: the two groups' added up."""
    (level, noise), (reference, noise_of_reference) = (_pooled(each, window) for each in _two(panel))
    return level - reference, noise + noise_of_reference


def gaps_by_period(panel: Panel, periods: Periods) -> tuple[Array, Array]:
    """The gaps of a panel of gaps, and their sampling variances, areas x periods."""
    by_period = [gap_levels(panel, periods[at : at + 1]) for at in range(len(periods))]
    levels, noise = (np.array(each).reshape(len(periods), -1).T for each in zip(*by_period, strict=True))
    return levels, noise


def _two(panel: Panel) -> tuple[Panel, Panel]:
    if panel.sides is None:
        raise ValueError("this panel holds no gaps")
    return panel.groups[panel.sides[0]], panel.groups[panel.sides[1]]


def _pooled(panel: Panel, window: Periods) -> tuple[Array, Array]:
    """The level of one group by area; where it is 0 or full, its variance is that with 0.5 added."""
    if panel.numerators is None or panel.denominators is None:
        level = panel.values[:, window].mean(axis=1)
        return level, np.zeros_like(level)
    seen, out_of = panel.numerators[:, window].sum(axis=1), panel.denominators[:, window].sum(axis=1)
    some = np.where(out_of > 0, out_of, 1.0)
    if panel.scale is Scale.PROPORTION:
        share = (seen + HALF) / (some + 2 * HALF)
        return quotients(seen, out_of), share * (1 - share) / some
    return quotients(seen, out_of), (seen + HALF) / some**2


def _sides(groups: Mapping[str, Panel], group: str | None, reference: str | None) -> tuple[str, str] | Refusal:
    """The two sides by name."""
    there = ", ".join(sorted(groups)) or "none"
    for name in (group, reference):
        if name is not None and name not in groups and groups:
            raise UsageError(f"There is no group {name}; there are {there}.")
    rest = [name for name in sorted(groups) if name not in {group, reference}]
    said = [name for name in (group, reference) if name is not None]
    if len(groups) < SIDES or (len(said) < SIDES and len(groups) > SIDES):
        return _refuse(f"The groups are {there}.", "Two groups by name, in the figures and in the plan.")
    if group is not None and group == reference:
        return _refuse(f"{group} is measured against itself.", "Two groups by name.")
    return (group or rest.pop(0), reference or rest.pop(0))


def _overlap(groups: Mapping[str, Panel], group: str, reference: str) -> str | None:
    """What tells that one side holds the other, if anything does."""
    for whole, part in ((group, reference), (reference, group)):
        if whole.strip().casefold() in EVERYBODY or _is_sum(groups, whole, part):
            return f"{part} is part of {whole}."
    return None


def _is_sum(groups: Mapping[str, Panel], whole: str, part: str) -> bool:
    """Whether the counts of one group are, in every cell, those of another and some or all further ones together."""
    others = [name for name in groups if name not in {whole, part}]
    return any(
        _adds_up(groups[whole], [groups[name] for name in (part, *more)]) for more in (others, *zip(others)) if more
    )


def _adds_up(whole: Panel, parts: list[Panel]) -> bool:
    for name in ("numerators", "denominators"):
        counts = [getattr(each, name) for each in (whole, *parts)]
        if any(count is None for count in counts):
            return False
        together = np.sum(counts[1:], axis=0)
        known = np.isfinite(counts[0]) & np.isfinite(together)
        if not known.any() or (counts[0][known] != together[known]).any():
            return False
    return True


def _refuse(why: str, need: str) -> Refusal:
    return Refusal(NAME, Reason.TWO_GROUPS, why, need)
