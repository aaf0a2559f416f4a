"""Small numbers in tables."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evaluation.disclosure.rule import PROFILES, Profile, profile_of, protect
from evaluation.model.framework import FLOOR, DisclosureProfile, Framework
from evaluation.model.release import HIDDEN, Cell, Column, ColumnKind, Table

BELOW_5 = PROFILES["below-5"]
FRAMEWORK = Framework("good-start", "A good start", (), (), ())
ACTING = [profile for profile in PROFILES.values() if profile.round_to is None]
COLUMNS = (
    Column("area"),
    Column("on time", ColumnKind.COUNT),
    Column("out of", ColumnKind.OUT_OF),
    Column("share", ColumnKind.DERIVED),
    Column("index", ColumnKind.NUMBER),
)


def table(*rows: tuple[Cell, ...]) -> Table:
    return Table(COLUMNS, rows, "illustrative")


def protected_row(*cells: Cell) -> tuple[Cell, ...]:
    return protect(table(cells), BELOW_5)[0].rows[0]


def test_count_of_one_to_four_is_hidden_with_what_was_made_of_it() -> None:
    for count in (1, 2, 3, 4):
        assert protected_row("Marsh End", count, 90, count / 90, 1.0) == ("Marsh End", HIDDEN, 90, HIDDEN, 1.0)


def test_five_and_more_are_shown() -> None:
    assert protected_row("Marsh End", 5, 90, 5 / 90, 1.0) == ("Marsh End", 5, 90, 5 / 90, 1.0)


def test_zero_is_shown() -> None:
    assert protected_row("Marsh End", 0, 90, 0.0, 1.0) == ("Marsh End", 0, 90, 0.0, 1.0)


def test_count_that_leaves_fewer_than_five_out_is_hidden() -> None:
    assert protected_row("Marsh End", 88, 90, 88 / 90, 1.0) == ("Marsh End", HIDDEN, 90, HIDDEN, 1.0)
    assert protected_row("Marsh End", 90, 90, 1.0, 1.0) == ("Marsh End", 90, 90, 1.0, 1.0)


def test_group_of_fewer_than_five_is_hidden_whole_even_where_nobody_was_counted() -> None:
    assert protected_row("Marsh End", 0, 3, 0.0, 1.0) == ("Marsh End", HIDDEN, HIDDEN, HIDDEN, 1.0)


def test_cell_hidden_by_the_source_takes_the_share_with_it() -> None:
    assert protected_row("Marsh End", HIDDEN, 90, 0.03, 1.0) == ("Marsh End", HIDDEN, 90, HIDDEN, 1.0)


def test_missing_stays_missing() -> None:
    assert protected_row("Marsh End", None, None, None, None) == ("Marsh End", None, None, None, None)
    assert protected_row("Marsh End", 3, None, None, None) == ("Marsh End", HIDDEN, None, None, None)


def test_how_many_cells_were_hidden_is_told() -> None:
    assert protect(table(("a", 3, 90, 3 / 90, 1.0), ("b", 50, 90, 5 / 9, 1.0)), BELOW_5)[1] == 2
    assert protect(table(("a", HIDDEN, 90, HIDDEN, 1.0)), BELOW_5)[1] == 0


def test_the_wider_profiles_hide_up_to_their_own_bound() -> None:
    for name, largest in (("below-5", 4), ("1-7", 7), ("below-10", 9)):
        rows = protect(table(("a", largest, 90, 0.1, 1.0), ("b", largest + 1, 90, 0.1, 1.0)), PROFILES[name])[0].rows
        assert rows[0][1] is HIDDEN
        assert rows[1][1] == largest + 1


def test_no_profile_goes_below_the_floor() -> None:
    with pytest.raises(ValueError, match="below 5 at least"):
        Profile("below-3", below=3)


def test_no_profile_rounds_to_less_than_the_floor() -> None:
    with pytest.raises(ValueError, match="nearest 5 at least"):
        Profile("round-to-3", below=5, round_to=3)


def test_a_profile_that_rounds_shows_every_count_to_the_nearest_five() -> None:
    rounded, hidden = protect(table(("a", 2, 91, 2 / 91, 1.0)), PROFILES["round-to-5"])
    assert (rounded.rows, hidden) == ((("a", 0, 90, 0.0, 1.0),), 0)


def test_zero_is_hidden_where_the_profile_says_so() -> None:
    rows = protect(table(("a", 0, 90, 0.0, 1.0)), Profile("none-hidden", below=5, hides_zero=True))[0].rows
    assert rows == (("a", HIDDEN, 90, HIDDEN, 1.0),)


def test_a_framework_names_a_profile_of_the_tool_or_one_of_its_own() -> None:
    assert profile_of(FRAMEWORK) == PROFILES["below-5"]
    own = DisclosureProfile("ours", below=11, hides_zero=True)
    theirs = replace(FRAMEWORK, disclosure="ours", disclosure_profiles=(own,))
    assert profile_of(theirs) == Profile("ours", below=11, hides_zero=True)


def test_text_among_counts_is_refused() -> None:
    with pytest.raises(ValueError, match="holds text"):
        protect(table(("a", "3", 90, 0.03, 1.0)), BELOW_5)


counts = some.one_of(some.none(), some.just(HIDDEN), some.integers(0, 40), some.floats(0, 40))
rows = some.tuples(
    some.text(max_size=5), counts, counts, some.one_of(some.none(), some.floats(0, 1)), some.floats(0, 9)
)
tables = some.lists(rows, max_size=4).map(lambda found: table(*found))
profiles = some.sampled_from(ACTING)


@given(tables, profiles)
def test_nothing_small_survives_nor_can_be_had_by_taking_one_from_the_other(
    given_table: Table, profile: Profile
) -> None:
    for _, count, out_of, share, _ in protect(given_table, profile)[0].rows:
        shown = [number for number in (count, out_of) if isinstance(number, int | float)]
        left_out = [shown[1] - shown[0]] if len(shown) == 2 else []
        assert not any(0 < people < FLOOR for people in shown + left_out)
        assert HIDDEN not in (count, out_of) or share in (None, HIDDEN)


@given(tables, profiles)
def test_protecting_twice_changes_nothing(given_table: Table, profile: Profile) -> None:
    once, _ = protect(given_table, profile)
    assert protect(once, profile) == (once, 0)


@given(tables, profiles)
def test_text_and_other_numbers_are_untouched(given_table: Table, profile: Profile) -> None:
    after, hidden = protect(given_table, profile)
    assert [(row[0], row[4]) for row in after.rows] == [(row[0], row[4]) for row in given_table.rows]
    assert hidden == sum(
        new is HIDDEN and old is not HIDDEN
        for new_row, old_row in zip(after.rows, given_table.rows, strict=True)
        for new, old in zip(new_row, old_row, strict=True)
    )
