"""`record`: add a note, or say that there is nothing new."""

from __future__ import annotations

import uuid
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_released
from evaluation.programme import add_note, nothing_new


def record(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    noticed: Annotated[str, typer.Argument(help="What did you notice? One sentence is enough.")] = "",
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
    about: Annotated[str | None, typer.Option(help="question:ID or link:ID.")] = None,
    expected: Annotated[str, typer.Option(help="What did you expect?")] = "",
    make_of_it: Annotated[str, typer.Option(help="What do you make of it?")] = "",
    next_step: Annotated[str, typer.Option("--next", help="What next?")] = "",
    on: Annotated[str | None, typer.Option(help="The day you noticed it (default: today).")] = None,
    nothing: Annotated[bool, typer.Option("--nothing-new", help="Nothing new this week.")] = False,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one note.")] = None,
) -> None:
    """Add a note. Do not name anyone; do not report a concern about a child here."""
    programme = opened(folder, database, name=name, role=role)
    key = request_key or f"note:{uuid.uuid4()}"
    if nothing:
        kept = nothing_new(programme, prototype=prototype, request_key=key, on=day(on, "--on"))
    else:
        kept = add_note(
            programme,
            prototype=prototype,
            noticed=noticed,
            expected=expected,
            make_of_it=make_of_it,
            next_step=next_step,
            about=about,
            on=day(on, "--on"),
            request_key=key,
        )
    print_released(kept, as_json=as_json, lines=[f"{kept.content.sentence} ({kept.content.reference})"])
