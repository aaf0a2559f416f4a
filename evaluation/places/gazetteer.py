"""Areas and their changes become a gazetteer: what files of figures and comparisons look places up in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from evaluation.model.gazetteer import Gazetteer, bare, folded
from evaluation.model.place_facts import FactsKind, PlaceFacts
from evaluation.model.places import Area, ChangeKind, PlaceChange
from evaluation.places import england

_Key = TypeVar("_Key")
# Whole places that are parts of another: those that merged into it, those it was split into.
_WHOLE_PARTS = {ChangeKind.MERGED, ChangeKind.SPLIT}


def gazetteer(
    areas: Iterable[Area],
    changes: Iterable[PlaceChange] = (),
    other_names: Mapping[str, Sequence[str]] | None = None,
) -> Gazetteer:
    """The gazetteer of these areas and changes.

    Parameters
    ----------
    areas
        What is declared first, then what was looked up, then the table shipped: of a
        code that stands several times, whatever the first leaves out is taken from
        the next, and every name is known.
    changes
        What is surest first: of the end of a code on one day the first account is taken.
    other_names
        Code -> further names.
    """
    areas = tuple(areas)
    known: dict[str, Area] = {}
    for area in areas:
        known[area.code] = _completed(known[area.code], area) if area.code in known else area
    kept = _first_accounts(changes)
    same = _newest(kept)
    names = [(name, area.code) for area in areas for name in (area.name, *(other_names or {}).get(area.code, ()))]
    return Gazetteer(
        called={code: area.name for code, area in known.items()},
        names=_names(dict.fromkeys(names)),
        numbers=_grouped((area.number, area.code) for area in areas if area.number),
        stood={code: (area.valid_from, area.valid_to) for code, area in known.items()},
        same=same,
        ground=_ground(known.values(), kept, same),
        changes=kept,
    )


def declared_changes(areas: Iterable[Area]) -> tuple[PlaceChange, ...]:
    """The changes that declared areas speak of by their successors: those with one successor on one day merged.

    Of a single area with a successor nobody says whether land changed hands.
    """
    ended = _grouped(((area.successor, area.valid_to), area.code) for area in areas if area.successor and area.valid_to)
    return tuple(
        PlaceChange(
            on, ChangeKind.MERGED if len(codes) > 1 else ChangeKind.REDRAWN, codes, (after,), source="as declared"
        )
        for (after, on), codes in ended.items()
    )


@lru_cache(maxsize=8)
def known(declared: tuple[Area, ...] = (), looked_up: tuple[PlaceFacts, ...] = ()) -> Gazetteer:
    """What is declared, then what look-ups say (the latest first), then the table shipped.

    The ends of areas are told by the table before a look-up: it says what kind of
    change each was. Kept for the next call, as pages ask again and again.
    """
    found = gazetteer(
        (*declared, *(area for facts in looked_up for area in facts.areas), *england.areas()),
        (
            *declared_changes(declared),
            *england.changes(),
            *(change for facts in looked_up for change in facts.changes),
        ),
        england.other_names(),
    )
    return replace(found, neighbours=_neighbours(looked_up))


def _neighbours(looked_up: Iterable[PlaceFacts]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Each edition by itself; of two files of one edition the one that came later is taken."""
    editions: dict[str, dict[str, tuple[str, ...]]] = {}
    for facts in looked_up:
        if facts.kind is FactsKind.NEIGHBOURS:
            editions.setdefault(facts.edition, {each.area: each.nearest for each in facts.neighbours})
    return editions


def _completed(area: Area, more: Area) -> Area:
    """The area with what it leaves out as the next account has it."""
    held = {field.name: getattr(area, field.name) or getattr(more, field.name) for field in fields(Area)}
    return Area(**held)


def _first_accounts(changes: Iterable[PlaceChange]) -> tuple[PlaceChange, ...]:
    """The changes in time; one that speaks of an end already told of by an earlier account is left out.

    One account may tell of one end in several changes, as of a county whose districts
    merged while it was split; it is known by its source.
    """
    told: dict[tuple[str, date], str] = {}
    kept = []
    for change in dict.fromkeys(changes):
        ends = [(code, change.on) for code in change.before]
        if all(told.get(end, change.source) == change.source for end in ends):
            kept.append(change)
            told |= dict.fromkeys(ends, change.source)
    return tuple(sorted(kept, key=lambda change: change.on))


def _newest(changes: Iterable[PlaceChange]) -> dict[str, str]:
    """Each code that was replaced by another for the same place -> the last of its line."""
    next_code = {change.before[0]: change.after[0] for change in changes if change.kind is ChangeKind.RECODED}
    newest = {}
    for code in next_code:
        line = [code]
        while line[-1] in next_code and next_code[line[-1]] not in line:  # a list may be wrong and lead back
            line.append(next_code[line[-1]])
        newest[code] = line[-1]
    return newest


def _names(named: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Every spelling -> its codes. A name cut short never stands for a place that another bears in full."""
    named = tuple(named)
    full = _grouped((folded(name), code) for name, code in named)
    short = _grouped((bare(name), code) for name, code in named)
    return short | full


def _grouped(pairs: Iterable[tuple[_Key, str]]) -> dict[_Key, tuple[str, ...]]:
    found: defaultdict[_Key, dict[str, None]] = defaultdict(dict)
    for key, code in pairs:
        found[key][code] = None
    return {key: tuple(codes) for key, codes in found.items()}


def _ground(
    areas: Iterable[Area], changes: Iterable[PlaceChange], same: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """The smallest parts of each place that has any, by newest code."""
    holds: defaultdict[str, set[str]] = defaultdict(set)
    for area in areas:
        if area.within is not None:
            holds[same.get(area.within, area.within)].add(same.get(area.code, area.code))
    for change in changes:
        if change.kind in _WHOLE_PARTS:
            whole, parts = (
                (change.after[0], change.before)
                if change.kind is ChangeKind.MERGED
                else (change.before[0], change.after)
            )
            holds[same.get(whole, whole)].update(same.get(part, part) for part in parts)
    return {place: _smallest(place, holds, frozenset()) for place in list(holds)}


def _smallest(place: str, holds: Mapping[str, set[str]], above: frozenset[str]) -> frozenset[str]:
    """What `place` is made of in the end. What leads back to itself, in a list that is wrong, is left out."""
    parts = holds.get(place, set()) - above - {place}
    if not parts:
        return frozenset({place})
    return frozenset().union(*(_smallest(part, holds, above | {place}) for part in parts))
