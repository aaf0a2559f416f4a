"""Whose turn it is, with the words for it and the page where it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.app import PAGES
from evaluation.learning.due import Ask
from evaluation.model.measure import Scale
from evaluation.model.people import Actor, Role
from evaluation.model.places import PeriodKind
from evaluation.model.predictions import Likelihood
from evaluation.model.theory import LearningQuestion
from evaluation.programme import Programme, Turn, commit, guess
from evaluation.programme.history import history
from evaluation.programme.rhythm.turns import guess_until, turns, written_down
from tests.programme.conftest import acting_as
from tests.programme.running import running

TODAY = date(2026, 6, 3)
LEAD = Actor("a.-lead", "A. Lead", Role.LEAD)


@pytest.fixture
def programme(programme: Programme) -> Programme:
    """The small programme while it runs, with a question that is due."""
    opened = acting_as(running(programme), LEAD)
    (plan,) = opened.declarations.prototypes
    asked = LearningQuestion("who", "Who calls?", due=date(2026, 7, 1), evidence_on=date(2026, 6, 9))
    return replace(opened, declarations=replace(opened.declarations, prototypes=(replace(plan, questions=(asked,)),)))


def every(programme: Programme) -> dict[Ask, Turn]:
    return {turn.due.ask: turn for turn in turns(programme, written_down(programme, history(programme)), TODAY)}


def test_each_thing_leads_to_a_page_of_the_app(programme: Programme) -> None:
    found = every(programme)
    assert {turn.page for turn in found.values()} <= {page.name for page in PAGES}
    assert dict(found[Ask.QUESTION].query) == {"prototype": "one-team", "answer": "who"}
    assert dict(found[Ask.EVIDENCE].query) == {"prototype": "one-team", "question": "who"}
    assert dict(found[Ask.GUESS].query) == {"prototype": "one-team", "guess": "on-time"}
    assert found[Ask.FIGURES].query == ()


def test_what_was_promised_in_a_group_leads_to_the_group_and_of_a_prototype_to_the_prototype(
    programme: Programme,
) -> None:
    group = programme.framework.groups[0].id
    commit(programme, what="Asks the board.", owner="A. Lead", due=TODAY, group=group, request_key="group")
    found = every(programme)[Ask.COMMITMENT]
    assert (found.page, dict(found.query)) == (
        "programme",
        {"programme": programme.framework.id, "group": group, "commitment": found.due.about},
    )
    due = date(2026, 6, 30)
    commit(programme, what="Books it.", owner="A. Lead", due=due, prototype="one-team", group=group, request_key="both")
    found = every(programme)[Ask.COMMITMENT]
    assert (found.page, dict(found.query)) == (
        "prototypes",
        {"prototype": "one-team", "commitment": found.due.about},
    )


def test_the_question_is_told_in_its_words(programme: Programme) -> None:
    sentence = every(programme)[Ask.QUESTION].sentence.replace("\u00a0", " ")
    assert sentence == "One team. An answer is due on 1 July 2026: Who calls?"


def test_the_box_comes_first(programme: Programme) -> None:
    first, *others = turns(programme, written_down(programme, history(programme)), TODAY)
    assert first.due.ask is Ask.NOTE
    assert [turn.due.on for turn in others] == sorted(turn.due.on for turn in others)


def test_a_guess_is_asked_for_until_its_period_begins(programme: Programme) -> None:
    found = every(programme)[Ask.GUESS]
    assert found.due.on == date(2026, 6, 30)
    assert found.sentence.replace("\u00a0", " ") == (
        "One team. A guess can be made until 30 June 2026: Reviews on time, July 2026."
    )


def test_whoever_has_guessed_is_not_asked_again(programme: Programme) -> None:
    guess(
        programme, prototype="one-team", measure="on-time", when="2026-07", likelihood=Likelihood.LIKELY, at_least=0.7,
        request_key="guess",
    )  # fmt: skip
    assert Ask.GUESS not in every(programme)


def test_nobody_guesses_about_what_has_no_measure_or_no_next_period(programme: Programme) -> None:
    (plan,) = programme.declarations.prototypes
    assert guess_until(programme, replace(plan, measures=()), TODAY) is None
    assert guess_until(programme, replace(plan, areas=()), TODAY) is None
    (framework,) = programme.declarations.frameworks
    rolling = replace(framework.measures[0], periods=PeriodKind.ROLLING, scale=Scale.RATE)
    declared = replace(programme.declarations, frameworks=(replace(framework, measures=(rolling,)),))
    assert guess_until(replace(programme, declarations=declared), plan, TODAY) is None
