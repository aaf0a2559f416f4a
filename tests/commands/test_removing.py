"""`redact` and `verify`: what is taken out is gone, and what was altered or cut off is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from evaluation import store
from evaluation.model.around import Rating, Risk
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.learning import Voice
from evaluation.model.people import Actor, Role
from evaluation.model.references import Reference
from evaluation.model.stories import Story
from evaluation.programme import Settings, open_programme
from tests.commands.conftest import Run

OFFICER = ("--as", "Ola Officer", "--role", "officer")
LEAD = Actor("ann", "Ann", Role.LEAD)
SECRET = "Zebedee from the crooked house"
NOW, ON = datetime(2026, 6, 3, 9, tzinfo=UTC), date(2026, 6, 3)
NOUNS = (
    Story("one-team", ON, Voice.PARENT, agreed=True, recorded_by="Ann", told=SECRET),
    Decision("one-team", "group", Verdict.CHANGE, ON, why=SECRET),
    Risk("one-team", Rating.LOW, Rating.HIGH, ON, SECRET, "Ann", SECRET),
)


def kept(folder: Path, *nouns: Any) -> list[Reference]:
    """These nouns in the database the commands use."""
    opened = open_programme(Settings.from_environment({}, folder=folder))
    stored = [store.append(opened.store, noun, LEAD, at=NOW, request_key=type(noun).__name__) for noun in nouns]
    opened.store.close()
    return [row.reference for row in stored]


def database(folder: Path) -> Path:
    (file,) = (folder / "data").glob("*.sqlite")
    return file


def change(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(database(folder))) as plain, plain:
        for (trigger,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            plain.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            plain.execute(statement)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_a_text_is_taken_out_of_whatever_holds_it(run: Run, folder: Path, noun: Any) -> None:
    (target,) = kept(folder, noun)
    done = run("redact", str(target), "--reason", "It names a child.", "--second", "Bo", *OFFICER)
    assert done.code == 0
    assert "gone for good" in done.out
    dump = folder / "dump.jsonl"
    run("database", "dump", str(dump))
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert dump in files
    assert not any(SECRET.encode() in file.read_bytes() for file in files)
    assert run("verify").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--reason", " ", "--second", "Bo", *OFFICER), "[needs-second-name]"),
        (("--reason", "It names a child.", "--second", " ", *OFFICER), "[needs-second-name]"),
        (("--reason", "It names a child.", "--second", "ola  OFFICER", *OFFICER), "[needs-second-name]"),
        (("--reason", f"It says {SECRET}.", "--second", "Bo", *OFFICER), "[repeats-the-text]"),
        (("--reason", "Named.", "--second", "Bo", "--as", "Ann", "--role", "innovation lead"), "[not-allowed]"),
    ],
)
def test_nobody_takes_out_text_alone_or_without_a_reason(
    run: Run, folder: Path, words: tuple[str, ...], said: str
) -> None:
    (target,) = kept(folder, NOUNS[0])
    done = run("redact", str(target), *words)
    assert done.code == 2
    assert said in done.err
    assert "Zebedee" not in done.err


def test_a_row_that_was_changed_is_named(run: Run, folder: Path) -> None:
    kept(folder, *NOUNS)
    change(folder, "UPDATE texts SET text = 'Nothing.' WHERE ledger = 2")
    done = run("verify")
    assert done.code == 12
    assert "decision:2: its text does not match its seal." in done.err
    assert "[altered-row]" in done.err


def test_an_end_that_was_cut_off_is_found(run: Run, folder: Path) -> None:
    kept(folder, *NOUNS)
    change(folder, "DELETE FROM texts WHERE ledger = 3", "DELETE FROM ledger WHERE number = 3")
    assert "Row 3 was written last, and the ledger ends at row 2." in run("verify").err


def test_an_end_that_was_cut_off_and_covered_up_shows_against_the_minutes(run: Run, folder: Path) -> None:
    kept(folder, *NOUNS)
    minuted = run("verify").out.strip()
    assert run("verify", "--minuted", minuted).code == 0
    end = "UPDATE meta SET last_number = 2, last_seal = (SELECT seal FROM ledger WHERE number = 2)"
    change(folder, "DELETE FROM texts WHERE ledger = 3", "DELETE FROM ledger WHERE number = 3", end)
    assert run("verify").code == 0
    done = run("verify", "--minuted", minuted)
    assert done.code == 12
    assert "Row 3 is not the one in the minutes." in done.err


def test_what_is_no_line_of_minutes_is_said(run: Run, folder: Path) -> None:
    kept(folder, NOUNS[0])
    done = run("verify", "--minuted", "all was well")
    assert done.code == 2
    assert "12 rows, last seal" in done.err
