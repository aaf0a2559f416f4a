"""What stands around a prototype is kept, read back and copied alike in either database, and can be taken out again."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

from evaluation.model.agreeing import Listed
from evaluation.model.around import Rating
from evaluation.model.learning import Voice
from evaluation.programme import (
    Programme,
    Settings,
    add_engagement,
    add_note,
    add_risk,
    commit,
    commitments_page,
    dump,
    finish_commitment,
    open_programme,
    readiness_page,
    redact,
    restore,
    risks_page,
    tick,
    upgrade,
    verify,
    visits_page,
    visits_table,
    voices_page,
)
from tests.databases import NewUrl
from tests.programme.conftest import LEAD, NOW, OFFICER, acting_as
from tests.small import write_programme

READY = '\n[[readiness]]\nid = "room"\ntext = "A room"\n'


def opened(folder: Path, url: str) -> Programme:
    settings = Settings.from_environment({}, folder=folder, database=url)
    upgrade(settings)
    return open_programme(settings, actor=LEAD, clock=lambda: NOW)


def copied(programme: Programme) -> str:
    stream = io.StringIO()
    dump(programme, stream)
    return stream.getvalue()


def one_of_each(programme: Programme) -> str:
    """A commitment that is done, a risk, somebody heard, a tick and a visit; returns the commitment."""
    promised = commit(
        programme, what="Ask Zebedee.", owner="Ann", due=date(2026, 7, 1), prototype="one-team", request_key="a"
    )
    reference = str(promised.content.reference)
    finish_commitment(programme, commitment=reference, request_key="b")
    add_risk(
        programme, prototype="one-team", what="It stops.", likelihood=Rating.LOW, impact=Rating.HIGH, owner="Ann",
        request_key="c",
    )  # fmt: skip
    add_engagement(programme, voice=Voice.CHILD, heard=7, how="Play session", prototype="one-team", request_key="d")
    tick(programme, prototype="one-team", listed=Listed.READINESS, item="room", is_done=True, request_key="e")
    return reference


def told(programme: Programme) -> tuple[object, ...]:
    return (
        commitments_page(programme).content,
        risks_page(programme, "one-team").content,
        voices_page(programme, "one-team").content,
        readiness_page(programme, "one-team").content,
    )


def test_one_of_each_in_either_database_and_its_copy_in_the_other(
    database: str, new_url: NewUrl, tmp_path: Path
) -> None:
    folder = write_programme(tmp_path / "small")
    plan = folder / "prototypes" / "one-team.toml"
    plan.write_text(plan.read_text(encoding="utf-8") + READY, encoding="utf-8")
    programme = opened(folder, new_url(database))
    commitment = one_of_each(programme)
    assert verify(programme).problems == ()

    other = opened(folder, new_url({"sqlite": "postgresql", "postgresql": "sqlite"}[database]))
    restore(other, io.StringIO(copied(programme)))
    assert told(other) == told(programme)

    redact(acting_as(other, OFFICER), target=commitment, reason="A name.", second_name="Bo Boss", request_key="r")
    assert "Zebedee" not in copied(other)
    assert verify(other).problems == ()
    assert [line.what for line in commitments_page(other).content.lines] == ["[removed]"]
    programme.store.close()
    other.store.close()


def test_before_it_was_written_down_there_was_nothing(programme: Programme) -> None:
    add_engagement(programme, voice=Voice.CHILD, heard=7, how="Play session", prototype="one-team", request_key="d")
    earlier = replace(programme, as_at=NOW.replace(year=2025))
    assert voices_page(earlier, "one-team").content.is_empty


def test_a_note_of_a_visit_is_told_as_a_visit(programme: Programme) -> None:
    add_note(programme, prototype="one-team", noticed="Nothing of it.", request_key="a")
    add_note(
        programme, prototype="one-team", noticed="They share one list.", visited="A neighbouring county",
        make_of_it="So could we.", request_key="b",
    )  # fmt: skip
    (line,) = visits_page(programme, "one-team").content
    assert (line.where, line.learnt, line.make_of_it) == (
        "A neighbouring county",
        "They share one list.",
        "So could we.",
    )
    assert len(visits_table(programme).content.rows) == 1
