"""What a percentage leaves open of its count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evaluation.disclosure.ranges import behind_percentage


@given(some.integers(1, 3000), some.integers(0, 3), some.data())
def test_the_true_count_is_among_those_left_and_every_one_left_is_shown_alike(
    out_of: int, places: int, draw: some.DataObject
) -> None:
    count = draw.draw(some.integers(0, out_of))
    percent = round(100 * count / out_of, places)
    low, high = behind_percentage(percent, places, out_of)
    assert low <= count <= high
    for other in {low, high}:
        assert abs(100 * other / out_of - percent) <= 0.5 * 10**-places + 1e-6


def test_few_people_are_known_from_their_percentage_and_many_are_not() -> None:
    assert behind_percentage(50, 0, 8) == (4, 4)
    assert behind_percentage(50, 0, 800) == (396, 404)


def test_a_percentage_no_count_makes_is_refused() -> None:
    with pytest.raises(ValueError, match="no whole number out of 3"):
        behind_percentage(50, 0, 3)
