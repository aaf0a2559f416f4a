"""`heard`: who was heard, how many and where; and whose voice is missing."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, TrueValues, day, opened
from evaluation.commands.printing import print_receipt, print_released
from evaluation.model.learning import Voice
from evaluation.model.release import Hidden, Table
from evaluation.programme import VoicesPage, add_engagement, voices_page
from evaluation.words.around import NO_ENGAGEMENT


def heard(
    voice: Annotated[Voice | None, typer.Argument(help="Whose voice. Without it, who was heard is listed.")] = None,
    many: Annotated[int, typer.Argument(help="How many were heard.")] = 0,
    how: Annotated[str, typer.Option("--how", help="A focus group, a survey, a conversation.")] = "",
    prototype: Annotated[str | None, typer.Option(help="Id of the prototype (default: the whole programme).")] = None,
    area: Annotated[str | None, typer.Option(help="Code or name of the area.")] = None,
    said: Annotated[str, typer.Option("--said", help="What they said.")] = "",
    source: Annotated[str, typer.Option(help="Where this is from, if from a paper.")] = "",
    about: Annotated[bool, typer.Option("--about", help="The number was not counted: about so many.")] = False,
    on: Annotated[str | None, typer.Option(help="The day (default: today).")] = None,
    correct: Annotated[str | None, typer.Option("--correct", help="What this takes the place of.")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
    true_values: TrueValues = False,
) -> None:
    """Write down who was heard. Do not name anyone; do not report a concern about a child here."""
    programme = opened(folder, database, name=name, role=role, as_at=as_at, true_values=true_values)
    if voice is None:
        page = voices_page(programme, prototype)
        print_released(page, as_json=as_json, lines=list(_lines(page.content)))
        return
    kept = add_engagement(
        programme,
        voice=voice,
        heard=many,
        how=how,
        prototype=prototype,
        area=area,
        said=said,
        source=source,
        is_about=about,
        on=day(on, "--on"),
        amends=correct,
        request_key=request_key or f"engagement:{uuid.uuid4()}",
    )
    print_receipt(kept, as_json=as_json)


def _lines(page: VoicesPage) -> Iterator[str]:
    if page.is_empty:
        yield NO_ENGAGEMENT
        return
    yield from page.missing
    yield "; ".join(page.counts)
    for table in (page.places, page.families, page.workforce):
        yield from _rows(table.content)


def _rows(table: Table) -> Iterator[str]:
    """A table as lines of text; nothing of one without rows."""
    if table.rows:
        yield ""
        yield " | ".join(column.name for column in table.columns)
    for row in table.rows:
        yield " | ".join("hidden" if isinstance(cell, Hidden) else str(cell) for cell in row)
