"""`digest`: what we learnt, what surprised us, what changed and what we do not know yet, as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, day, opened
from evaluation.commands.printing import print_released
from evaluation.programme import DigestLine, digest_page
from evaluation.words import digest as said


def digest(
    prototype: Annotated[str | None, typer.Argument(help="One prototype; all where left out.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="The first day, 2026-03-31.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The last day; today where left out.")] = None,
    since_last_meeting: Annotated[
        bool, typer.Option("--since-last-meeting", help="From the day a group last decided something.")
    ] = False,
    folder: Folder = None,
    database: Database = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Print what we learnt, what surprised us, what changed, and what we do not know yet."""
    programme = opened(folder, database, as_at=as_at)
    released = digest_page(
        programme,
        first=day(first, "--from"),
        last=day(last, "--to"),
        since_last_meeting=since_last_meeting,
        prototype=prototype,
    )
    page = released.content
    parts = (
        (said.LEARNT, page.learnt, said.NOTHING_LEARNT),
        (said.SURPRISED, page.surprised, said.NOTHING_SURPRISING),
        (said.CHANGED, page.changed, said.NOTHING_CHANGED),
        (said.UNKNOWN, page.unknown, said.NOTHING_UNKNOWN),
    )
    lines = [page.when, page.sentence]
    for heading, part, nothing in parts:
        lines += ["", heading, *(_lines(part) or [nothing])]
    print_released(released, as_json=as_json, lines=lines)


def _lines(part: Sequence[DigestLine]) -> list[str]:
    return [f"- {line.name}: {line.said}{f' {line.beside}' if line.beside else ''}" for line in part]
