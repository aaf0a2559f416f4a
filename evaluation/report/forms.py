"""The forms in which numbers can be taken away: one table, asked by pages and by the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.model.release import Released, Table
from evaluation.report.csv_file import as_csv
from evaluation.report.excel_file import as_excel
from evaluation.report.with_notes import with_notes


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name on a button, its ending, its media type, and what makes it of a table and the file's name."""

    label: str
    ending: str
    media_type: str
    make: Callable[[Released[Table], str], bytes]


# What opens by itself first: most people have Excel, and all programs read CSV.
FORMS: Final[Mapping[str, Form]] = {
    form.ending: form
    for form in (
        Form("CSV", "csv", "text/csv", lambda released, _: as_csv(released)),
        Form(
            "Excel",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            lambda released, _: as_excel(released),
        ),
        Form("CSV with notes", "zip", "application/zip", with_notes),
    )
}
