"""`new prototype ID`: begin a plan with five answers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Folder, settings_for
from evaluation.commands.printing import print_json
from evaluation.programme import new_prototype


class What(StrEnum):
    """What can be begun."""

    PROTOTYPE = "prototype"


def new(
    what: Annotated[What, typer.Argument(help="What to begin.")],
    prototype_id: Annotated[str, typer.Argument(metavar="ID", help="Lower-case words joined by hyphens; for life.")],
    name: Annotated[str, typer.Option(prompt="What is it called")],
    does: Annotated[str, typer.Option("--what", prompt="What will be tried")],
    where: Annotated[str, typer.Option(prompt="Where")],
    for_whom: Annotated[str, typer.Option(prompt="For whom")],
    lead: Annotated[str, typer.Option(prompt="Who leads")],
    question: Annotated[str, typer.Option(prompt="What do you want to find out")],
    folder: Folder = None,
    as_json: AsJson = False,
    programme: Annotated[str, typer.Option(help="For which programme, where the folder holds several.")] = "",
) -> None:
    """Write the plan of a new prototype, as an idea."""
    path = new_prototype(
        settings_for(folder, None).folder,
        prototype_id,
        name=name,
        what=does,
        where=where,
        for_whom=for_whom,
        lead=lead,
        question=question,
        framework=programme,
    )
    if as_json:
        print_json({what.value: prototype_id, "file": path})
        return
    print(f"Wrote {path}. Open it to say more; then run: python -m evaluation check")
