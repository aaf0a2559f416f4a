"""`commit`: who does what by when; that it is done, or has changed; and what is outstanding."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt, print_released
from evaluation.programme import (
    CommitmentLine,
    commitments_page,
    correct_commitment,
    finish_commitment,
)
from evaluation.programme import commit as keep
from evaluation.words.around import NO_COMMITMENTS


def commit(
    what: Annotated[str, typer.Argument(help="What will be done. Without it, what is outstanding is listed.")] = "",
    owner: Annotated[str, typer.Option("--owner", help="Who does it.")] = "",
    due: Annotated[str | None, typer.Option("--due", help="By when (2026-06-03).")] = None,
    prototype: Annotated[str | None, typer.Option(help="Id of the prototype it is for.")] = None,
    group: Annotated[str | None, typer.Option(help="Id of the group whose action it is.")] = None,
    decision: Annotated[str | None, typer.Option(help="The decision it is an action of, as decision:4.")] = None,
    on: Annotated[str | None, typer.Option(help="The day it was said, or done (default: today).")] = None,
    done: Annotated[str | None, typer.Option("--done", help="What is done, as commitment:3.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="With --done: it is not done after all.")] = False,
    correct: Annotated[str | None, typer.Option("--correct", help="What has changed, as commitment:3.")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Write down who does what by when. Do not name a family; do not report a concern about a child here."""
    programme = opened(folder, database, name=name, role=role, as_at=as_at)
    key = request_key or f"commitment:{uuid.uuid4()}"
    if done:
        kept = finish_commitment(programme, commitment=done, on=day(on, "--on"), is_done=not undo, request_key=key)
    elif correct:
        kept = correct_commitment(
            programme, commitment=correct, what=what, owner=owner, due=day(due, "--due"), request_key=key
        )
    elif what:
        kept = keep(
            programme,
            what=what,
            owner=owner,
            due=day(due, "--due"),
            prototype=prototype,
            group=group,
            decision=decision,
            on=day(on, "--on"),
            request_key=key,
        )
    else:
        page = commitments_page(programme, group=group, prototype=prototype)
        said = [page.content.headline or NO_COMMITMENTS, *map(_line, page.content.lines)]
        print_released(page, as_json=as_json, lines=said)
        return
    print_receipt(kept, as_json=as_json)


def _line(line: CommitmentLine) -> str:
    return "; ".join(_parts(line))


def _parts(line: CommitmentLine) -> Iterator[str]:
    yield f"{line.reference} {line.state}: {line.what} ({line.owner}, by {line.due})"
    if line.of:
        yield line.of
    if line.done:
        yield f"done on {line.done}"
