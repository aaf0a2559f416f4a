"""Several rows at once: all of them or none."""

from __future__ import annotations

import pytest

from evaluation.model.references import Kind, Reference
from evaluation.problems import UsageError
from evaluation.store import Store, Submission, append_together, rows, verify
from tests.store.examples import ANN, NOON, note


def keep(store: Store, *submissions: Submission) -> list[str]:
    return [str(row.reference) for row in append_together(store, submissions, ANN, at=NOON)]


def test_they_are_kept_in_their_order_and_sealed(store: Store) -> None:
    assert keep(store, Submission(note("One."), "a"), Submission(note("Two."), "b")) == ["entry:1", "entry:2"]
    assert [row.noun.noticed for row in rows(store, Kind.ENTRY)] == ["One.", "Two."]
    assert verify(store).problems == ()


def test_what_was_submitted_before_stays_the_row_it_was(store: Store) -> None:
    first = Submission(note("One."), "a")
    assert keep(store, first) == ["entry:1"]
    assert keep(store, first, Submission(note("Two."), "b")) == ["entry:1", "entry:2"]


def test_where_one_is_refused_none_is_kept(store: Store) -> None:
    nothing = Reference(Kind.ENTRY, "99")
    with pytest.raises(UsageError, match="Only what is stored can be corrected"):
        keep(store, Submission(note("One."), "a"), Submission(note("Two."), "b", amends=nothing))
    assert rows(store, Kind.ENTRY) == ()
