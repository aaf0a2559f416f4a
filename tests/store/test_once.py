"""Kept once, however many doors it comes by at one moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from evaluation.model.learning import Entry
from evaluation.model.references import Kind
from evaluation.store import Act, Store, append_once, rows, verify
from tests.store.examples import ANN, NOON, note


def keep(store: Store, key: str, noun: Entry) -> tuple[str, bool]:
    act = Act(ANN, NOON, key)
    row, was_there = append_once(store, noun, act, same=lambda row: bool(row.noun.noticed == noun.noticed))
    return str(row.reference), was_there


def test_by_two_doors_it_is_one_row_and_the_second_is_told(store: Store) -> None:
    assert keep(store, "page", note()) == ("entry:1", False)
    assert keep(store, "command", note()) == ("entry:1", True)
    assert keep(store, "command", note("Another.")) == ("entry:2", False)


def test_a_submission_made_twice_is_no_second_door(store: Store) -> None:
    assert keep(store, "page", note()) == keep(store, "page", note()) == ("entry:1", False)


def test_of_another_prototype_it_is_another_row(store: Store) -> None:
    keep(store, "page", note())
    assert keep(store, "command", note(prototype="two-teams")) == ("entry:2", False)


def test_eight_doors_at_one_moment_keep_one_row(store: Store) -> None:
    with ThreadPoolExecutor(8) as doors:
        kept = list(doors.map(lambda door: keep(store, f"door-{door}", note()), range(8)))
    assert {reference for reference, _ in kept} == {"entry:1"}
    assert sum(not was_there for _, was_there in kept) == 1
    assert len(rows(store, Kind.ENTRY)) == 1
    assert verify(store).problems == ()
