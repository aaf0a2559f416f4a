"""What waits for each person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from evaluation.model.decisions import Verdict
from evaluation.model.learning import Visible
from evaluation.model.people import Actor, Role
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    WaitingPage,
    add_note,
    commit,
    draft_decision,
    open_programme,
    upgrade,
    waiting_page,
)
from tests.databases import NewUrl
from tests.programme.conftest import CHAIR, EVALUATOR, NOTE_TAKER, OFFICER, acting_as
from tests.programme.running import running
from tests.small import write_programme

LEAD = Actor("a.-lead", "A. Lead", Role.LEAD)
SPONSOR = Actor("b.-sponsor", "B. Sponsor", Role.SPONSOR)
OTHER_SPONSOR = Actor("zed", "Zed", Role.SPONSOR)


@pytest.fixture
def programme(programme: Programme) -> Programme:
    return running(programme)


def seen_by(programme: Programme, actor: Actor) -> WaitingPage:
    return waiting_page(acting_as(programme, actor)).content


def note(programme: Programme, key: str = "note", **said: object) -> None:
    add_note(programme, prototype="one-team", noticed="Who covers?", request_key=key, **said)  # type: ignore[arg-type]


def test_somebody_has_to_say_who_they_are(programme: Programme) -> None:
    with pytest.raises(UsageError, match="Say who you are first"):
        waiting_page(replace(programme, actor=None))


def test_a_lead_is_asked_for_a_box_with_the_way_to_it(programme: Programme) -> None:
    page = seen_by(programme, LEAD)
    (turn,) = page.now
    assert page.headline.replace("\u00a0", " ") == "1 thing waits for you"
    assert (turn.page, dict(turn.query)) == ("add_note", {"prototype": "one-team"})
    assert page.may_remind_of == ()


def test_where_nothing_waits_it_says_so_and_when_something_will(programme: Programme) -> None:
    note(acting_as(programme, LEAD))
    page = seen_by(programme, LEAD)
    assert page.headline == "Nothing is waiting for you"
    assert page.next.replace("\u00a0", " ") == "The next: One team. The next note is due on 10 June 2026."
    assert [turn.label for turn in page.soon] == ["Write it down"]


def test_of_whom_nothing_is_asked_nothing_is_foreseen(programme: Programme) -> None:
    assert seen_by(programme, OFFICER).next == "Nothing is foreseen either."


def test_a_sponsor_sees_the_notes_of_their_own_prototypes(programme: Programme) -> None:
    note(programme, asks_for_help=True)
    note(programme, key="plain")
    (asking,) = seen_by(programme, SPONSOR).help
    assert asking.noticed == "Who covers?"
    assert seen_by(programme, SPONSOR).headline.replace("\u00a0", " ") == "1 thing waits for you"
    assert seen_by(programme, OTHER_SPONSOR).help == seen_by(programme, CHAIR).help == ()


def test_a_note_for_the_team_reaches_its_sponsor_and_nobody_else(programme: Programme) -> None:
    note(acting_as(programme, LEAD), asks_for_help=True, visible=Visible.TEAM)
    assert len(seen_by(programme, SPONSOR).help) == 1
    assert seen_by(programme, replace(SPONSOR, id="zed")).help == ()


def test_the_note_that_waits_longest_comes_first(programme: Programme) -> None:
    for day in (20, 10, 15):
        note(programme, key=f"note-{day}", asks_for_help=True, on=date(2026, 5, day))
    assert [line.on.split("\u00a0")[0] for line in seen_by(programme, SPONSOR).help] == ["10", "15", "20"]


def test_a_chair_has_the_drafts_to_confirm(programme: Programme) -> None:
    draft_decision(
        acting_as(programme, NOTE_TAKER), prototype="one-team", verdict=Verdict.COME_BACK, why="", request_key="draft"
    )
    (turn,) = seen_by(programme, CHAIR).now
    assert (turn.label, turn.page, dict(turn.query)) == ("Read it and confirm", "meeting", {"item": "one-team"})


def test_an_evaluator_has_the_figures_that_are_late(filled: Programme) -> None:
    (late,) = seen_by(filled, EVALUATOR).now
    assert late.page == "figures"
    assert "Health visiting figures" in late.sentence


def test_what_was_promised_waits_with_its_words_for_whoever_promised_it(programme: Programme) -> None:
    due = date(2026, 6, 1)
    commit(programme, prototype="one-team", owner="Zed", what="Ask the trust", due=due, request_key="promise")
    (turn,) = seen_by(programme, OTHER_SPONSOR).now
    assert turn.wrote == "Ask the trust"
    assert "trust" not in turn.sentence


def test_everybody_sees_how_much_is_asked_of_them(programme: Programme) -> None:
    (said,) = seen_by(programme, LEAD).asks
    assert said.replace("\u00a0", " ") == (
        "What we ask of you for One team in June 2026: 5 boxes, 1 guess and 1 reminder."
    )
    assert seen_by(programme, SPONSOR).asks == ()


def test_a_sponsor_reminds_of_their_own_prototypes_and_the_support_team_of_all(programme: Programme) -> None:
    assert seen_by(programme, SPONSOR).may_remind_of == ("one-team",)
    assert seen_by(programme, OTHER_SPONSOR).may_remind_of == ()
    assert seen_by(programme, OFFICER).may_remind_of == ("one-team", "")


@pytest.fixture
def anywhere(tmp_path: Path, database: str, new_url: NewUrl) -> Iterator[Programme]:
    """The small programme on either database, shortly before the 29 February of a leap year."""
    folder = write_programme(tmp_path / "there")
    settings = Settings.from_environment({}, folder=folder, database=new_url(database))
    upgrade(settings)
    opened = open_programme(settings, actor=LEAD, clock=lambda: datetime(2028, 2, 24, tzinfo=UTC))
    yield running(opened)
    opened.store.close()


def test_both_databases_answer_alike(anywhere: Programme) -> None:
    note(anywhere, asks_for_help=True)
    assert len(seen_by(anywhere, SPONSOR).help) == 1
    page = seen_by(anywhere, LEAD)
    guess = "One team. A guess can be made until 29 February 2028: Reviews on time, March 2028."
    assert page.next.replace("\u00a0", " ") == f"The next: {guess}"
    assert "due on 2 March 2028" in page.soon[1].sentence.replace("\u00a0", " ")
