"""Frameworks beside one another."""

from __future__ import annotations

from tests.declare.example import FRAMEWORK, Programme

OTHER = "frameworks/other.toml"


def test_a_framework_that_shares_nothing_says_its_own(programme: Programme) -> None:
    programme.write(OTHER, 'id = "other"\nname = "Other"\n')
    assert [problem.what for problem in programme.read().problems] == [
        f'"{key}" is missing: a framework must say it, or share another framework.'
        for key in ("outcomes", "measures", "streams")
    ]


def test_sharing_what_is_not_there_is_named_with_what_is_near(programme: Programme) -> None:
    programme.write(OTHER, 'id = "other"\nname = "Other"\nshares = ["good-strat"]\n')
    problem = programme.read().problems[0]
    assert (problem.code, problem.near, str(problem.origin)) == ("unknown-id", "good-start", f"{OTHER}:3")


def test_frameworks_do_not_share_in_a_circle(programme: Programme) -> None:
    programme.write(OTHER, 'id = "other"\nname = "Other"\nshares = ["good-start"]\n')
    programme.change(
        'name = "A good start"\n', 'name = "A good start"\nshares = ["other"]\n', "frameworks/good-start.toml"
    )
    assert [(problem.code, problem.what) for problem in programme.read().problems] == [
        ("cycle", "The sharing of frameworks leads back to where it began: good-start -> other -> good-start.")
    ]


def test_one_folder_protects_small_numbers_in_one_way(programme: Programme) -> None:
    programme.write(OTHER, 'id = "other"\nname = "Other"\nshares = ["good-start"]\ndisclosure = "round-to-10"\n')
    programme.change(
        'name = "A good start"\n', 'name = "A good start"\ndisclosure = "below-5"\n', "frameworks/good-start.toml"
    )
    said = programme.said()
    assert ("not-a-choice", f"{OTHER}:4") in said


def test_streams_and_outcomes_of_two_frameworks_have_ids_of_their_own(programme: Programme) -> None:
    other = (
        FRAMEWORK.replace('"good-start"', '"other"', 1)
        .replace('"on-time"', '"on-time-2"')
        .replace('"heard"', '"heard-2"')
    )
    other = other.replace('formerly = ["timely-reviews"]\n', "").replace('"implementation-group"', '"group-2"')
    programme.write(OTHER, other)
    whats = [problem.what for problem in programme.read().problems]
    assert whats == [
        '"healthy" is already an outcome, in frameworks/good-start.toml:4.',
        '"reviews" is already a stream, in frameworks/good-start.toml:7.',
    ]
