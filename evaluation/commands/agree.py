"""`agree`: a sponsor agrees a plan, or takes that back; why it was changed; what was agreed, and changed since."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt, print_released
from evaluation.problems import UsageError
from evaluation.programme import AgreedPage, agree_plan, agreed_page, change_plan, take_back_agreement


def agree(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    change: Annotated[bool, typer.Option("--change", help="Give the reason for a change since (--why).")] = False,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="It was agreed by mistake: take that back (--why), before figures come.")
    ] = False,
    why: Annotated[str, typer.Option(help="The reason for the change, or for taking it back.")] = "",
    show: Annotated[bool, typer.Option("--show", help="Only show what was agreed and changed.")] = False,
    on: Annotated[str | None, typer.Option(help="The day it was agreed or changed (default: today).")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Agree a plan as it stands, as its sponsor: from then on every change has a number and a reason."""
    programme = opened(folder, database, name=name, role=role)
    if show:
        page = agreed_page(programme, prototype)
        print_released(page, as_json=as_json, lines=_lines(page.content))
        return
    if change and take_back:
        raise UsageError("A plan is changed or its agreement taken back: leave out --change or --take-back.")
    if why and not (change or take_back):
        raise UsageError("A reason belongs to a change: add --change, or --take-back.")
    when = day(on, "--on")
    if change:
        kept = change_plan(programme, prototype=prototype, why=why, on=when)
    elif take_back:
        kept = take_back_agreement(programme, prototype=prototype, because=why, on=when)
    else:
        kept = agree_plan(programme, prototype=prototype, on=when)
    print_receipt(kept, as_json=as_json)


def _lines(page: AgreedPage) -> list[str]:
    return [
        page.headline,
        *([f"On paper: {page.on_paper}"] if page.on_paper else []),
        *page.taken_back,
        *(f"{one.name}, {one.on}, {one.who}. {'; '.join(one.changed)} {one.why}".rstrip() for one in page.versions),
        *(f"Nobody has said why: {one}." for one in page.unexplained),
        *(f"Another way in {one.where} since {one.on}: {one.what} Because: {one.why}" for one in page.adaptations),
    ]
