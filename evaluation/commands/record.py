"""`record`: add a note, correct one, or say that there is nothing new."""

from __future__ import annotations

import uuid
from typing import Annotated, cast

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt
from evaluation.model.learning import CycleStep, Visible, Voice
from evaluation.problems import UsageError
from evaluation.programme import Said, add_note, nothing_new


def record(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    noticed: Annotated[str, typer.Argument(help="What did you notice? One sentence is enough.")] = "",
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
    about: Annotated[str | None, typer.Option(help="question:ID or link:ID.")] = None,
    area: Annotated[str | None, typer.Option(help="Where: the area's code or name.")] = None,
    expected: Annotated[str | None, typer.Option(help="What did you expect?")] = None,
    make_of_it: Annotated[str | None, typer.Option(help="What do you make of it?")] = None,
    next_step: Annotated[str | None, typer.Option("--next", help="What next?")] = None,
    on: Annotated[str | None, typer.Option(help="The day you noticed it (default: today).")] = None,
    visible: Annotated[Visible | None, typer.Option(help="Who may see it (default: the group).")] = None,
    voice: Annotated[Voice | None, typer.Option(help="Whose voice it is.")] = None,
    heard: Annotated[int | None, typer.Option(help="How many of them were heard.")] = None,
    link: Annotated[list[str] | None, typer.Option(help="An address that belongs to it. May be given again.")] = None,
    cycle: Annotated[int | None, typer.Option(help="The number of the cycle, where your team counts them.")] = None,
    step: Annotated[CycleStep | None, typer.Option(help="Where in the cycle.")] = None,
    visited: Annotated[str | None, typer.Option(help="Where you went to learn.")] = None,
    ask_for_help: Annotated[bool, typer.Option("--ask-for-help", help="Ask the sponsor for help.")] = False,
    nothing: Annotated[bool, typer.Option("--nothing-new", help="Nothing new this week.")] = False,
    corrects: Annotated[
        str | None, typer.Option(help="The note this corrects, as entry:12; what you leave out stays as it was.")
    ] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one note.")] = None,
) -> None:
    """Add a note. Do not name anyone; do not report a concern about a child here."""
    programme = opened(folder, database, name=name, role=role)
    key = request_key or f"note:{uuid.uuid4()}"
    if nothing:
        if noticed or corrects:
            raise UsageError("Nothing new has no text: leave out --nothing-new, or the note.")
        kept = nothing_new(programme, prototype=prototype, request_key=key, on=day(on, "--on"))
    else:
        given = {
            "noticed": noticed or (None if corrects else ""),
            "expected": expected,
            "make_of_it": make_of_it,
            "next_step": next_step,
            "about": about,
            "area": area,
            "visible": visible,
            "voice": voice,
            "heard": heard,
            "attached": "\n".join(link) if link else None,
            "cycle": cycle,
            "step": step,
            "visited": visited,
            "asks_for_help": ask_for_help or None,
        }
        said = cast("Said", {what: value for what, value in given.items() if value is not None})
        kept = add_note(programme, prototype=prototype, amends=corrects, on=day(on, "--on"), request_key=key, **said)
    print_receipt(kept, as_json=as_json)
