"""`import`: bring in a file of figures."""

from __future__ import annotations

import gc
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from evaluation.commands.columns_said import (
    VALUES_AS,
    At,
    HeaderRow,
    KeepAs,
    Map,
    MappingName,
    Means,
    MeasureId,
    Only,
    Sheet,
    ValuesAs,
    asked,
    keep,
)
from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_released
from evaluation.commands.progress import progress_line
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
    sheet: Sheet = None,
    header_row: HeaderRow = None,
    columns: Map = None,
    measure: MeasureId = None,
    at: At = None,
    means: Means = None,
    only: Only = None,
    values_as: ValuesAs = VALUES_AS[0],
    mapping: MappingName = None,
    keep_as: KeepAs = None,
) -> None:
    """Bring in figures. What cannot be taken is named, row by row; the rest is stored in one go."""
    programme = opened(folder, database, name=name, role=role)
    content, beside = _there(file), None if meta is None else _bytes(meta)
    said = asked(
        programme,
        sheet=sheet,
        header_row=header_row,
        mapping=mapping,
        columns=columns or (),
        means=means or (),
        only=only or (),
        measure=measure,
        at=at,
        values_as=values_as,
        is_kept=keep_as is not None,
    )
    with _no_looking_for_garbage(), progress_line(as_json=as_json) as told:
        if preview:
            done = preview_file(programme, file.name, content, meta=beside, asked=said, progress=told)
        else:
            key = f"import:{uuid.uuid4()}"
            done = import_file(programme, file.name, content, meta=beside, request_key=key, asked=said, progress=told)
    kept = [] if preview or keep_as is None else [keep(programme, file.name, content, said, keep_as)]
    print_released(done, as_json=as_json, lines=[*_lines(done.content, stored=not preview), *kept])


@contextmanager
def _no_looking_for_garbage() -> Iterator[None]:
    """Rows make no cycles; to look for some at every few hundred of them would take a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _there(path: Path) -> Path:
    """The path of a file that can be read; a large one is never held whole. Raises UsageError."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise UsageError(f"We cannot read {path}: {error.strerror}.") from None
    return path


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
        f"{batch.file}, read as {done.read_as}: {batch.rows_read} rows.",
        f"{verb}: {batch.rows_used} rows. Passed over: {batch.rows_filtered}. Refused: {batch.rows_refused}.",
        f"Figures: {batch.figures_new} new, {batch.figures_revised} revised, {batch.figures_unchanged} unchanged.",
        *([f"Stored as {done.reference}."] if done.reference else ["Nothing was stored."]),
        *done.warnings,
        *(one.said for one in done.touched),
    ]
