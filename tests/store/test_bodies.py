from __future__ import annotations

import dataclasses
import re
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.model import canonical
from evaluation.model.learning import REMOVED
from evaluation.model.references import Kind
from evaluation.store.bodies import NOUNS, free_text, kind_of, put_together, take_apart
from evaluation.store.sealing import salted
from tests.store.examples import DECISION, compared, note


def test_a_body_holds_a_digest_in_place_of_what_was_typed() -> None:
    body, texts = take_apart(note("Three families came back.", make_of_it="Good."))
    assert "families" not in body
    assert "Good" not in body
    assert {text.field for text in texts} == {"noticed", "make_of_it"}
    assert all(salted(text.salt, text.text) in body for text in texts)


def test_the_same_note_twice_has_two_bodies_because_salts_differ() -> None:
    assert take_apart(note())[0] != take_apart(note())[0]


typed = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).filter(str.strip)


@given(typed)
def test_any_text_comes_back_as_it_was_typed(text: str) -> None:
    body, texts = take_apart(note(text))
    assert put_together(Kind.ENTRY, body, {each.field: each.text for each in texts}) == note(text)


def test_a_text_that_was_removed_reads_so_and_a_box_left_empty_stays_empty() -> None:
    body, _ = take_apart(note("Three families."))
    entry = put_together(Kind.ENTRY, body, {})
    assert (entry.noticed, entry.expected) == (REMOVED, "")


@pytest.mark.parametrize("noun", [DECISION, compared(), note()])
def test_a_noun_knows_its_kind(noun: object) -> None:
    assert NOUNS[kind_of(noun)] is type(noun)


def test_free_text_lies_only_in_nouns_of_the_ledger_and_not_within_another() -> None:
    nouns = set(canonical._NOUNS.values())
    typed_in = {noun for noun in nouns if any(field.metadata.get("free_text") for field in dataclasses.fields(noun))}
    assert typed_in == {NOUNS[kind] for kind in NOUNS if free_text(kind)}
    hints = [str(hint) for noun in nouns for hint in typing.get_type_hints(noun).values()]
    for within in typed_in:
        assert not any(re.search(rf"\b{within.__module__}\.{within.__name__}\b", hint) for hint in hints)
