"""A mask as the ledger keeps it, and back: what is hidden, and the sums that give nothing away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from evaluation.disclosure.editions import Mask, Together
from evaluation.model.leaving import Each, HiddenFigures, Protection, Sums


def written(mask: Mask, empty: Protection) -> Protection:
    """The protection with what the mask says, in an order that is always the same."""
    figures: dict[tuple[str, str, bool], list[str]] = {}
    for area, group, period in sorted(mask.counts):
        figures.setdefault((area, group, (area, group, period) in mask.denominators), []).append(period)
    sums = sorted((tuple(sorted(one.areas)), one.group, tuple(sorted(one.periods))) for one in mask.together)
    return replace(
        empty,
        figures=tuple(HiddenFigures((area,), group, tuple(some), few) for (area, group, few), some in figures.items()),
        together=tuple(HiddenFigures(*one) for one in sums),
        harmless=tuple(_gathered(mask.harmless)),
    )


def mask_in(kept: Protection) -> Mask:
    """The mask a protection keeps."""
    counts = {one: (one.areas[0], one.group) for one in kept.figures}
    return Mask(
        counts=frozenset((*place, period) for one, place in counts.items() for period in one.periods),
        denominators=frozenset(
            (*place, period) for one, place in counts.items() if one.out_of_too for period in one.periods
        ),
        together=frozenset(Together(frozenset(one.areas), one.group, frozenset(one.periods)) for one in kept.together),
        harmless=frozenset(one for sums in kept.harmless for one in _apart(sums)),
    )


def _gathered(harmless: Iterable[Together]) -> Iterator[Sums]:
    """Sums that differ in the area, or in the period, alone are one line."""
    by_periods: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    by_areas: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    named = ((tuple(sorted(one.areas)), one.group, tuple(sorted(one.periods))) for one in harmless)
    for areas, group, periods in sorted(named):
        if len(areas) == 1:
            by_periods.setdefault((group, periods), []).append(areas[0])
        elif len(periods) == 1:
            by_areas.setdefault((group, areas), []).append(periods[0])
        else:
            yield Sums(areas, group, periods, Each.WHOLE)
    for (group, periods), some in by_periods.items():
        yield Sums(tuple(some), group, periods, Each.AREA)
    for (group, areas), some in by_areas.items():
        yield Sums(areas, group, tuple(some), Each.PERIOD)


def _apart(sums: Sums) -> Iterator[Together]:
    areas, periods = frozenset(sums.areas), frozenset(sums.periods)
    match sums.each:
        case Each.AREA:
            yield from (Together(frozenset([area]), sums.group, periods) for area in sums.areas)
        case Each.PERIOD:
            yield from (Together(areas, sums.group, frozenset([period])) for period in sums.periods)
        case Each.WHOLE:
            yield Together(areas, sums.group, periods)
