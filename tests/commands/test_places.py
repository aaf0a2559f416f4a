from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Run

EVALUATOR = ("--as", "Eve", "--role", "evaluator")
NEIGHBOURS = "LA num,SN1,SN2\n873,931,916\n000,931,916\n"


def test_places_says_what_it_read_and_where_it_is_kept(run: Run, folder: Path) -> None:
    (folder / "sn.csv").write_text(NEIGHBOURS, encoding="utf-8")
    said = run("places", "sn.csv", "--edition", "2021-04", *EVALUATOR)
    assert said.code == 0
    assert "sn.csv, row 3: Nobody knows the area 000." in said.out
    assert "read as statistical neighbours, 2021-04: 2 rows, of which 1 were used." in said.out
    assert "Stored as places:1." in said.out
    assert "Nothing has changed." in run("places", "sn.csv", "--edition", "2021-04", *EVALUATOR).out


def test_places_without_an_edition_or_a_file_says_what_to_do(run: Run, folder: Path) -> None:
    (folder / "sn.csv").write_text(NEIGHBOURS, encoding="utf-8")
    asked = run("places", "sn.csv", *EVALUATOR)
    assert (asked.code, "Say which with --edition" in asked.err) == (11, True)
    absent = run("places", "none.csv", *EVALUATOR)
    assert (absent.code, "We cannot read none.csv" in absent.err) == (2, True)


def test_places_answers_in_json(run: Run, folder: Path) -> None:
    (folder / "codes.csv").write_text("LADCD,LADNM\nE06000009,Blackpool\n", encoding="utf-8")
    said = run("places", "codes.csv", "--json", *EVALUATOR).json
    assert said["content"]["kind"] == "codes"
    assert said["content"]["rows_used"] == 1
