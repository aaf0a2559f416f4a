"""`notes-in`: bring in notes from a form or a workbook, or write the workbook to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_released
from evaluation.problems import UsageError
from evaluation.programme import NotesIn, bring_in_notes, notes_template, preview_notes


def notes_in(
    file: Annotated[Path, typer.Argument(help="The export of a form, or the workbook filled in: Excel or CSV.")],
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
    preview: Annotated[bool, typer.Option("--preview", help="Show what would happen; store nothing.")] = False,
    template: Annotated[bool, typer.Option("--template", help="Write a workbook to fill in to FILE instead.")] = False,
) -> None:
    """Bring in notes. The same file twice keeps each note once; a row that cannot be kept is named."""
    programme = opened(folder, database, name=name, role=role)
    try:
        if template:
            with file.open("xb") as stream:
                stream.write(notes_template(programme).content)
            print(f"Written: {file}.")
            return
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"We cannot {'write' if template else 'read'} {file}: {error.strerror}.") from None
    done = (preview_notes if preview else bring_in_notes)(programme, file.name, content)
    print_released(done, as_json=as_json, lines=_lines(done.content, stored=not preview))


def _lines(done: NotesIn, *, stored: bool) -> list[str]:
    return [
        *map(str, done.problems),
        f"{done.file}: {done.rows_read} rows.",
        f"{'Taken' if stored else 'Would take'}: {done.new} new, {done.corrected} corrected.",
        f"Known already: {done.known}. Refused: {done.refused}.",
    ]
