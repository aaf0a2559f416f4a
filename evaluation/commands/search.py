"""`search`: have we tried this? Over the plans and everything written down."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_released
from evaluation.programme import Hit
from evaluation.programme import search as look_for


def search(
    words: Annotated[list[str], typer.Argument(help="Words that must all stand there, in whatever case.")],
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    prototype: Annotated[str | None, typer.Option(help="Only this prototype, by its id.")] = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Say what holds every word: plans first, then the newest. Notes that --as may not see are left out."""
    programme = opened(folder, database, name=name, role=role, as_at=as_at)
    if prototype is not None:
        programme.prototype(prototype)
    found = look_for(programme, " ".join(words), prototype=prototype)
    lines = [found.content.headline, *map(_line, found.content.lines)]
    print_released(found, as_json=as_json, lines=[line for line in lines if line])


def _line(hit: Hit) -> str:
    by = ", ".join(part for part in (hit.on, hit.who) if part)
    named = f" ({hit.reference})" if hit.reference else ""
    return f"{hit.prototype_name}. {hit.what}{f', {by}' if by else ''}: {' '.join(hit.text.split())}{named}"
