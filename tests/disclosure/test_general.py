"""Tables that are no networks."""

from __future__ import annotations

import numpy as np

from evaluation.disclosure.attack import attack, moves_of, pinned
from evaluation.disclosure.general import General
from evaluation.disclosure.linked import Linked, crossed, with_totals
from evaluation.disclosure.rule import PROFILES
from evaluation.disclosure.secondary import suppress

BELOW_5 = PROFILES["below-5"]
INF = float("inf")


def nested_both_ways() -> Linked:
    """Areas in districts in a county, by ages in bands in all ages: one nesting too many for a network."""
    ages = np.array([[3, 40, 9, 30], [25, 30, 2, 18], [31, 16, 44, 4], [12, 50, 35, 28]])
    bands = np.column_stack([ages, ages[:, :2].sum(axis=1), ages[:, 2:].sum(axis=1), ages.sum(axis=1)])
    districts = np.vstack([bands, bands[:2].sum(axis=0), bands[2:].sum(axis=0), bands.sum(axis=0)])
    nested = [(4, (0, 1)), (5, (2, 3)), (6, (4, 5))]
    return crossed(districts, [nested, nested])


def test_tables_nested_both_ways_are_protected() -> None:
    linked = nested_both_ways()
    assert isinstance(moves_of(linked), General)
    hidden = suppress(linked, BELOW_5)
    assert not pinned(linked, hidden, BELOW_5).any()
    assert 4 < hidden.sum() <= 20


def test_halves_of_people_are_not_thought_possible() -> None:
    """Two hidden counts are alike, and with a third they come to 8: the third is even, so 2 at least and never 1."""
    alike = Linked(np.array([5, 3, 3, 8, 2, 8]), ((3, (0, 1)), (3, (0, 2)), (5, (1, 2, 4))))
    hidden = np.array([True, True, True, True, True, False])
    assert isinstance(moves_of(alike), General)
    assert attack(alike, hidden)[[1, 2, 4]].tolist() == [[1, 3], [1, 3], [2, 6]]


def test_counts_in_the_millions_have_their_bounds() -> None:
    table = with_totals(np.array([[[3_000_000, 5], [7, 9]], [[11, 13], [17, 4_000_000]]]))
    assert isinstance(moves_of(table), General)
    everything = np.ones(len(table), dtype=bool)
    found = attack(table, everything)
    assert found[0].tolist() == [1, INF]
    everything[-1] = False
    assert attack(table, everything)[0].tolist() == [1, float(table.counts[-1] - 7)]
