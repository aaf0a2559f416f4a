from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.commands.conftest import Run

OFFICER = ("--as", "Ola Officer", "--role", "officer")


def test_the_template_is_written_filled_in_and_brought_in_twice(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "notes.xlsx"
    assert run("notes-in", str(file), "--template").out == f"Written: {file}.\n"
    workbook = openpyxl.load_workbook(file)
    for row, (name, noticed) in enumerate([("One team", "She rang once."), ("Nowhere", "She rang twice.")], 2):
        cells = (name, "Jo Field", "2026-03-04", noticed)
        for column, text in enumerate(cells, 1):
            workbook["Notes"].cell(row, column).value = text
    workbook.save(file)
    assert "Would take: 1 new, 0 corrected." in run("notes-in", str(file), "--preview", *OFFICER).out
    first = run("notes-in", str(file), *OFFICER)
    assert "Taken: 1 new, 0 corrected." in first.out
    assert 'There is no prototype "Nowhere"' in first.out
    assert "Known already: 1. Refused: 1." in run("notes-in", str(file), *OFFICER).out


def test_a_template_never_writes_over_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "notes.xlsx"
    file.write_bytes(b"mine")
    assert run("notes-in", str(file), "--template").code == 2
    assert file.read_bytes() == b"mine"


def test_a_file_that_is_not_there_says_so(run: Run, tmp_path: Path) -> None:
    done = run("notes-in", str(tmp_path / "none.xlsx"), *OFFICER)
    assert done.code == 2
    assert "We cannot read" in done.err
