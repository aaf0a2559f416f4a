from __future__ import annotations

import csv
import io

from evaluation.app.download import as_csv
from evaluation.model.release import HIDDEN, Audience, Column, Released, Stamps, Table

TABLE = Table(
    (Column("Area"), Column("On time")),
    (("Saltby", 149), ("=HYPERLINK(1)", HIDDEN), ("Fallow", None)),
    "Source: illustrative figures.",
)


def _rows(illustrative: bool = False) -> list[list[str]]:
    written = as_csv(Released(TABLE, Stamps(illustrative, Audience.PUBLISHED)))
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))


def test_the_file_has_headings_rows_and_source() -> None:
    assert _rows()[:2] == [["Area", "On time"], ["Saltby", "149"]]
    assert _rows()[-1] == ["Source: illustrative figures."]


def test_a_cell_that_excel_would_run_does_not_run() -> None:
    assert _rows()[2][0] == "'=HYPERLINK(1)"


def test_a_hidden_figure_is_said_to_be_hidden_and_a_missing_one_is_empty() -> None:
    assert _rows()[2][1] == "hidden to protect privacy"
    assert _rows()[3][1] == ""


def test_invented_figures_say_so_in_the_file() -> None:
    assert _rows(illustrative=True)[0] == ["Illustrative. Every place and figure here is invented."]
