from __future__ import annotations

import pytest

from evaluation.model.decisions import Verdict
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    add_note,
    compare,
    confirm,
    draft_decision,
    meeting_item,
    notes,
    stop_register,
)
from tests.programme.conftest import CHAIR, LEAD, NOTE_TAKER, acting_as

AGAINST = {"against_because": "Two areas lost their midwife.", "second_name": "Sam Second"}


def draft(programme: Programme, key: str = "draft", **more: object) -> str:
    said = {"verdict": Verdict.CARRY_ON, "why": "It works."} | more
    kept = draft_decision(acting_as(programme, NOTE_TAKER), prototype="one-team", request_key=key, **said)  # type: ignore[arg-type]
    return str(kept.content.reference)


def states(programme: Programme) -> list[tuple[str, str]]:
    return [(line.what, line.state) for line in meeting_item(programme, "one-team").content.decisions]


def test_a_decision_is_a_draft_until_the_chair_confirms(filled: Programme) -> None:
    reference = draft(filled)
    assert states(filled) == [("Carry on", "draft")]
    confirm(acting_as(filled, CHAIR), decision=reference, request_key="confirm")
    assert states(filled) == [("Carry on", "confirmed")]


def test_only_the_chair_confirms(filled: Programme) -> None:
    reference = draft(filled)
    for actor in (LEAD, NOTE_TAKER):
        with pytest.raises(UsageError, match="may not confirm a decision"):
            confirm(acting_as(filled, actor), decision=reference, request_key="confirm")


def test_a_draft_is_corrected_in_place(filled: Programme) -> None:
    draft(filled, "again", why="It works well.", corrects=draft(filled))
    (line,) = meeting_item(filled, "one-team").content.decisions
    assert (line.state, line.why) == ("draft", "It works well.")


def test_a_confirmed_decision_is_replaced_and_never_edited(filled: Programme) -> None:
    first = draft(filled)
    confirm(acting_as(filled, CHAIR), decision=first, request_key="confirm")
    with pytest.raises(UsageError, match=r"not a draft any more(.|\n)*\[already-confirmed\]"):
        draft(filled, "edit", corrects=first)
    second = draft(filled, "replace", verdict=Verdict.CHANGE, replaces=first, **AGAINST)
    assert states(filled) == [("Change", "draft"), ("Carry on", "confirmed")]
    confirm(acting_as(filled, CHAIR), decision=second, request_key="confirm second")
    assert states(filled) == [("Change", "confirmed"), ("Carry on", "replaced")]
    assert meeting_item(filled, "one-team").content.decisions[1].became.endswith("3\u00a0June\u00a02026")


def test_a_decision_cites_notes_and_comparisons_and_the_note_says_so(filled: Programme) -> None:
    note = add_note(filled, prototype="one-team", noticed="Parents ring one number.", request_key="note")
    found = compare(filled, "one-team", "on-time")
    cites = [str(note.content.reference), str(found.content.reference)]
    reference = draft(filled, cites=cites)
    assert notes(filled).content[0].became == ""
    confirm(acting_as(filled, CHAIR), decision=reference, request_key="confirm")
    assert notes(filled).content[0].became.replace("\u00a0", " ") == "Used in the decision of 3 June 2026."
    (line,) = meeting_item(filled, "one-team").content.decisions
    assert [str(cited) for cited in line.cites] == cites


def test_a_decision_cites_only_what_exists(filled: Programme) -> None:
    with pytest.raises(UsageError, match="nothing stored as comparison:beef"):
        draft(filled, cites=["comparison:beef"])


def test_a_decision_says_why_unless_the_group_comes_back_next_time(filled: Programme) -> None:
    with pytest.raises(UsageError, match="Say why"):
        draft(filled, why=" ")
    draft(filled, verdict=Verdict.COME_BACK, why="")
    assert states(filled) == [("Come back next time", "draft")]


def test_a_group_there_is_not_cannot_decide(filled: Programme) -> None:
    with pytest.raises(UsageError, match="which group decides"):
        draft(filled, group="cabinet")


def test_against_the_agreed_rule_takes_a_reason_and_another_person(filled: Programme) -> None:
    why_not = {"verdict": Verdict.STOP, "why": "It costs too much."}
    for missing in ({}, {"against_because": "No."}, {"second_name": "Sam"}, AGAINST | {"second_name": " nat TAKER "}):
        with pytest.raises(UsageError, match=r"against the agreed rule says why(.|\n)*\[needs-second-name\]"):
            draft(filled, "no", **why_not, **missing)
    reference = draft(filled, "yes", **why_not, **AGAINST)
    (line,) = meeting_item(filled, "one-team").content.decisions
    assert str(line.reference) == reference
    assert line.against == "Decided against the agreed rule, which pointed to: carry on"
    assert (line.against_because, line.second_name) == ("Two areas lost their midwife.", "Sam Second")


def test_a_correction_that_follows_the_rule_again_is_no_longer_against_it(filled: Programme) -> None:
    first = draft(filled, "first", verdict=Verdict.STOP, **AGAINST)
    draft(filled, "second", corrects=first)
    (line,) = meeting_item(filled, "one-team").content.decisions
    assert (line.what, line.against, line.against_because) == ("Carry on", "", "")


@pytest.mark.parametrize("verdict", [Verdict.CARRY_ON, Verdict.COME_BACK])
def test_why_it_is_against_the_rule_is_refused_where_it_is_not(filled: Programme, verdict: Verdict) -> None:
    for said in ({"against_because": "It costs."}, {"second_name": "Sam Second"}):
        with pytest.raises(UsageError, match=r"not against the agreed rule(.|\n)*\[not-against-rule\]"):
            draft(filled, verdict=verdict, **said)


def test_what_identifies_someone_is_stopped_in_every_box(filled: Programme) -> None:
    for box in ("why", "actions", "against_because", "released"):
        with pytest.raises(UsageError, match="could identify someone"):
            draft(filled, box, **{box: "Ring 07700 900123."})


def test_what_was_stopped_is_on_the_register_with_what_it_released(filled: Programme) -> None:
    reference = draft(filled, verdict=Verdict.STOP, released="Two rooms on Tuesdays.", **AGAINST)
    assert stop_register(filled).content.stopped == ()
    confirm(acting_as(filled, CHAIR), decision=reference, request_key="confirm")
    register = stop_register(filled).content
    assert [(line.name, line.released) for line in register.stopped] == [("One team", "Two rooms on Tuesdays.")]
    assert register.headline.replace("\u00a0", " ") == "1 prototype was stopped, and what that released"
    (fared,) = register.fared
    assert fared.fared.replace("\u00a0", " ") == (
        "On 3 June 2026 the group decided to stop where the agreed rule pointed to: carry on. "
        "The rule still points to: carry on."
    )
    assert "Sam" not in str(register)


def test_what_was_stopped_and_goes_on_again_says_so_and_coming_back_next_time_takes_nothing_up(
    filled: Programme,
) -> None:
    for key, verdict in (("stop", Verdict.STOP), ("back", Verdict.COME_BACK)):
        decision = draft(filled, key, verdict=verdict, **(AGAINST if verdict is Verdict.STOP else {}))
        confirm(acting_as(filled, CHAIR), decision=decision, request_key=key)
    assert stop_register(filled).content.stopped[0].since == ""
    confirm(acting_as(filled, CHAIR), decision=draft(filled, "on"), request_key="on")
    (line,) = stop_register(filled).content.stopped
    assert line.since.replace("\u00a0", " ") == "On 3 June 2026 it was decided to carry on."


def test_a_decision_against_the_rule_that_was_replaced_stays_among_how_they_fared(filled: Programme) -> None:
    first = draft(filled, "first", verdict=Verdict.STOP, **AGAINST)
    confirm(acting_as(filled, CHAIR), decision=first, request_key="a")
    confirm(acting_as(filled, CHAIR), decision=draft(filled, "second", replaces=first), request_key="b")
    register = stop_register(filled).content
    assert register.stopped == ()
    (fared,) = register.fared
    assert fared.fared.replace("\u00a0", " ").endswith("It was replaced by the decision of 3 June 2026.")


def test_the_decision_that_holds_is_the_last_one_confirmed(filled: Programme) -> None:
    reference = draft(filled)
    assert meeting_item(filled, "one-team").content.stands is None
    confirm(acting_as(filled, CHAIR), decision=reference, request_key="confirm")
    draft(filled, "later", verdict=Verdict.COME_BACK)
    stands = meeting_item(filled, "one-team").content.stands
    assert stands is not None
    assert str(stands.reference) == reference
