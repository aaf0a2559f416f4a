"""`import`: bring in a file of figures."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_released
from evaluation.problems import UsageError
from evaluation.programme import Imported, import_file, preview_file


def import_figures(
    file: Annotated[Path, typer.Argument(help="The file: CSV or Excel.")],
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
    meta: Annotated[Path | None, typer.Option(help="The file that explains the columns, where there is one.")] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Show what would happen; store nothing.")] = False,
) -> None:
    """Bring in figures. What cannot be taken is named, row by row; the rest is stored in one go."""
    programme = opened(folder, database, name=name, role=role)
    content, beside = _bytes(file), None if meta is None else _bytes(meta)
    if preview:
        done = preview_file(programme, file.name, content, meta=beside)
    else:
        done = import_file(programme, file.name, content, meta=beside, request_key=f"import:{uuid.uuid4()}")
    print_released(done, as_json=as_json, lines=_lines(done.content, stored=not preview))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"We cannot read {path}: {error.strerror}.") from None


def _lines(done: Imported, *, stored: bool) -> list[str]:
    batch, verb = done.batch, "Taken" if stored else "Would take"
    if done.again:
        return [f"{batch.file} was brought in before, byte for byte. Nothing has changed."]
    return [
        *map(str, done.problems),
        *done.notes,
        f"{batch.file}, read as {batch.source}: {batch.rows_read} rows.",
        f"{verb}: {batch.rows_used} rows. Passed over: {batch.rows_filtered}. Refused: {batch.rows_refused}.",
        f"Figures: {batch.figures_new} new, {batch.figures_revised} revised, {batch.figures_unchanged} unchanged.",
        *([f"Stored as {done.reference}."] if done.reference else ["Nothing was stored."]),
    ]
