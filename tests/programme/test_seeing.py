"""A note a person may not see reaches no page, no search and no citation, and still counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from evaluation.learning import question_standings
from evaluation.model.decisions import Verdict
from evaluation.model.learning import Visible, Voice
from evaluation.model.people import Actor, Role
from evaluation.programme import (
    Programme,
    add_note,
    draft_decision,
    evidence_choices,
    meeting_item,
    notes,
    prototype_page,
    search,
    stories_page,
    take_back,
    tell_story,
    weigh_evidence,
)
from evaluation.programme.cited import cited
from evaluation.programme.history import history
from evaluation.programme.seeing import team_of
from evaluation.words import breakable
from tests.programme.conftest import NOTE_TAKER, NOW, acting_as

AMINA = Actor("amina-khan", "Amina Khan", Role.LEAD)
MEMBER = Actor("c.-member", "C. Member", Role.MEMBER)  # of the prototype's team
SPONSOR = Actor("b.-sponsor", "B. Sponsor", Role.SPONSOR)
JOAN = Actor("joan-pell", "Joan Pell", Role.CHAIR)


def write(programme: Programme, visible: Visible, key: str = "a") -> str:
    kept = add_note(
        acting_as(programme, AMINA),
        prototype="one-team",
        noticed=f"Zebedee and the {visible.value}.",
        expected="Florence.",
        about="question:know-who",
        visible=visible,
        request_key=key,
    )
    return str(kept.content.reference)


def everything_said(programme: Programme) -> str:
    """All that the pages and the search say to whoever asks."""
    return " ".join(
        map(
            str,
            (
                notes(programme).content,
                prototype_page(programme, "one-team").content,
                meeting_item(programme, "one-team").content,
                search(programme, "zebedee").content,
                stories_page(programme, "one-team").content,
            ),
        )
    )


def test_a_team_is_its_lead_its_sponsor_and_those_named_in_it(programme: Programme) -> None:
    assert team_of(programme.prototype("one-team")) == {"a.-lead", "b.-sponsor", "c.-member"}


def test_a_plan_without_a_sponsor_has_nobody_without_a_name_in_its_team(programme: Programme) -> None:
    assert team_of(replace(programme.prototype("one-team"), sponsor=" ")) == {"a.-lead", "c.-member"}


def test_a_note_is_known_from_the_very_moment_it_was_recorded(programme: Programme) -> None:
    write(programme, Visible.GROUP)
    for as_at, known in ((NOW, 1), (NOW - timedelta(microseconds=1), 0)):
        assert len(notes(replace(programme, as_at=as_at)).content) == known


@pytest.mark.parametrize(
    ("visible", "reader", "is_seen"),
    [
        (Visible.ME, AMINA, True),
        (Visible.ME, MEMBER, False),
        (Visible.ME, None, False),
        (Visible.TEAM, MEMBER, True),
        (Visible.TEAM, SPONSOR, True),
        (Visible.TEAM, JOAN, False),
        (Visible.TEAM, None, False),
        (Visible.GROUP, None, True),
        (Visible.PUBLISHED, None, True),
    ],
)
def test_pages_and_search_show_it_to_those_it_is_for(
    programme: Programme, visible: Visible, reader: Actor | None, is_seen: bool
) -> None:
    write(programme, visible)
    said = everything_said(replace(programme, actor=reader))
    assert ("Zebedee" in said, "Florence" in said) == (is_seen, is_seen)


def test_a_story_is_kept_from_view_alike(programme: Programme) -> None:
    tell_story(
        acting_as(programme, AMINA),
        prototype="one-team",
        told="Zebedee knew me.",
        voice=Voice.CHILD,
        agreed=True,
        visible=Visible.TEAM,
        request_key="s",
    )
    assert "Zebedee" in everything_said(acting_as(programme, MEMBER))
    assert "Zebedee" not in everything_said(acting_as(programme, JOAN))


def test_a_story_kept_from_view_is_no_choice_for_what_speaks_for_a_step(programme: Programme) -> None:
    tell_story(
        acting_as(programme, AMINA), prototype="one-team", told="She knew Zebedee.", voice=Voice.PARENT,
        agreed=True, visible=Visible.TEAM, request_key="s",
    )  # fmt: skip
    for reader, offered in ((MEMBER, 1), (JOAN, 0)):
        assert len(evidence_choices(acting_as(programme, reader), "one-team").content.sources) == offered


def test_what_follows_from_it_is_the_same_for_everybody(programme: Programme) -> None:
    write(programme, Visible.ME)
    plan = programme.prototype("one-team")

    def standing(reader: Actor) -> object:
        known = history(acting_as(programme, reader))
        return question_standings(plan, known.answers, known.entries, NOW.date())

    assert standing(JOAN) == standing(AMINA)
    assert "1 note so far" in {
        breakable(line.known) for line in prototype_page(acting_as(programme, JOAN), "one-team").content.questions
    }


def test_a_decision_that_cites_it_says_a_note_you_may_not_see(programme: Programme) -> None:
    note = write(programme, Visible.TEAM)
    draft_decision(
        acting_as(programme, NOTE_TAKER),
        prototype="one-team",
        verdict=Verdict.CARRY_ON,
        why="It works.",
        cites=[note],
        request_key="d",
    )
    for reader, said in ((JOAN, "a note you may not see"), (MEMBER, "the note of 3 June 2026 by Amina Khan")):
        (decision,) = meeting_item(acting_as(programme, reader), "one-team").content.decisions
        assert tuple(map(breakable, decision.rests_on)) == (said,)
        assert breakable(cited(acting_as(programme, reader), decision.cites[0])) == said


def test_corrected_to_be_kept_back_it_is_kept_back_at_every_earlier_time_too(programme: Programme) -> None:
    open_note = write(programme, Visible.GROUP)
    later = replace(acting_as(programme, AMINA), clock=lambda: NOW.replace(day=9))
    add_note(later, prototype="one-team", visible=Visible.ME, amends=open_note, request_key="b")
    then = replace(programme, actor=JOAN, as_at=NOW.replace(day=5))
    assert notes(then).content == ()
    assert len(notes(replace(then, actor=AMINA)).content) == 1


def test_why_a_note_bears_on_a_step_is_kept_back_with_the_note_and_so_is_why_it_was_taken_back(
    programme: Programme,
) -> None:
    note, sponsor = write(programme, Visible.TEAM), acting_as(programme, SPONSOR)
    kept = weigh_evidence(
        sponsor, prototype="one-team", about="link:team-time", rests_on=note, supports=False,
        why="Zebedee says so too.", request_key="w",
    )  # fmt: skip
    for reader, is_seen in ((SPONSOR, True), (JOAN, False)):
        (line,) = prototype_page(acting_as(programme, reader), "one-team").content.theory.links[0].contradicts
        assert line.why == ("Zebedee says so too." if is_seen else "")
        assert ("Zebedee" in everything_said(acting_as(programme, reader))) is is_seen
    take_back(sponsor, evidence=str(kept.content.reference), because="Zebedee moved.", request_key="b")
    assert "Zebedee moved." in everything_said(sponsor)
    assert "Zebedee" not in everything_said(acting_as(programme, JOAN))
