from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest

from evaluation.model.canonical import fingerprint
from evaluation.model.decisions import Confirmation
from evaluation.model.places import Area
from evaluation.model.references import Kind, Reference
from evaluation.problems import UsageError
from evaluation.store import Store, append, comparison, declaration, get, rows, verify
from tests.store.examples import ANN, ANSWER, BEN, DECISION, MINUTE, NOON, PLAN, add, compared, note


def test_a_noun_comes_back_as_it_was_stored(store: Store) -> None:
    stored = append(store, note("Schön, “said” 母"), BEN, at=NOON, request_key="once", plan=PLAN)
    assert stored.noun == note("Schön, “said” 母")
    assert (stored.reference, stored.actor, stored.recorded_at) == (Reference(Kind.ENTRY, "1"), BEN, NOON)
    assert stored.plan == fingerprint(PLAN)
    assert get(store, stored.reference) == stored


def test_numbers_run_without_gaps_across_all_kinds(store: Store) -> None:
    stored = [add(store, note(), "1"), add(store, DECISION, "2"), add(store, ANSWER, "3")]
    assert [row.number for row in stored] == [1, 2, 3]


def test_the_same_request_key_twice_is_one_row(store: Store) -> None:
    first = add(store, note("As typed."), "submission")
    again = add(store, note("As typed."), "submission", NOON + MINUTE)
    assert again == first
    assert rows(store, Kind.ENTRY) == (first,)


def test_the_same_comparison_is_stored_once(store: Store) -> None:
    first = append(store, compared(), ANN, at=NOON, request_key="1")
    again = append(store, compared(), BEN, at=NOON + MINUTE, request_key="2")
    assert again == first
    assert comparison(store, compared().fingerprint) == compared()


def test_one_key_is_one_row_of_its_kind(store: Store) -> None:
    decided = add(store, DECISION, "1").reference
    words = [Confirmation(decided, NOON.date()), Confirmation(decided, (NOON + timedelta(days=9)).date())]
    first, second = (
        append(store, word, BEN, at=NOON, request_key=str(number), key=str(decided))
        for number, word in enumerate(words)
    )
    assert first == second


def test_a_correction_names_the_row_it_amends(store: Store) -> None:
    first = add(store, note("Tree families came."), "1")
    second = append(store, note("Three families came."), ANN, at=NOON, request_key="2", amends=first.reference)
    assert second.amends == first.reference
    assert [row.noun.noticed for row in rows(store, Kind.ENTRY)] == ["Tree families came.", "Three families came."]


@pytest.mark.parametrize("reference", ["entry:7", "decision:1", "entry:one", "entry:99999999999999999999"])
def test_nothing_amends_what_is_not_stored(store: Store, reference: str) -> None:
    add(store, note(), "1")
    with pytest.raises(UsageError) as refused:
        append(store, note(), ANN, at=NOON, request_key="2", amends=Reference.parse(reference))
    assert refused.value.problems[0].code == "unknown-reference"
    assert len(rows(store, Kind.ENTRY)) == 1


def test_a_declaration_is_kept_with_the_first_row_that_leans_on_it(store: Store) -> None:
    for key in ("1", "2"):
        append(store, note(), ANN, at=NOON, request_key=key, plan=PLAN)
    assert declaration(store, fingerprint(PLAN)) == PLAN
    assert declaration(store, "0" * 64) is None


def test_times_are_kept_in_utc(store: Store) -> None:
    summer_time = datetime(2026, 6, 3, 13, 0, tzinfo=timezone(timedelta(hours=1)))
    assert add(store, note(), "1", summer_time).recorded_at == NOON
    assert verify(store).problems == ()


def test_a_time_without_its_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="UTC"):
        add(store, note(), "1", NOON.replace(tzinfo=None))


@pytest.mark.parametrize("text", ["null \x00 character", "half a pair \ud83d"])
def test_text_that_a_database_cannot_hold_is_refused_on_both(store: Store, text: str) -> None:
    with pytest.raises(UsageError, match="cannot be stored"):
        add(store, note(text), "1")
    assert rows(store, Kind.ENTRY) == ()


def test_the_ledger_takes_only_its_own_nouns(store: Store) -> None:
    with pytest.raises(TypeError, match="Area"):
        append(store, Area("Z1", "Somewhere"), ANN, at=NOON, request_key="1")


def test_twenty_threads_keep_the_chain_whole(store: Store) -> None:
    def ten(thread: int) -> None:
        for number in range(10):
            add(store, note(f"{thread}, {number}"), f"{thread}-{number}")

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(ten, range(20)))
    found = verify(store)
    assert (found.rows, found.problems) == (200, ())
    assert {row.noun.noticed for row in rows(store, Kind.ENTRY)} == {f"{t}, {n}" for t in range(20) for n in range(10)}
