"""The sums of a linked table without those that follow from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from evaluation.disclosure.linked import Linked, Sum

Leaves = Counter[int]


def independent(linked: Linked) -> tuple[Sum, ...]:
    """As many of the sums as say all of it.

    A grand total is the sum of the row totals and of the column totals; one of the two
    says nothing new. Each total keeps one sum, the one whose parts are least used
    elsewhere: that is what lets a table with districts within a county be a network.
    A further sum of the same total is kept only where it comes to other cells in the
    end, so that it says something of its own.
    """
    chosen = _one_each(linked.sums)
    known: dict[int, Leaves] = {}
    further = tuple(
        (total, parts)
        for total, parts in linked.sums
        if chosen[total] != parts and _leaves(total, chosen, known) != _all_leaves(parts, chosen, known)
    )
    return (*chosen.items(), *further)


def _one_each(sums: tuple[Sum, ...]) -> dict[int, tuple[int, ...]]:
    """One sum for each total; totals that have but one come first, and their parts count as used."""
    by_total: dict[int, list[tuple[int, ...]]] = {}
    for total, parts in sums:
        by_total.setdefault(total, []).append(parts)
    used: Counter[int] = Counter()
    chosen: dict[int, tuple[int, ...]] = {}
    for total, ways in sorted(by_total.items(), key=lambda item: len(item[1])):
        chosen[total] = min(ways, key=lambda parts: max((used[part] for part in parts), default=0))
        used.update(chosen[total])
    return chosen


def _leaves(cell: int, chosen: Mapping[int, tuple[int, ...]], known: dict[int, Leaves]) -> Leaves:
    """The cells that are no totals which a cell comes to, each as often as it is in it."""
    if cell not in known:
        # A total that is a part of itself would never end: it then counts as a cell of its own.
        known[cell] = Counter({cell: 1})
        if cell in chosen:
            known[cell] = _all_leaves(chosen[cell], chosen, known)
    return known[cell]


def _all_leaves(parts: tuple[int, ...], chosen: Mapping[int, tuple[int, ...]], known: dict[int, Leaves]) -> Leaves:
    found: Leaves = Counter()
    for part in parts:
        found.update(_leaves(part, chosen, known))
    return found
