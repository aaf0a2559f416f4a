"""`draw-lots PROTOTYPE`: which area goes first, by lot."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_released
from evaluation.programme import draw_lots as draw


def draw_lots(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    seed: Annotated[str, typer.Option(help="What nobody here can have picked: next week's lottery numbers, say.")],
    areas: Annotated[list[str] | None, typer.Argument(help="Codes of the areas (default: its test areas).")] = None,
    number: Annotated[int, typer.Option(help="How many go first.")] = 1,
    record: Annotated[bool, typer.Option("--record", help="Keep the draw for good (needs --as and --role).")] = False,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Draw which areas go first; anybody can draw the same again."""
    programme = opened(folder, database, name=name, role=role)
    drawn = draw(programme, prototype, tuple(areas or ()), number=number, seed=seed, record=record)
    kept = [f"Kept as {drawn.content.reference}."] if drawn.content.reference else []
    print_released(drawn, as_json=as_json, lines=[*drawn.content.said, *kept])
