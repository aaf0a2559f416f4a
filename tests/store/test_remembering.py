"""What a handle remembers is what a new handle reads."""

from __future__ import annotations

from dataclasses import replace

from evaluation.model.learning import REMOVED
from evaluation.model.references import Kind
from evaluation.store import Store, open_store, redact, rows
from tests.store.examples import ANN, MINUTE, NOON, PROGRAMME, add, note, removal


def afresh(store: Store) -> Store:
    return open_store(store.engine.url.render_as_string(hide_password=False), PROGRAMME)


def same_as_afresh(store: Store) -> None:
    other = afresh(store)
    for kind in (Kind.ENTRY, Kind.DECISION, Kind.REDACTION):
        assert rows(store, kind) == rows(other, kind)
        for prototype in ("one-team", "another"):
            assert rows(store, kind, prototype=prototype) == rows(other, kind, prototype=prototype)
        for minutes in range(4):
            at = NOON + minutes * MINUTE
            assert rows(store, kind, as_at=at) == rows(other, kind, as_at=at)
    other.close()


def test_rows_added_since_are_read_and_those_before_are_kept(store: Store) -> None:
    assert rows(store, Kind.ENTRY) == ()
    add(store, note("One came."), "one")
    (first,) = rows(store, Kind.ENTRY)
    add(store, note("Two came.", prototype="another"), "two", NOON + MINUTE)
    again, second = rows(store, Kind.ENTRY)
    assert again is first
    assert second.noun.noticed == "Two came."
    same_as_afresh(store)


def test_rows_that_another_handle_added_are_read(store: Store) -> None:
    add(store, note("One came."), "one")
    assert len(rows(store, Kind.ENTRY)) == 1
    other = afresh(store)
    add(other, note("Two came."), "two", NOON + MINUTE)
    assert len(rows(store, Kind.ENTRY)) == 2
    other.close()


def test_removed_text_is_forgotten_whoever_removed_it(store: Store) -> None:
    target = add(store, note("Somebody came."), "one").reference
    assert rows(store, Kind.ENTRY)[0].noun.noticed == "Somebody came."
    other = afresh(store)
    redact(other, removal(target), ANN, at=NOON + MINUTE, request_key="removal")
    assert rows(store, Kind.ENTRY)[0].noun.noticed == REMOVED
    assert "Somebody" not in repr(store.remembered)
    same_as_afresh(store)
    other.close()


def test_a_handle_that_knows_the_last_row_asks_no_more_until_it_knows_a_later_one(store: Store) -> None:
    first = add(store, note("One came."), "one")
    page = replace(store, known=first.number)
    assert len(rows(page, Kind.ENTRY)) == 1
    other = afresh(store)
    second = add(other, note("Two came."), "two", NOON + MINUTE)
    assert len(rows(page, Kind.ENTRY)) == 1
    assert len(rows(replace(store, known=second.number), Kind.ENTRY)) == 2
    assert len(rows(page, Kind.ENTRY)) == 2
    other.close()


def test_what_was_never_read_is_read_whatever_row_is_known(store: Store) -> None:
    add(store, note("One came."), "one")
    assert len(rows(replace(store, known=0), Kind.ENTRY)) == 1
    assert rows(replace(store, known=0), Kind.DECISION) == ()
