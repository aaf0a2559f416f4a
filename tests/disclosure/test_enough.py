"""How wide a range is wide enough."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.disclosure.attack import attack, pinned
from evaluation.disclosure.enough import Need, need_of
from evaluation.disclosure.linked import Linked, with_totals
from evaluation.disclosure.rule import PROFILES, Profile

BELOW_5, ROUND_TO_5 = PROFILES["below-5"], PROFILES["round-to-5"]
INF = float("inf")


def cells(linked: Linked, *hidden: int) -> NDArray[np.bool_]:
    return np.isin(np.arange(len(linked)), hidden)


def test_a_small_count_needs_every_small_count_left_open() -> None:
    for count in (1, 2, 3, 4):
        need = need_of(count, BELOW_5)
        assert (count - need.down, count + need.up) == (1, 4)


def test_the_first_count_that_is_not_small_needs_as_many_values_and_none_in_particular() -> None:
    assert need_of(4, BELOW_5) == Need(3, 0, 3)
    assert need_of(5, BELOW_5) == Need(0, 0, 3)


def test_what_is_shown_can_never_be_open_enough_unless_it_is_rounded() -> None:
    assert need_of(3, BELOW_5, is_hidden=False) == Need(0, 0, 3)
    assert need_of(3, ROUND_TO_5, is_hidden=False) == Need(0, 0, 2)


def test_where_zero_is_hidden_it_must_be_left_open_too() -> None:
    need = need_of(3, Profile("none-hidden", below=5, hides_zero=True))
    assert (3 - need.down, 3 + need.up) == (0, 4)


def test_a_range_that_leaves_out_one_small_count_is_too_narrow() -> None:
    wide, narrow = with_totals([2, 3]), with_totals([2, 2])
    assert not pinned(wide, cells(wide, 0, 1), BELOW_5).any()
    assert pinned(narrow, cells(narrow, 0, 1), BELOW_5).tolist() == [True, True, True]


def test_a_small_total_need_not_be_thought_smaller_than_its_parts_allow() -> None:
    """Two areas with somebody in each are two at least, whatever is hidden: zero would be shown."""
    linked = with_totals([2, 1, 0])
    assert attack(linked, cells(linked, 0, 1, 3))[3].tolist() == [2, INF]
    assert not pinned(linked, cells(linked, 0, 1, 3), BELOW_5).any()


def test_a_large_count_that_is_hidden_for_those_it_leaves_out_needs_as_many_values() -> None:
    linked = with_totals([98, 40, 30])
    guarded = cells(linked, 0)
    assert pinned(linked, cells(linked, 0), BELOW_5, primary=guarded).tolist() == [True, False, False, False]
    assert not pinned(linked, cells(linked, 0, 1), BELOW_5, primary=guarded).any()


def test_rounded_figures_that_pull_the_same_way_are_found_out() -> None:
    """Four twos become four zeros and their eight a ten, which they can only just reach."""
    twos = with_totals([2, 2, 2, 2])
    assert attack(twos, cells(twos), round_to=5).tolist() == [[2, 2]] * 4 + [[8, 8]]
    assert pinned(twos, cells(twos), ROUND_TO_5).tolist() == [True] * 4 + [False]


def test_rounded_figures_that_pull_different_ways_are_safe() -> None:
    mixed = with_totals([2, 3, 14, 40])
    assert attack(mixed, cells(mixed), round_to=5)[0].tolist() == [0, 2]
    assert not pinned(mixed, cells(mixed), ROUND_TO_5).any()
