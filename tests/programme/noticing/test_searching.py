"""Have we tried this?"""

from __future__ import annotations

import logging
from typing import Any

import pytest

from evaluation.model.around import Rating
from evaluation.model.decisions import Verdict
from evaluation.model.learning import AnswerState, Visible, Voice
from evaluation.programme import (
    Programme,
    add_engagement,
    add_note,
    add_risk,
    answer,
    bear_out,
    change_risk,
    draft_decision,
    redact,
    search,
    tell_story,
)
from tests.programme.conftest import LEAD, NOTE_TAKER, NOW, OFFICER, acting_as
from tests.programme.guessed import guessing, on_day


def found(programme: Programme, words: str, **narrowed: Any) -> list[tuple[str, str]]:
    return [(hit.what, hit.text) for hit in search(programme, words, **narrowed).content.lines]


@pytest.fixture
def written(programme: Programme) -> Programme:
    """A word of every kind that holds "zebra"."""
    add_note(programme, prototype="one-team", noticed="One.", next_step="Ask the zebra.", request_key="a")
    tell_story(
        programme, prototype="one-team", told="A z\u00e9bra came.", voice=Voice.CHILD, agreed=True, request_key="b"
    )
    answer(
        programme, prototype="one-team", question="know-who", state=AnswerState.ANSWERED, text="Zebras do.",
        on=NOW.date().replace(day=1), request_key="c",
    )  # fmt: skip
    draft_decision(
        acting_as(programme, NOTE_TAKER), prototype="one-team", verdict=Verdict.STOP, why="No zebra.", request_key="d",
        on=NOW.date().replace(day=2),
    )  # fmt: skip
    return programme


def test_everything_written_is_looked_through_and_the_newest_comes_first(written: Programme) -> None:
    assert found(written, "ZEBRA") == [
        ("A note", "One. Ask the zebra."),
        ("A story", "A z\u00e9bra came."),
        ("A decision, stop", "No zebra."),
        ("An answer", "Zebras do."),
    ]


def test_what_a_plan_says_comes_before_what_was_written(programme: Programme) -> None:
    add_note(programme, prototype="one-team", noticed="The shared list is long.", request_key="a")
    assert [what for what, _ in found(programme, "shared list")] == ["The plan, what has to be true", "A note"]
    assert ("The plan, what is tried", "One team One team, one list") in found(programme, "one list")


def test_every_word_has_to_stand_there(written: Programme) -> None:
    assert found(written, "zebra bicycle") == []
    assert search(written, "zebra bicycle").content.headline == "Nothing says this, so it may not have been tried."
    assert [what for what, _ in found(written, "ask zebra")] == ["A note"]


def test_no_words_find_nothing(written: Programme) -> None:
    assert search(written, "  ").content.lines == ()


def test_it_says_of_which_prototype_and_may_be_narrowed_to_one(written: Programme) -> None:
    hit = search(written, "zebra").content.lines[0]
    assert (hit.prototype, hit.prototype_name, hit.who) == ("one-team", "One team", "Ann Lead")
    assert found(written, "zebra", prototype="another") == []


def test_removed_text_is_found_no_more(written: Programme) -> None:
    redact(acting_as(written, OFFICER), target="entry:1", reason="Named.", second_name="Bo Boss", request_key="r")
    assert "A note" not in {what for what, _ in found(written, "zebra")}


def test_the_words_stand_in_no_log(written: Programme, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        search(written, "zebra")
    assert "zebra" not in caplog.text


def test_what_stands_around_a_prototype_is_looked_through_as_it_stands_now(programme: Programme) -> None:
    written = acting_as(programme, NOTE_TAKER)
    risk = add_risk(
        written, prototype="one-team", what="A zebra bolts.", owner="Ann Lead", likelihood=Rating.LOW,
        impact=Rating.HIGH, request_key="a",
    )  # fmt: skip
    change_risk(written, risk=str(risk.content.reference), response="A fence.", request_key="b")
    add_engagement(written, voice=Voice.PARENT, heard=4, how="Zebra club", request_key="c")
    tell_story(programme, prototype="one-team", told="She came.", voice=Voice.CHILD, agreed=True, request_key="d")
    bear_out(programme, story="story:4", confirms=True, who="Zebra keeper", said="So it is.", request_key="e")
    hits = search(programme, "zebra").content.lines
    assert sorted((hit.what, hit.prototype_name, str(hit.reference)) for hit in hits) == [
        ("What could go wrong", "One team", "risk:2"),
        ("What is said of a story", "One team", "substantiation:5"),
        ("Who was heard", "The programme", "engagement:3"),
    ]


def test_nothing_said_of_a_story_kept_from_view_is_found(programme: Programme) -> None:
    tell_story(
        programme, prototype="one-team", told="She came.", voice=Voice.CHILD, agreed=True, visible=Visible.ME,
        request_key="a",
    )  # fmt: skip
    bear_out(programme, story="story:1", confirms=True, who="Zebra keeper", said="", request_key="b")
    assert [hit.what for hit in search(programme, "zebra").content.lines] == ["What is said of a story"]
    assert found(acting_as(programme, NOTE_TAKER), "zebra") == []


def test_why_another_guessed_is_not_found_before_its_period_begins(programme: Programme) -> None:
    guessing(programme, actor=LEAD, when="2026-07", why="A zebra is booked.")
    begun = on_day(programme, 2026, 7, 1)
    for asks, sees in ((programme, True), (acting_as(programme, OFFICER), False), (acting_as(begun, OFFICER), True)):
        assert found(asks, "zebra") == ([("A guess", "A zebra is booked.")] if sees else [])
