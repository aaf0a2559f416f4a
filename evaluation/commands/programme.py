"""`programme`: what the page The programme shows, as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, opened
from evaluation.commands.printing import print_released
from evaluation.programme import Part, ProgrammePage, programme_page, roll_up_page
from evaluation.words import breakable


def programme(
    which: Annotated[str, typer.Argument(help="Which programme, where the folder holds several.")] = "",
    group: Annotated[str, typer.Option("--group", help="Only what the chair of this group answers for.")] = "",
    folder: Folder = None,
    database: Database = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Print the programme: what it is for, what is tried where, who decides, and what is missing."""
    at_hand = opened(folder, database, as_at=as_at)
    if group:
        part = roll_up_page(at_hand, group, which)
        print_released(part, as_json=as_json, lines=list(_part(part.content)))
        return
    page = programme_page(at_hand, which)
    print_released(page, as_json=as_json, lines=list(_lines(page.content)))


def _lines(page: ProgrammePage) -> Iterator[str]:
    yield page.name
    yield from (said for said in (page.about, page.now) if said)
    for heading, parts in page.parts:
        yield from ("", heading.upper())
        for part in parts:
            yield ""
            yield from _part(part) if part.tables else [f"{part.title}: nothing yet. To add: {part.next}"]


def _part(part: Part) -> Iterator[str]:
    yield breakable(f"{part.title}: {part.found}")
    yield from (f"  {breakable(said)}" for said in part.says)
    for each in part.tables:
        yield from ([f"  {each.title}:"] if each.title else [])
        names = [column.name for column in each.table.columns]
        for first, *rest in each.table.rows:
            told = (f"{name}: {str(cell).rstrip('.')}" for name, cell in zip(names[1:], rest, strict=True) if cell)
            yield breakable(f"  - {str(first).rstrip('.')}. {'; '.join(told)}")
