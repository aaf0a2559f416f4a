"""`story`: write down what somebody told and agreed to, or what others who know say of it."""

from __future__ import annotations

import uuid
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt
from evaluation.model.learning import Visible, Voice
from evaluation.model.stories import StoryKind
from evaluation.problems import Problem, UsageError
from evaluation.programme import bear_out, tell_story


def story(
    prototype: Annotated[str | None, typer.Argument(help="Id of the prototype.")] = None,
    told: Annotated[str, typer.Argument(help="What was told.")] = "",
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
    voice: Annotated[Voice | None, typer.Option(help="Whose voice it is.")] = None,
    agreed: Annotated[bool, typer.Option("--agreed", help="The person agreed that it is kept.")] = False,
    kind: Annotated[StoryKind, typer.Option(help="How it was asked for.")] = StoryKind.STORY,
    contributed: Annotated[str, typer.Option(help="How the prototype had a part in it (outcome harvest).")] = "",
    matters: Annotated[str, typer.Option(help="Why it matters most (most significant change).")] = "",
    recorded_by: Annotated[str, typer.Option(help="Who wrote it down (default: you).")] = "",
    about: Annotated[str | None, typer.Option(help="question:ID or link:ID.")] = None,
    area: Annotated[str | None, typer.Option(help="Where: the area's code or name.")] = None,
    success: Annotated[str | None, typer.Option(help="Id of the success statement it speaks to.")] = None,
    visible: Annotated[Visible, typer.Option(help="Who may see it.")] = Visible.GROUP,
    on: Annotated[str | None, typer.Option(help="The day it was told (default: today).")] = None,
    bears_out: Annotated[str | None, typer.Option("--bear-out", help="A story, as story:3, that others know.")] = None,
    who: Annotated[str, typer.Option(help="With --bear-out: whose word it is, a role.")] = "",
    says: Annotated[str, typer.Option(help="With --bear-out: what they say.")] = "",
    confirms: Annotated[bool, typer.Option("--so/--not-so", help="With --bear-out: whether it is so.")] = True,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one.")] = None,
) -> None:
    """Keep a story. Do not name anyone; do not report a concern about a child here."""
    programme = opened(folder, database, name=name, role=role)
    key = request_key or f"story:{uuid.uuid4()}"
    if bears_out:
        kept = bear_out(
            programme, story=bears_out, confirms=confirms, who=who, said=says, on=day(on, "--on"), request_key=key
        )
    else:
        kept = tell_story(
            programme,
            prototype=prototype or "",
            told=told,
            voice=_given(voice),
            agreed=agreed,
            kind=kind,
            contributed=contributed,
            matters=matters,
            recorded_by=recorded_by,
            about=about,
            area=area,
            success=success,
            visible=visible,
            on=day(on, "--on"),
            request_key=key,
        )
    print_receipt(kept, as_json=as_json)


def _given(voice: Voice | None) -> Voice:
    """Whose voice it is. Raises UsageError where nobody said."""
    if voice is None:
        there = ", ".join(each.value for each in Voice)
        problem = Problem("empty-note", "It does not say whose voice it is.", f"Give --voice: {there}.")
        raise UsageError("Whose voice is it?", [problem])
    return voice
