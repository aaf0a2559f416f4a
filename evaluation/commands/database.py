"""`database upgrade`, `database dump`, `database restore`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from evaluation.commands.options import AsJson, Database, Folder, opened, settings_for
from evaluation.commands.printing import print_json
from evaluation.problems import UsageError
from evaluation.programme import dump as write_dump
from evaluation.programme import restore as read_dump
from evaluation.programme import upgrade as bring_up


def upgrade(folder: Folder = None, database: Database = None, as_json: AsJson = False) -> None:
    """Bring the database to this version's schema (a new PostgreSQL database begins so)."""
    done = bring_up(settings_for(folder, database))
    print_json({"done": done}) if as_json else print(done)


def dump(
    file: Annotated[Path, typer.Argument(help="Where to write; it must not exist yet.")],
    folder: Folder = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Copy the whole store out as sealed JSON lines. True figures and notes: keep it as safe as the database."""
    programme = opened(folder, database)
    try:
        with _whole_or_none(file) as stream:
            lines = write_dump(programme, stream)
    except OSError as error:
        raise UsageError(f"We cannot write {file}: {error.strerror}.") from None
    print_json({"file": file, "lines": lines}) if as_json else print(f"Wrote {lines} lines to {file}.")


def restore(
    file: Annotated[Path, typer.Argument(help="What `database dump` wrote.")],
    folder: Folder = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Read a dump into an empty database: all of it or nothing."""
    programme = opened(folder, database)
    try:
        with file.open(encoding="utf-8", newline="\n") as stream:
            lines = read_dump(programme, stream)
    except OSError as error:
        raise UsageError(f"We cannot read {file}: {error.strerror}.") from None
    print_json({"file": file, "lines": lines}) if as_json else print(f"Read {lines} lines from {file}.")


@contextmanager
def _whole_or_none(file: Path) -> Iterator[TextIO]:
    """A new file to write to; gone again where the writing fails: half a copy looks like a whole one."""
    stream = file.open("x", encoding="utf-8", newline="\n")
    try:
        with stream:
            yield stream
    except BaseException:
        file.unlink(missing_ok=True)
        raise
