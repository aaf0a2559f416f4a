"""Figures that are the sums of others: a county and its areas, all children and two groups, a year and its quarters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from evaluation.disclosure.editions import Count, Spot
from evaluation.model.places import Period


def totals_in(
    counts: Mapping[Spot, Count], within: Mapping[str, str], periods: Mapping[str, Period]
) -> tuple[tuple[Spot, frozenset[Spot]], ...]:
    """Every figure that is the sum of others, in numerator and denominator alike.

    `within` names the area each area lies in, `periods` the period of each notation. A
    figure may be the sum of its parts' (the nearest that have figures), of groups of the
    same children, or of the periods that make up its own.
    """
    found = [*_of_areas(counts, within), *_of_groups(counts), *_of_periods(counts, periods)]
    return tuple((total, frozenset(parts)) for total, parts in found if _adds_up(counts, total, parts))


def _adds_up(counts: Mapping[Spot, Count], total: Spot, parts: Sequence[Spot]) -> bool:
    of_parts = [counts[part] for part in parts]
    return (
        len(parts) > 1
        and counts[total].numerator == sum(part.numerator for part in of_parts)
        and counts[total].denominator == sum(part.denominator for part in of_parts)
    )


def _of_areas(counts: Mapping[Spot, Count], within: Mapping[str, str]) -> Iterator[tuple[Spot, list[Spot]]]:
    inside: dict[str, list[str]] = {}
    for area, around in within.items():
        inside.setdefault(around, []).append(area)

    def nearest(area: str, group: str, period: str) -> Iterator[Spot]:
        for part in inside.get(area, ()):
            spot = (part, group, period)
            yield from [spot] if spot in counts else nearest(part, group, period)

    for area, group, period in counts:
        if area in inside:
            yield (area, group, period), list(nearest(area, group, period))


def _of_groups(counts: Mapping[Spot, Count]) -> Iterator[tuple[Spot, list[Spot]]]:
    """All of an area's groups together, and any two: girls and boys beside other groups."""
    groups: dict[tuple[str, str], list[str]] = {}
    for area, group, period in counts:
        if group and (area, "", period) in counts:
            groups.setdefault((area, period), []).append(group)
    for (area, period), names in groups.items():
        for some in {tuple(names), *combinations(names, 2)}:
            yield (area, "", period), [(area, name, period) for name in some]


def _of_periods(counts: Mapping[Spot, Count], periods: Mapping[str, Period]) -> Iterator[tuple[Spot, list[Spot]]]:
    """A year and its quarters: the shorter periods of one kind that fill a longer one without a gap."""
    by_place: dict[tuple[str, str], list[str]] = {}
    for area, group, period in counts:
        by_place.setdefault((area, group), []).append(period)
    for (area, group), named in by_place.items():
        kinds = {periods[name].kind for name in named}
        for whole in named if len(kinds) > 1 else ():
            for kind in kinds - {periods[whole].kind}:
                parts = _filling(periods[whole], {name: periods[name] for name in named if periods[name].kind is kind})
                yield (area, group, whole), [(area, group, part) for part in parts]


def _filling(whole: Period, shorter: Mapping[str, Period]) -> list[str]:
    """The names of the periods that fill the whole one; none where they leave a gap."""
    parts = sorted(
        (name for name in shorter if whole.start <= shorter[name].start < whole.end), key=shorter.__getitem__
    )
    ends = [whole.start, *(shorter[name].end for name in parts)]
    return parts if ends == [*(shorter[name].start for name in parts), whole.end] else []
