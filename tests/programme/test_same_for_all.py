"""What is remembered is what would be worked out now; nobody is told what is not theirs, whoever asked before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from evaluation import store
from evaluation.model.learning import Visible, Voice
from evaluation.model.people import Actor, Role, known_as
from evaluation.model.references import Kind
from evaluation.programme import (
    Programme,
    add_note,
    agree_plan,
    answered,
    import_file,
    meeting_item,
    notes,
    plan_beside,
    prototype_page,
    results_page,
    stories_page,
    tell_story,
)
from evaluation.programme.same_for_all import WITHOUT, for_nobody
from tests.programme.conftest import CHAIR, EVALUATOR, NOW, acting_as
from tests.small import figures

LEAD, MEMBER, STRANGER = (Actor(known_as(name), name, Role.LEAD) for name in ("A. Lead", "C. Member", "Somebody Else"))
PEOPLE = (LEAD, MEMBER, STRANGER)
KINDS = (Kind.ENTRY, Kind.STORY)
USES: tuple[tuple[Callable[..., object], *tuple[str, ...]], ...] = (
    (notes,),
    (stories_page, "one-team"),
    (prototype_page, "one-team"),
    (meeting_item, "one-team"),
)


def again(programme: Programme) -> Programme:
    """The same database behind a handle that remembers nothing."""
    url = programme.store.engine.url.render_as_string(hide_password=False)
    return replace(programme, store=store.open_store(url, programme.store.programme))


def result(programme: Programme) -> object:
    return results_page(programme, "one-team", "on-time")


def test_a_note_leaves_a_result_as_it_was_for_everybody(filled: Programme) -> None:
    found = result(acting_as(filled, LEAD))
    add_note(acting_as(filled, LEAD), prototype="one-team", noticed="It rained.", request_key="a")
    assert result(acting_as(filled, CHAIR)) is found
    assert result(acting_as(again(filled), CHAIR)) == found


def test_a_new_file_and_an_agreed_plan_make_a_result_be_worked_out_anew(filled: Programme) -> None:
    found, beside = result(filled), plan_beside(filled, "one-team", "on-time")
    content = figures(effect=20).encode()
    import_file(acting_as(filled, EVALUATOR), "later.csv", content, request_key="later")
    assert result(filled) != found
    assert result(filled) == result(again(filled))
    agree_plan(acting_as(filled, Actor(known_as("B. Sponsor"), "B. Sponsor", Role.SPONSOR)), prototype="one-team")
    assert plan_beside(filled, "one-team", "on-time") is not beside
    assert plan_beside(filled, "one-team", "on-time") == plan_beside(again(filled), "one-team", "on-time")


def test_another_day_another_plan_and_true_values_have_answers_of_their_own(filled: Programme) -> None:
    found = result(filled)
    plan = replace(filled.prototype("one-team"), name="Two teams")
    others = (
        replace(filled, clock=lambda: NOW.replace(day=4)),
        replace(filled, declarations=replace(filled.declarations, prototypes=(plan,))),
        replace(filled, true_values=True),
        replace(filled, as_at=NOW),
    )
    for other in others:
        assert result(other) is not found
        assert result(other) == result(again(other))
    assert result(filled) == found


def test_what_is_the_same_for_all_cannot_be_made_of_what_people_write(filled: Programme) -> None:
    kept = add_note(acting_as(filled, LEAD), prototype="one-team", noticed="It rained.", request_key="a")
    nobody = for_nobody(acting_as(filled, LEAD))
    assert nobody.actor is None
    for kind in WITHOUT:
        with pytest.raises(AssertionError):
            store.rows(nobody.store, kind)
    with pytest.raises(AssertionError):
        store.get(nobody.store, kept.content.reference)
    assert store.rows(nobody.store, Kind.BATCH)


@pytest.mark.parametrize("seed", range(2))
def test_whoever_asked_before_and_whatever_was_written_a_person_is_told_what_a_fresh_start_would_tell_them(
    filled: Programme, seed: int
) -> None:
    chance = Random(seed)
    for step in range(30):
        if chance.random() < 1 / 3:
            _write(acting_as(filled, chance.choice(PEOPLE)), step, chance.choice(list(Visible)), chance.choice(KINDS))
        reader, (ask, *what) = chance.choice([*PEOPLE, None]), chance.choice(USES)
        fresh = replace(again(filled), actor=reader)
        assert answered(replace(filled, actor=reader), ask, *what) == ask(fresh, *what)
        fresh.store.close()


def _write(programme: Programme, number: int, visible: Visible, kind: Kind) -> None:
    text, key = f"What {number} was about.", f"{number}"
    if kind is Kind.ENTRY:
        add_note(programme, prototype="one-team", noticed=text, visible=visible, request_key=key)
    else:
        tell_story(
            programme,
            prototype="one-team",
            told=text,
            voice=Voice.PARENT,
            agreed=True,
            visible=visible,
            request_key=key,
        )
