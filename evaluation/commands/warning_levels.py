"""`warnings`, and `acknowledge`: figures that cross a level that was agreed on, and what is being done."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt, print_released
from evaluation.programme import WarningLine, warnings_page
from evaluation.programme import acknowledge as keep


def warnings(folder: Folder = None, database: Database = None, as_at: AsAt = None, as_json: AsJson = False) -> None:
    """List the warnings that stand: what crossed where, since when, the agreed response, its owner and by when."""
    page = warnings_page(opened(folder, database, as_at=as_at))
    lines = [page.content.headline or "No warning stands."]
    for one in page.content.lines:
        lines += ["", *_lines(one)]
    lines += ["", *page.content.cleared] if page.content.cleared else []
    print_released(page, as_json=as_json, lines=lines)


def acknowledge(
    warning: Annotated[str, typer.Argument(help="The figure that crossed, as `warnings` lists it.")],
    doing: Annotated[str, typer.Argument(help="What is being done? One sentence is enough.")],
    level: Annotated[str | None, typer.Option(help="Which level, where the figure crosses several.")] = None,
    on: Annotated[str | None, typer.Option(help="The day it was agreed (default: today).")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one answer.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Say what is being done about a warning. Do not name anyone; do not report a concern about a child here."""
    programme = opened(folder, database, name=name, role=role)
    key = request_key or f"acknowledgement:{uuid.uuid4()}"
    kept = keep(programme, warning=warning, doing=doing, level=level, on=day(on, "--on"), request_key=key)
    print_receipt(kept, as_json=as_json)


def _lines(one: WarningLine) -> Iterator[str]:
    yield f"{one.measure}, {one.area}: {one.latest}; {one.threshold}, since {one.since}: {one.state}"
    yield f"  Agreed: {one.response} {one.owner}, by {one.answer_due}."
    yield f"  {one.who}: {one.doing}" if one.doing else f'  To answer: acknowledge {one.reference} "..."'
