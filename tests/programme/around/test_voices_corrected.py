"""A count of people heard that was corrected: who may, what stood there, and that it gives nobody away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evaluation.model.learning import Voice
from evaluation.model.people import Actor, Role
from evaluation.problems import UsageError
from evaluation.programme import Programme, add_engagement, redact, voices_page
from tests.programme.conftest import OFFICER, acting_as

JOAN = Actor("joan-pell", "Joan Pell", Role.MEMBER)
OF_THE_TEAM = Actor("c.-member", "C. Member", Role.MEMBER)


def heard(programme: Programme, key: str, many: int, **more: Any) -> str:
    said = {"voice": Voice.PARENT, "area": "X01", "how": "Focus group", "prototype": "one-team"} | more
    return str(add_engagement(programme, heard=many, request_key=key, **said).content.reference)


def corrected(programme: Programme, voice: Voice = Voice.PARENT) -> str:
    """What is said of the corrections of the one occasion."""
    page = voices_page(programme, "one-team").content
    table = page.workforce if voice is Voice.PRACTITIONER else page.families
    ((*_, said),) = table.content.rows
    return str(said).replace("\u00a0", " ")


def test_what_stood_there_before_each_correction_is_told(programme: Programme) -> None:
    first = heard(programme, "a", 12, said="It is easier.")
    second = heard(programme, "b", 40, amends=first, how="Survey", said="It is easier.")
    assert corrected(programme) == 'Corrected on 3 June 2026; before: 12, "Focus group".'
    heard(programme, "c", 40, amends=second, how="Survey", area="X02", said="It is easier.")
    assert corrected(programme).startswith(
        "Corrected on 3 June 2026; before: Area 1. Corrected on 3 June 2026; before: 12"
    )


@pytest.mark.parametrize(("before", "now"), [(12, 14), (3, 20), (20, 3)])
def test_a_number_that_would_give_away_a_few_is_not_told(programme: Programme, before: int, now: int) -> None:
    heard(programme, "b", now, amends=heard(programme, "a", before))
    assert corrected(programme) == "Corrected on 3 June 2026; before: another number."
    whole = replace(programme, true_values=True)
    assert corrected(whole) == f"Corrected on 3 June 2026; before: {before}."


def test_a_hidden_number_is_not_told_by_the_workforce_it_was_counted_among(programme: Programme) -> None:
    heard(programme, "b", 2, amends=heard(programme, "a", 3, voice=Voice.PRACTITIONER))
    assert corrected(programme) == "Corrected on 3 June 2026; before: Practitioners, another number."


def test_practitioners_are_no_families_to_hide(programme: Programme) -> None:
    voice = Voice.PRACTITIONER
    heard(programme, "b", 4, voice=voice, amends=heard(programme, "a", 3, voice=voice))
    assert corrected(programme, voice) == "Corrected on 3 June 2026; before: 3."


def test_text_that_was_taken_out_is_not_told_as_what_stood_there(programme: Programme) -> None:
    first = heard(programme, "a", 12, said="Zebedee moved.")
    heard(programme, "b", 40, amends=first, said="")
    redact(acting_as(programme, OFFICER), target=first, reason="A name.", second_name="Bo Boss", request_key="r")
    assert corrected(programme) == "Corrected on 3 June 2026; before: 12."


def test_whoever_wrote_it_down_and_the_team_may_correct_it_and_nobody_else(programme: Programme) -> None:
    first = heard(programme, "a", 12)
    with pytest.raises(UsageError, match=r"\[not-allowed\]"):
        heard(acting_as(programme, JOAN), "b", 40, amends=first)
    heard(acting_as(programme, OF_THE_TEAM), "c", 40, amends=first)
    assert "40" in voices_page(programme, "one-team").content.counts[1]


def test_a_page_offers_what_this_person_may_correct_with_its_number_as_far_as_that_is_seen(
    programme: Programme,
) -> None:
    heard(programme, "a", 12)
    heard(programme, "b", 2, voice=Voice.CHILD)
    heard(programme, "c", 30, prototype=None, area=None)
    assert [own.people for own in voices_page(programme, "one-team").content.own] == [None, 12]
    assert [own.people for own in voices_page(programme).content.own] == [30]
    assert voices_page(acting_as(programme, JOAN), "one-team").content.own == ()
