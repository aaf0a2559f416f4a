"""Ways that lead back to where they began."""

from __future__ import annotations

from evaluation.declare.cycles import ways_back


def test_legs_that_lead_one_way_have_no_way_back() -> None:
    assert list(ways_back([("a", "b"), ("b", "c"), ("a", "c")])) == []


def test_a_way_back_is_told_at_its_last_leg_from_its_end_round_to_its_end() -> None:
    assert list(ways_back([("a", "b"), ("b", "c"), ("c", "a")])) == [(2, ["a", "b", "c", "a"])]


def test_a_leg_to_itself_and_a_leg_written_twice_are_each_told_once() -> None:
    assert list(ways_back([("a", "a"), ("b", "c"), ("c", "b"), ("c", "b")])) == [
        (0, ["a", "a"]),
        (3, ["b", "c", "b"]),
        (2, ["b", "c", "b"]),
    ]
