"""`tick`: say that something on a list is done, or take that back."""

from __future__ import annotations

import uuid
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt
from evaluation.model.agreeing import Listed
from evaluation.problems import UsageError
from evaluation.programme import tick as keep


def tick(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    item: Annotated[str, typer.Argument(help='readiness:ID, or stage:"a line of the checklist".')],
    undo: Annotated[bool, typer.Option("--undo", help="It is not done after all.")] = False,
    on: Annotated[str | None, typer.Option(help="The day it was done (default: today).")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one tick.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Tick something off a prototype's readiness list, or off the checklist of its stages."""
    listed, named = _listed(item)
    kept = keep(
        opened(folder, database, name=name, role=role),
        prototype=prototype,
        listed=listed,
        item=named,
        is_done=not undo,
        on=day(on, "--on"),
        request_key=request_key or f"tick:{uuid.uuid4()}",
    )
    print_receipt(kept, as_json=as_json)


def _listed(item: str) -> tuple[Listed, str]:
    """Which list, and what on it. Raises UsageError."""
    listed, _, named = item.partition(":")
    try:
        return Listed(listed), named.strip()
    except ValueError:
        lists = " or ".join(f"{each.value}:..." for each in Listed)
        raise UsageError(f'"{item}" is on no list. Write {lists}.') from None
