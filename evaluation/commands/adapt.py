"""`adapt`: say what is done another way in one place, and why."""

from __future__ import annotations

import uuid
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt
from evaluation.programme import adapt as keep


def adapt(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    area: Annotated[str, typer.Argument(help="Code of the test area.")],
    what: Annotated[str, typer.Argument(help="What is done another way there?")],
    why: Annotated[str, typer.Option(help="Why is it done another way?")] = "",
    on: Annotated[str | None, typer.Option(help="Since which day (default: today).")] = None,
    amends: Annotated[str | None, typer.Option(help="The one this corrects (adaptation:12).")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Keep what is done another way in one test area. Do not name anyone."""
    kept = keep(
        opened(folder, database, name=name, role=role),
        prototype=prototype,
        area=area,
        what=what,
        why=why,
        on=day(on, "--on"),
        amends=amends,
        request_key=request_key or f"adaptation:{uuid.uuid4()}",
    )
    print_receipt(kept, as_json=as_json)
