"""`streams`, `letter`, `warnings` and `acknowledge` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run

WHO = ("--as", "Eve Evaluator", "--role", "evaluator")
LEVEL = """
[[measures.warning_levels]]
id = "too-few"
below = 0.5
response = "The lead asks why."
owner = "Health visiting"
days = 30

[[groups]]"""


@pytest.fixture
def low(folder: Path) -> Path:
    """A file with a figure below the level of the measure, which is declared."""
    framework = folder / "frameworks" / "small.toml"
    framework.write_text(framework.read_text(encoding="utf-8").replace("[[groups]]", LEVEL, 1), encoding="utf-8")
    file = folder / "low.csv"
    file.write_text("measure,area,period,numerator,denominator\non-time,X01,2025-12,12,40\n", encoding="utf-8")
    return file


def test_streams_lists_what_was_agreed(run: Run) -> None:
    done = run("streams")
    assert "Health visiting figures (visits): never arrived" in done.out
    assert "  Lawful basis: Counts only: no personal data" in done.out
    (line,) = run("streams", "--json").json["content"]["streams"]
    assert (line["id"], line["owner"]) == ("visits", "The health visiting service")


def test_letter_prints_a_draft_or_writes_it_for_a_mail_program(run: Run, folder: Path) -> None:
    assert (
        "To: The health visiting service\nSubject: Health visiting figures: figures for" in run("letter", "visits").out
    )
    done = run("letter", "visits", "--mail", "visits.eml")
    assert done.out.endswith("Written to visits.eml. Add the address and send it.\n")
    assert b"X-Unsent: 1" in (folder / "visits.eml").read_bytes()


def test_letter_says_which_streams_there_are(run: Run) -> None:
    done = run("letter", "visit")
    assert (done.code, done.err) == (2, 'There is no stream "visit". There is: visits.\n')


def test_import_warnings_and_acknowledge_go_together(run: Run, low: Path) -> None:
    assert (
        "Warning. Reviews on time, Area 1: below 50 in every 100 in December 2025." in run("import", low.name, *WHO).out
    )
    listed = run("warnings")
    assert "Reviews on time, Area 1: 30 in every 100, December 2025; below 50 in every 100" in listed.out
    assert 'To answer: acknowledge measure:on-time@X01/2025-12 "..."' in listed.out
    done = run("acknowledge", "measure:on-time@X01/2025-12", "Two clinics more.", *WHO)
    assert "We have kept what is being done. (acknowledgement:" in done.out
    assert "being dealt with" in run("warnings").out


def test_without_a_warning_the_list_says_so(run: Run) -> None:
    assert "No warning stands." in run("warnings").out


def test_a_warning_that_does_not_stand_cannot_be_answered(run: Run, low: Path) -> None:
    run("import", low.name, *WHO)
    done = run("acknowledge", "measure:on-time@X02/2025-12", "Clinics.", *WHO)
    assert done.code == 2
    assert "Warnings stand on: measure:on-time@X01/2025-12." in done.err
