"""`places`: bring in an official look-up file, so that names, changes and neighbours of areas are known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_released
from evaluation.problems import UsageError
from evaluation.programme import PlacesIn, bring_in_places


def places(
    file: Annotated[Path, typer.Argument(help="The look-up: CSV or Excel, as it was published.")],
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
    edition: Annotated[str | None, typer.Option(help="Of when it is, as 2021-04, where its name does not say.")] = None,
) -> None:
    """Bring in an official look-up: neighbours, codes and numbers, changes of authorities, deprivation."""
    programme = opened(folder, database, name=name, role=role)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"We cannot read {file}: {error.strerror}.") from None
    done = bring_in_places(programme, file.name, content, edition=edition)
    print_released(done, as_json=as_json, lines=_lines(file.name, done.content))


def _lines(file: str, done: PlacesIn) -> list[str]:
    if done.again:
        return [f"{file} was brought in before, byte for byte. Nothing has changed."]
    return [
        *map(str, done.problems),
        f"{file}, read as {done.called}: {done.rows_read} rows, of which {done.rows_used} were used.",
        f"Stored as {done.reference}.",
    ]
