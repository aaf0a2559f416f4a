"""Figures that were read before are remembered, and are what a new handle reads."""

from __future__ import annotations

import pytest

from evaluation.store import Store, observations, open_store
from tests.store.examples import MINUTE, NOON, PROGRAMME, add, add_figures, figures, note


def afresh(store: Store) -> Store:
    return open_store(store.engine.url.render_as_string(hide_password=False), PROGRAMME)


def test_figures_asked_for_again_are_the_same_until_a_file_comes_in_whoever_brought_it(store: Store) -> None:
    add_figures(store, figures(), "1")
    before = observations(store)
    add(store, note(), "2")
    assert observations(store) is before
    other = afresh(store)
    add_figures(other, figures(value=0.5), "3", NOON + MINUTE)
    assert observations(store) == observations(other) != before
    assert observations(store, as_at=NOON) is before
    other.close()


def test_another_measure_is_another_question(store: Store) -> None:
    add_figures(store, figures(), "1")
    assert len(observations(store)) == 6
    assert observations(store, measures=["no such measure"]) == ()
    assert len(observations(store, measures=[figures()[0].measure])) == 6


def test_more_figures_than_may_be_held_are_read_and_not_held(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluation.store.latest._MOST", 8)
    add_figures(store, figures(), "1")
    for measures in (None, [figures()[0].measure]):
        assert len(observations(store, measures=measures)) == 6
        assert len(store.figures) == 1
    add_figures(store, figures(areas=3), "2", NOON + MINUTE)
    assert len(observations(store)) == 9
    assert len(store.figures) == 1
