"""`stage`: what each stage asks for and what is missing; or move a prototype to another stage."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt, print_released
from evaluation.model.framework import StageId
from evaluation.problems import UsageError
from evaluation.programme import StagesPage, move_stage, stages_page


def stage(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    to: Annotated[str | None, typer.Option(help=f"Move it to: {', '.join(StageId)}.")] = None,
    why: Annotated[str, typer.Option(help="Why it moves; going back needs it.")] = "",
    on: Annotated[str | None, typer.Option(help="The day it moved (default: today).")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one move.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Show the stages of a prototype, or move it: the plan in the folder then says the new stage."""
    programme = opened(folder, database, name=name, role=role)
    if to is None:
        page = stages_page(programme, prototype)
        print_released(page, as_json=as_json, lines=list(_lines(page.content)))
        return
    kept = move_stage(
        programme,
        prototype=prototype,
        to=_stage(to),
        why=why,
        on=day(on, "--on"),
        request_key=request_key or f"stage:{uuid.uuid4()}",
    )
    print_receipt(kept, as_json=as_json)


def _stage(text: str) -> StageId:
    try:
        return StageId(text)
    except ValueError:
        raise UsageError(f'There is no stage "{text}". There is: {", ".join(StageId)}.') from None


def _lines(page: StagesPage) -> Iterator[str]:
    yield page.headline
    if page.unexplained:
        yield page.unexplained
    for each in page.stages:
        yield f"{each.name}{' (now)' if each.is_here else ''}"
        yield from (f"  there:   {what}" for what in each.holds)
        yield from (f"  missing: {what}" for what in each.missing)
        yield from (f"  [{'x' if line.ticked else ' '}] {line.item} {line.ticked}".rstrip() for line in each.checklist)
    yield from (f"{move.on}, {move.who}: {move.said}. {move.why}".rstrip() for move in page.moves)
