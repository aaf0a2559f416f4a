"""Several people at once on one database: nothing is lost, nothing is there twice, and nobody sees a fault of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from evaluation import store
from evaluation.model.decisions import Verdict
from evaluation.model.people import Actor, Role
from evaluation.model.predictions import Likelihood
from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    add_note,
    agree_plan,
    commit,
    confirm,
    draft_decision,
    finish_commitment,
    guess,
    notes,
    open_programme,
    redact,
    upgrade,
    verify,
    weigh_evidence,
)
from tests.databases import NewUrl
from tests.programme.conftest import CHAIR, NOTE_TAKER, NOW, OFFICER
from tests.small import write_programme

PEOPLE = 4
EACH = 2
SPONSOR = Actor("b.-sponsor", "B. Sponsor", Role.SPONSOR)
TEAM_LEAD = Actor("a.-lead", "A. Lead", Role.LEAD)


@contextmanager
def opened(folder: Path, url: str, people: int) -> Iterator[list[Programme]]:
    """The same programme, opened by each person with connections of their own."""
    settings = Settings.from_environment({}, folder=folder, database=url)
    upgrade(settings)
    actors = [Actor(f"person-{number}", f"Person {number}", Role.LEAD) for number in range(people)]
    theirs = [open_programme(settings, actor=actor, clock=lambda: NOW) for actor in actors]
    yield theirs
    for programme in theirs:
        programme.store.close()


def at_once(people: list[Programme], act: Callable[[Programme], object]) -> list[object]:
    """What came of it for each: an answer, or the sentence that refused. Anything else fails the test."""

    def answer(programme: Programme) -> object:
        try:
            return act(programme)
        except UsageError as refused:
            return refused.sentence

    with ThreadPoolExecutor(len(people)) as threads:
        return list(threads.map(answer, people))


def test_what_each_writes_is_kept_and_what_all_write_is_kept_once(
    database: str, new_url: NewUrl, tmp_path: Path
) -> None:
    with opened(write_programme(tmp_path / "small"), new_url(database), PEOPLE) as people:
        first, *_ = people
        shared = add_note(first, prototype="one-team", noticed="The list is late.", request_key="shared")
        promised = commit(
            first, what="Keep one list.", owner="A", due=date(2026, 9, 1), prototype="one-team", request_key="promised"
        )

        def write(programme: Programme) -> None:
            assert programme.actor is not None
            mine = programme.actor.id
            for number in range(EACH):
                own = f"{mine}-{number}"
                note = add_note(programme, prototype="one-team", noticed=f"Seen by {own}.", request_key=own)
                add_note(programme, prototype="one-team", noticed=f"All saw {number}.", request_key=f"all-{number}")
                weigh_evidence(
                    programme,
                    prototype="one-team",
                    about="link:team-time",
                    rests_on=str(note.content.reference),
                    supports=number % 2 == 0,
                    why=f"Because {own}.",
                    request_key=own,
                )
                guess(
                    programme,
                    prototype="one-team",
                    measure="on-time",
                    when="2027-01",
                    likelihood=Likelihood.LIKELY,
                    at_least=0.7 + number / 100,
                    request_key=own,
                )
            add_note(
                replace(programme, actor=TEAM_LEAD),
                prototype="one-team",
                noticed=f"The list is late, says {mine}.",
                amends=str(shared.content.reference),
                request_key=f"correction-{mine}",
            )
            agree_plan(replace(programme, actor=SPONSOR), prototype="one-team")
            finish_commitment(programme, commitment=str(promised.content.reference), request_key="done")
            notes(programme)

        assert at_once(people, write) == [None] * PEOPLE
        counted = {kind: len(store.rows(first.store, kind)) for kind in Kind if kind in store.NOUNS}
        assert counted[Kind.ENTRY] == 1 + PEOPLE * EACH + EACH + PEOPLE
        assert counted[Kind.EVIDENCE] == counted[Kind.PREDICTION] == PEOPLE * EACH
        assert (counted[Kind.AGREEMENT], counted[Kind.COMMITMENT]) == (1, 2)
        replaced = [row.amends for row in store.rows(first.store, Kind.PREDICTION) if row.amends]
        assert len(replaced) == len(set(replaced)) == PEOPLE * (EACH - 1)
        assert verify(first).problems == ()


def test_of_many_chairs_and_note_takers_at_one_moment_one_word_stands(
    database: str, new_url: NewUrl, tmp_path: Path
) -> None:
    with opened(write_programme(tmp_path / "small"), new_url(database), PEOPLE) as people:
        first, *_ = people
        draft = draft_decision(
            replace(first, actor=NOTE_TAKER),
            prototype="one-team",
            verdict=Verdict.CARRY_ON,
            why="It works.",
            request_key="draft",
        ).content.reference

        def confirm_or_correct(programme: Programme) -> object:
            assert programme.actor is not None
            if programme.actor.id[-1] in "02":
                return confirm(
                    replace(programme, actor=CHAIR), decision=str(draft), request_key=f"confirm:{draft}"
                ).content.reference
            return draft_decision(
                replace(programme, actor=NOTE_TAKER),
                prototype="one-team",
                verdict=Verdict.CARRY_ON,
                why=f"It works, says {programme.actor.name}.",
                corrects=str(draft),
                request_key=programme.actor.id,
            ).content.reference

        came = at_once(people, confirm_or_correct)
        sentences = {each for each in came if isinstance(each, str)}
        assert sentences <= {"This decision is not a draft any more."}
        assert len(store.rows(first.store, Kind.CONFIRMATION)) <= 1
        assert verify(first).problems == ()


def test_text_is_taken_out_while_others_read_and_write(database: str, new_url: NewUrl, tmp_path: Path) -> None:
    with opened(write_programme(tmp_path / "small"), new_url(database), PEOPLE) as people:
        first, *_ = people
        named = [
            add_note(programme, prototype="one-team", noticed=f"Zebedee {number} moved.", request_key=str(number))
            for number, programme in enumerate(people)
        ]

        def take_out(programme: Programme) -> int:
            assert programme.actor is not None
            number = int(programme.actor.id[-1])
            target = str(named[number].content.reference)
            redact(
                replace(programme, actor=OFFICER),
                target=target,
                reason="It names a child.",
                second_name="Bo Boss",
                request_key=f"redact:{target}",
            )
            return len(notes(programme).content)

        assert at_once(people, take_out) == [PEOPLE] * PEOPLE
        assert not any("Zebedee" in line.noticed for programme in people for line in notes(programme).content)
        assert verify(first).problems == ()
