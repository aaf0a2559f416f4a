"""Reminders ready to send."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from evaluation.model.decisions import Verdict
from evaluation.model.people import Actor, Role
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    add_note,
    carry,
    commit,
    confirm,
    draft_decision,
    file_names,
    nothing_new,
    reminder_days,
    reminder_mail,
    reminders,
)
from evaluation.words.reminders import Reminder
from tests.programme.conftest import CHAIR, NOTE_TAKER, acting_as
from tests.programme.running import running

LEAD = Actor("a.-lead", "A. Lead", Role.LEAD)
SECRET = "The grandmother drove all of them"


@pytest.fixture
def lead(programme: Programme) -> Programme:
    return acting_as(running(programme), LEAD)


def drafted(programme: Programme, to: str = "A. Lead", on: date | None = None) -> Reminder | None:
    return next(iter(reminders(programme, to=to, on=on).content), None)


def note(programme: Programme, on: date, key: str = "note", **said: object) -> str:
    kept = add_note(programme, prototype="one-team", noticed=SECRET, on=on, request_key=key, **said)  # type: ignore[arg-type]
    return str(kept.content.reference)


def test_a_lead_who_was_quiet_is_reminded_with_the_address_of_the_box(lead: Programme) -> None:
    found = drafted(lead)
    assert found is not None
    assert "One team. Nothing has been noted for 518 days." in found.body
    assert "  http://localhost:8501/add-note?prototype=one-team\n" in found.body


def test_of_a_note_people_are_reminded_after_two_weeks_and_not_after_one(lead: Programme) -> None:
    note(lead, date(2026, 5, 20))
    assert drafted(lead, on=date(2026, 6, 2)) is None
    assert drafted(lead, on=date(2026, 6, 3)) is not None


def test_nothing_new_is_a_word_too(lead: Programme) -> None:
    nothing_new(lead, prototype="one-team", request_key="week", on=date(2026, 6, 1))
    assert drafted(lead) is None


def test_a_reminder_holds_no_word_of_a_note(lead: Programme) -> None:
    note(lead, date(2026, 5, 1))
    note(lead, date(2026, 5, 2), key="help", asks_for_help=True)
    told = [
        content
        for one in reminders(lead).content
        for content in (
            one.body.encode(),
            reminder_mail(carry(reminders(lead), one)).content,
            reminder_days(lead, carry(reminders(lead), one)).content,
        )
    ]
    assert len(told) == 9  # of the lead, the sponsor and the evaluator
    assert not any(b"grandmother" in content for content in told)


def test_a_note_that_asks_for_help_reminds_the_sponsor(lead: Programme) -> None:
    note(lead, date(2026, 6, 1), asks_for_help=True)
    found = drafted(lead, to="b. sponsor")
    assert found is not None
    address = "http://localhost:8501/waiting?help=entry%3A1"
    assert f"One team. A note of 1 June 2026 asks for help.\n  {address}\n" in found.body


def test_it_says_what_became_of_earlier_notes(lead: Programme) -> None:
    cited = note(lead, date(2026, 3, 4))
    decision = draft_decision(
        acting_as(lead, NOTE_TAKER), prototype="one-team", verdict=Verdict.COME_BACK, why="", cites=[cited],
        request_key="draft", on=date(2026, 3, 12),
    ).content.reference  # fmt: skip
    confirm(acting_as(lead, CHAIR), decision=str(decision), request_key="confirm")
    found = drafted(lead)
    assert found is not None
    assert "- Your note of 4 March was used in the decision of 12 March.\n" in found.body


def test_nobody_of_this_name_is_asked(lead: Programme) -> None:
    with pytest.raises(UsageError, match='Nothing is asked of anybody called "Zed"'):
        reminders(lead, to="Zed")


def test_reminders_may_be_of_some_prototypes_alone(lead: Programme) -> None:
    assert reminders(lead, prototypes=["another"]).content == ()
    assert [one.to for one in reminders(lead, prototypes=["one-team"]).content] == ["A. Lead"]


def test_the_mail_is_a_draft_without_an_address(lead: Programme) -> None:
    drafts = reminders(lead)
    one = carry(drafts, drafts.content[0])
    mail = message_from_bytes(reminder_mail(one).content, policy=default)
    assert mail["X-Unsent"] == "1"
    assert [mail[name] for name in ("To", "Cc", "From")] == [None, None, None]
    assert mail["Subject"] == one.content.subject
    body = mail.get_content().replace("\r\n", "\n")
    assert body == f"Illustrative. Every place and figure here is invented.\n\n{one.content.body}"


def test_the_calendar_has_today_what_waits_and_on_its_own_day_what_comes(lead: Programme) -> None:
    drafts = reminders(lead, on=date(2026, 6, 28))
    (one,) = [draft for draft in drafts.content if draft.to == "A. Lead"]
    assert [asked.on for asked in one.soon] == [date(2026, 6, 30)]
    content = reminder_days(lead, carry(drafts, one)).content.decode()
    assert content.count("DTSTART;VALUE=DATE:20260628") == len(one.now)
    assert content.count("DTSTART;VALUE=DATE:20260630") == 1
    assert "Illustrative. Every place and figure here is invented." in content.replace("\r\n ", "")


def test_a_day_that_moves_stays_the_same_day_in_the_calendar(lead: Programme) -> None:
    def uids(on: date) -> set[str]:
        drafts = reminders(lead, to="A. Lead", on=on)
        content = reminder_days(lead, carry(drafts, drafts.content[0])).content.decode()
        return {line for line in content.splitlines() if line.startswith("UID:")}

    assert uids(date(2026, 6, 3)) <= uids(date(2026, 6, 28))


def test_files_are_named_after_people_and_never_alike(lead: Programme) -> None:
    (one, *_) = reminders(lead).content
    alike = [one, replace(one, to="A/Lead"), replace(one, to="../../Élodie")]
    assert file_names(alike) == ("reminder-a-lead", "reminder-a-lead-1", "reminder-lodie")


def test_what_comes_next_is_that_of_the_two_weeks_after_the_day_and_no_weekly_box(lead: Programme) -> None:
    """On 1 June the week's box (7 June) is not due; a promise of today is due now, one of 15 June comes next."""
    note(lead, date(2026, 5, 31))
    for number, due in enumerate((1, 15, 16)):
        commit(
            lead, what=f"Book room {number}.", owner="A. Lead", due=date(2026, 6, due), prototype="one-team",
            request_key=f"c{number}",
        )  # fmt: skip
    found = drafted(lead, on=date(2026, 6, 1))
    assert found is not None
    assert [each.on for each in found.now if each.thing.startswith("commitment/")] == [date(2026, 6, 1)]
    soon = {each.thing.partition("/")[0]: each.on for each in found.soon}
    assert soon["commitment"] == date(2026, 6, 15)
    assert [each.on for each in found.soon if each.thing.startswith("commitment/")] == [date(2026, 6, 15)]
    assert "note" not in soon


def test_of_many_notes_it_says_what_became_of_those_used_last(lead: Programme) -> None:
    for month in (1, 2, 3, 4):
        cited = note(lead, date(2026, month, 4), key=f"n{month}")
        decision = draft_decision(
            acting_as(lead, NOTE_TAKER), prototype="one-team", verdict=Verdict.COME_BACK, why="", cites=[cited],
            request_key=f"d{month}", on=date(2026, month, 12),
        )  # fmt: skip
        confirm(acting_as(lead, CHAIR), decision=str(decision.content.reference), request_key=f"c{month}")
    found = drafted(lead)
    assert found is not None
    told = [f"Your note of 4 {month}" in found.body for month in ("January", "February", "March", "April")]
    assert told == [False, True, True, True]
    assert found.body.index("note of 4 April") < found.body.index("note of 4 February")
