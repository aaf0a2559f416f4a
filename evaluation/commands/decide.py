"""`decide`: draft a decision, correct a draft, or draft what replaces a confirmed one. `confirm`: let a draft stand."""

from __future__ import annotations

import uuid
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt
from evaluation.model.decisions import Verdict
from evaluation.programme import confirm as confirm_draft
from evaluation.programme import draft_decision


def decide(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    verdict: Annotated[Verdict, typer.Argument(help="What the group decides.")],
    why: Annotated[str, typer.Argument(help="Why. Coming back next time needs no reason.")] = "",
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
    action: Annotated[
        list[str] | None,
        typer.Option("--action", "--actions", help='Who does what: "Name: what, by 2026-06-03". May be given again.'),
    ] = None,
    actions_by: Annotated[str | None, typer.Option("--by", help="By when, for those without a day.")] = None,
    look_again_on: Annotated[str | None, typer.Option(help="When the group looks again.")] = None,
    cites: Annotated[
        list[str] | None, typer.Option("--cites", help="What it rests on, as entry:12. May be given again.")
    ] = None,
    group: Annotated[str | None, typer.Option(help="Id of the group that decides (default: the plan's).")] = None,
    on: Annotated[str | None, typer.Option(help="The day of the meeting (default: today).")] = None,
    corrects: Annotated[str | None, typer.Option(help="The draft this corrects, as decision:4.")] = None,
    replaces: Annotated[str | None, typer.Option(help="The confirmed decision this replaces, as decision:4.")] = None,
    against_because: Annotated[str, typer.Option(help="Why against the agreed rule.")] = "",
    second_name: Annotated[str, typer.Option(help="A second person who agrees to that.")] = "",
    released: Annotated[str, typer.Option(help="What stopping releases.")] = "",
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one draft.")] = None,
) -> None:
    """Draft what a group decides. It stands when the group's chair confirms it; each action is a commitment then."""
    kept = draft_decision(
        opened(folder, database, name=name, role=role),
        prototype=prototype,
        verdict=verdict,
        why=why,
        actions="\n".join(action or ()),
        actions_by=day(actions_by, "--by"),
        look_again_on=day(look_again_on, "--look-again-on"),
        cites=cites or (),
        group=group,
        on=day(on, "--on"),
        corrects=corrects,
        replaces=replaces,
        against_because=against_because,
        second_name=second_name,
        released=released,
        request_key=request_key or f"decision:{uuid.uuid4()}",
    )
    print_receipt(kept, as_json=as_json)


def confirm(
    decision: Annotated[str, typer.Argument(help="The draft, as decision:4.")],
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
    on: Annotated[str | None, typer.Option(help="The day it was confirmed (default: today).")] = None,
) -> None:
    """Let a draft stand as it was written. Only the chair of the group that decides confirms."""
    programme = opened(folder, database, name=name, role=role)
    kept = confirm_draft(programme, decision=decision, request_key=f"confirm:{decision}", on=day(on, "--on"))
    print_receipt(kept, as_json=as_json)
