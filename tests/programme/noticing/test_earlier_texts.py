"""What a note said before it was corrected."""

from __future__ import annotations

import pytest

from evaluation.model.learning import Visible
from evaluation.model.people import Actor, Role
from evaluation.programme import Programme, Said, add_note, notes, redact, say_more
from tests.programme.conftest import OFFICER, acting_as

JOAN = Actor("joan-pell", "Joan Pell", Role.MEMBER)
AMINA = Actor("amina-khan", "Amina Khan", Role.LEAD)


@pytest.fixture
def amina(programme: Programme) -> Programme:
    return acting_as(programme, AMINA)


def kept(programme: Programme, noticed: str, amends: str | None = None, visible: Visible = Visible.GROUP) -> str:
    said = Said(noticed=noticed, visible=visible)
    receipt = add_note(programme, prototype="one-team", request_key=noticed, amends=amends, **said)
    return str(receipt.content.reference)


def earlier(programme: Programme) -> list[tuple[str, str]]:
    return [(when.replace("\u00a0", " "), text) for line in notes(programme).content for when, text in line.earlier]


def test_each_earlier_text_is_told_with_who_corrected_it_and_when_the_latest_first(amina: Programme) -> None:
    kept(amina, "Two families.", kept(amina, "To families.", kept(amina, "Too families.")))
    when = "Before Amina Khan corrected it on 3 June 2026"
    assert earlier(amina) == [(when, "To families."), (when, "Too families.")]
    assert earlier(acting_as(amina, JOAN)) == earlier(amina)


def test_what_was_only_added_to_is_not_told_as_an_earlier_text(amina: Programme) -> None:
    say_more(amina, note=kept(amina, "Two families."), expected="One.", request_key="more")
    assert earlier(amina) == []


def test_a_text_that_was_the_writers_alone_stays_theirs(amina: Programme) -> None:
    kept(amina, "Two families.", kept(amina, "Too rude.", visible=Visible.ME))
    assert [text for _, text in earlier(amina)] == ["Too rude."]
    assert earlier(acting_as(amina, JOAN)) == []


def test_a_text_that_was_taken_out_is_gone_here_too(amina: Programme) -> None:
    first = kept(amina, "Zebedee moved.")
    kept(amina, "Two families.", first)
    redact(acting_as(amina, OFFICER), target=first, reason="A name.", second_name="Bo Boss", request_key="r")
    assert earlier(amina) == []
