from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.disclosure import PROFILES
from evaluation.disclosure.judging import may_be_judged
from evaluation.disclosure.rule import shows_too_few

PROFILE = PROFILES["below-5"]


def above(level: float) -> Callable[[float], bool]:
    return lambda share: share > level


def below(level: float) -> Callable[[float], bool]:
    return lambda share: share < level


def test_what_is_shown_may_be_judged() -> None:
    assert may_be_judged(14, 40, above(0.2), PROFILE)
    assert may_be_judged(10, 20, lambda share: 0.15 < share < 0.5, PROFILE)  # of what is hidden that would leave one


@pytest.mark.parametrize(("count", "out_of"), [(None, None), (None, 20), (3, None), (3, 0)])
def test_where_there_is_no_share_nothing_is_told(count: float | None, out_of: float | None) -> None:
    assert may_be_judged(count, out_of, above(0.2), PROFILE)


def test_a_level_that_leaves_one_possible_count_is_not_said() -> None:
    """Of 20, fewer than 5 and more than 15 in 100 are exactly 4; so nothing is said of 1, 2 or 3 either."""
    assert not may_be_judged(4, 20, lambda share: 0.15 < share < 0.5, PROFILE)
    assert not may_be_judged(2, 20, lambda share: 0.15 < share < 0.5, PROFILE)


def test_of_a_group_of_so_few_that_all_is_hidden_all_of_them_are_a_possible_count_too() -> None:
    """Of 3, more than 90 in 100 are exactly 3."""
    assert not may_be_judged(3, 3, above(0.9), PROFILE)
    assert may_be_judged(3, 3, above(0.5), PROFILE)


def test_a_level_far_from_the_hidden_counts_tells_nothing_and_is_said() -> None:
    assert may_be_judged(2, 200, below(0.7), PROFILE)


@given(st.integers(1, 60), st.floats(0.01, 0.99), st.sampled_from([above, below]), st.data())
def test_whatever_is_said_leaves_two_hidden_counts_or_tells_nothing(
    out_of: int, level: float, side: Callable[[float], Callable[[float], bool]], data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, out_of))
    crosses = side(level)
    if not shows_too_few(count, out_of, PROFILE) or not may_be_judged(count, out_of, crosses, PROFILE):
        return
    possible = [one for one in range(out_of + 1) if shows_too_few(one, out_of, PROFILE)]
    alike = [one for one in possible if crosses(one / out_of) is crosses(count / out_of)]
    assert len(alike) >= 2


@pytest.mark.parametrize("name", ["1-7", "below-10"])
def test_a_wider_profile_hides_more_and_is_asked_the_same(name: str) -> None:
    assert not may_be_judged(3, 20, lambda share: share == 0.15, PROFILES[name])
