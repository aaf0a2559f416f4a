from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.model.references import Kind, Reference
from evaluation.store import Store, append_batch, get, observations, verify
from tests.store.examples import ANN, NOON, add, add_figures, figures, note


def test_the_same_import_twice_is_one_batch(store: Store) -> None:
    assert add_figures(store, figures(), "1") == add_figures(store, figures(), "1")
    assert len(observations(store)) == 6


def test_a_batch_takes_its_number_from_the_ledger(store: Store) -> None:
    add(store, note(), "1")
    batch = add_figures(store, figures(), "2")
    assert batch.reference == Reference(Kind.BATCH, "2")
    assert get(store, batch.reference) == batch
    assert len(batch.noun.observations_digest) == 64


def test_two_figures_for_one_thing_are_refused_and_nothing_is_stored(store: Store) -> None:
    twice = [*figures(), replace(figures()[0], value=0.9)]
    with pytest.raises(ValueError, match="one figure for each"):
        add_figures(store, twice, "1")
    assert verify(store).rows == 0


def test_the_callers_batch_and_figures_are_not_changed(store: Store) -> None:
    mine = figures()
    batch = add_figures(store, mine, "1").noun
    unsealed = replace(batch, observations_digest="")
    append_batch(store, unsealed, mine, ANN, at=NOON, request_key="2")
    assert mine == figures()
    assert unsealed.observations_digest == ""
