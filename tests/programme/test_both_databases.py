"""One figure and one note walk through the whole house, on either database."""

from __future__ import annotations

import io
from pathlib import Path

from evaluation.model.decisions import Verdict
from evaluation.programme import (
    Programme,
    Settings,
    add_note,
    compare,
    confirm,
    draft_decision,
    dump,
    guesses_page,
    import_file,
    meeting_item,
    notes,
    open_programme,
    redact,
    restore,
    upgrade,
    verify,
)
from tests.databases import NewUrl
from tests.programme.conftest import CHAIR, EVALUATOR, LEAD, NOTE_TAKER, NOW, OFFICER, acting_as
from tests.programme.guessed import bring_in, figures, guessing
from tests.small import write_programme


def opened(folder: Path, url: str) -> Programme:
    settings = Settings.from_environment({}, folder=folder, database=url)
    upgrade(settings)
    return open_programme(settings, actor=LEAD, clock=lambda: NOW)


def copied(programme: Programme) -> str:
    stream = io.StringIO()
    dump(programme, stream)
    return stream.getvalue()


def walk(programme: Programme) -> str:
    """Bring in figures, note, compare, decide, confirm, take a note's text out again; returns the decision."""
    content = (programme.folder / "figures.csv").read_bytes()
    import_file(acting_as(programme, EVALUATOR), "figures.csv", content, request_key="figures")
    note = add_note(programme, prototype="one-team", noticed="Parents ring one number.", request_key="note")
    named = add_note(programme, prototype="one-team", noticed="Zebedee moved house.", request_key="named")
    found = compare(programme, "one-team", "on-time")
    draft = draft_decision(
        acting_as(programme, NOTE_TAKER),
        prototype="one-team",
        verdict=Verdict.CARRY_ON,
        why="It works.",
        cites=[str(note.content.reference), str(found.content.reference)],
        request_key="draft",
    ).content.reference
    confirm(acting_as(programme, CHAIR), decision=str(draft), request_key="confirm")
    redact(
        acting_as(programme, OFFICER),
        target=str(named.content.reference),
        reason="It names a child.",
        second_name="Bo Boss",
        request_key="redact",
    )
    return str(draft)


def test_the_whole_walk_and_its_copy_in_the_other_database(database: str, new_url: NewUrl, tmp_path: Path) -> None:
    folder = write_programme(tmp_path / "small")
    programme = opened(folder, new_url(database))
    decision = walk(programme)
    (line,) = meeting_item(programme, "one-team").content.decisions
    assert (str(line.reference), line.state) == (decision, "confirmed")
    assert {line.noticed for line in notes(programme).content} == {"Parents ring one number.", "[removed]"}
    assert verify(programme).problems == ()

    other = opened(folder, new_url({"sqlite": "postgresql", "postgresql": "sqlite"}[database]))
    restore(other, io.StringIO(copied(programme)))
    assert copied(other) == copied(programme)
    assert "Zebedee" not in copied(other)
    assert verify(other).problems == ()
    assert compare(other, "one-team", "on-time") == compare(programme, "one-team", "on-time")
    programme.store.close()
    other.store.close()


def test_a_guess_is_settled_on_either(new_url: NewUrl, database: str, tmp_path: Path) -> None:
    programme = opened(write_programme(tmp_path / "guessed"), new_url(database))
    guessing(programme)
    bring_in(programme, figures("2026-07", 70), "july")
    bring_in(programme, figures("2026-07", 60), "corrected")
    (line,) = guesses_page(programme).content.settled
    assert (line.level.replace("\u00a0", " "), line.turned_out) == ("60 in every 100", "did not come true")
    assert verify(programme).problems == ()
    programme.store.close()
