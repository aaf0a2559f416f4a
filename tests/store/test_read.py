from __future__ import annotations

import pytest

from evaluation.model.references import Kind, Reference
from evaluation.store import Store, append, batch_by_sha256, get, rows, search
from tests.store.examples import ANN, DECISION, MINUTE, NOON, add, add_figures, compared, figures, note


def test_rows_are_of_one_kind_and_one_prototype(store: Store) -> None:
    add(store, note("Here."), "1")
    add(store, note("There.", prototype="other"), "2")
    add(store, DECISION, "3")
    assert [row.noun.noticed for row in rows(store, Kind.ENTRY)] == ["Here.", "There."]
    assert [row.number for row in rows(store, Kind.ENTRY, prototype="other")] == [2]
    assert rows(store, Kind.ANSWER) == ()


def test_rows_as_at_an_earlier_time_leave_out_what_came_later(store: Store) -> None:
    for number in range(3):
        add(store, note(str(number)), str(number), NOON + number * MINUTE)
    assert [row.noun.noticed for row in rows(store, Kind.ENTRY, as_at=NOON + MINUTE)] == ["0", "1"]


def test_a_reference_must_be_of_the_right_kind(store: Store) -> None:
    add(store, note(), "1")
    assert get(store, Reference(Kind.DECISION, "1")) is None
    assert get(store, Reference(Kind.ENTRY, "2")) is None
    assert get(store, Reference(Kind.ENTRY, "²")) is None


def test_a_comparison_goes_by_the_beginning_of_its_fingerprint(store: Store) -> None:
    first = append(store, compared("9f2c" + "1" * 60), ANN, at=NOON, request_key="1")
    append(store, compared("9f2d" + "1" * 60), ANN, at=NOON, request_key="2")
    assert first.reference == Reference(Kind.COMPARISON, "9f2c11111111")
    assert get(store, Reference(Kind.COMPARISON, "9f2c")) == first
    assert get(store, first.reference) == first


@pytest.mark.parametrize("beginning", ["9f2", "_f2c", "%"])
def test_a_beginning_that_fits_two_comparisons_or_none_finds_nothing(store: Store, beginning: str) -> None:
    append(store, compared("9f2c" + "1" * 60), ANN, at=NOON, request_key="1")
    append(store, compared("9f2d" + "1" * 60), ANN, at=NOON, request_key="2")
    assert get(store, Reference(Kind.COMPARISON, beginning)) is None


@pytest.mark.parametrize("words", ["ÉCOLE", "100%", "_five", "what now"])
def test_search_finds_words_whatever_their_case_and_takes_signs_as_they_are(store: Store, words: str) -> None:
    found = add(store, note("The école is 100% full_five.", make_of_it="What now?"), "1")
    add(store, note("Nothing of the kind: 100, xfive."), "2")
    assert search(store, words) == (found,)


def test_search_for_nothing_finds_nothing(store: Store) -> None:
    add(store, note(), "1")
    assert search(store, "") == ()


def test_a_batch_is_found_by_the_bytes_of_its_file(store: Store) -> None:
    add_figures(store, figures(), "first")
    again = add_figures(store, [], "first-again")
    assert batch_by_sha256(store, "sha-of-first-again") == again
    assert batch_by_sha256(store, "sha-of-another") is None
