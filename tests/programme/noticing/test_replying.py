"""A sponsor answers a note that asks for help."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.model.learning import Visible
from evaluation.model.people import Actor, Role
from evaluation.problems import UsageError
from evaluation.programme import Programme, StoppedTextError, add_note, notes, reply, waiting_page
from tests.programme.conftest import LEAD, acting_as

SPONSOR = Actor("b.-sponsor", "B. Sponsor", Role.SPONSOR)


def asks(programme: Programme, key: str = "help", **said: object) -> str:
    kept = add_note(programme, prototype="one-team", noticed="Who covers?", asks_for_help=True, request_key=key, **said)  # type: ignore[arg-type]
    return str(kept.content.reference)


def test_the_answer_stands_beside_the_note_and_the_note_waits_no_more(programme: Programme) -> None:
    note, sponsor = asks(programme), acting_as(programme, SPONSOR)
    assert [str(line.reference) for line in waiting_page(sponsor).content.help] == [note]
    reply(sponsor, note=note, text="The trust covers.", request_key="reply")
    assert waiting_page(sponsor).content.help == ()
    (line,) = notes(programme).content
    assert line.became.replace("\u00a0", " ") == "Answered by the sponsor on 3 June 2026."
    assert ("B. Sponsor, 3\u00a0June\u00a02026", "The trust covers.") in line.more


def test_whoever_asked_reads_the_answer(programme: Programme) -> None:
    reply(acting_as(programme, SPONSOR), note=asks(programme), text="The trust covers.", request_key="reply")
    (answered,) = waiting_page(programme).content.replies
    assert (answered.who, answered.text) == ("B. Sponsor", "The trust covers.")


def test_the_same_answer_twice_is_one(programme: Programme) -> None:
    note, sponsor = asks(programme), acting_as(programme, SPONSOR)
    first, second = (reply(sponsor, note=note, text="Yes.", request_key="reply").content for _ in range(2))
    assert first == second


def test_only_a_note_that_asks_is_answered(programme: Programme) -> None:
    plain = add_note(programme, prototype="one-team", noticed="Seen.", request_key="plain").content.reference
    with pytest.raises(UsageError, match="Only a note that asks for help"):
        reply(acting_as(programme, SPONSOR), note=str(plain), text="Yes.", request_key="reply")
    with pytest.raises(UsageError, match="nothing stored as entry:99"):
        reply(acting_as(programme, SPONSOR), note="entry:99", text="Yes.", request_key="reply")


def test_a_lead_and_somebody_without_a_name_may_not_answer(programme: Programme) -> None:
    note = asks(programme)
    with pytest.raises(UsageError, match="may not answer a note that asks for help"):
        reply(acting_as(programme, LEAD), note=note, text="Yes.", request_key="reply")


def test_what_one_may_not_see_one_cannot_answer(programme: Programme) -> None:
    note = asks(programme, visible=Visible.TEAM)
    stranger = acting_as(programme, Actor("zed", "Zed", Role.SPONSOR))
    with pytest.raises(UsageError, match="Only a note that asks for help"):
        reply(stranger, note=note, text="Yes.", request_key="reply")
    assert reply(acting_as(programme, SPONSOR), note=note, text="Yes.", request_key="reply").content.sentence


@pytest.mark.parametrize("text", ["", "  "])
def test_an_answer_says_something(programme: Programme, text: str) -> None:
    with pytest.raises(UsageError, match="Write one sentence first"):
        reply(acting_as(programme, SPONSOR), note=asks(programme), text=text, request_key="reply")


def test_what_could_identify_someone_is_stopped(programme: Programme) -> None:
    with pytest.raises(StoppedTextError):
        reply(acting_as(programme, SPONSOR), note=asks(programme), text="Ring 07700 900123", request_key="reply")


def test_no_answer_is_given_on_a_day_to_come(programme: Programme) -> None:
    with pytest.raises(UsageError, match="a day that has come"):
        reply(acting_as(programme, SPONSOR), note=asks(programme), text="Yes", request_key="r", on=date(2026, 7, 1))
