"""`answer`: say what is known of a learning question, or list where the questions stand."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt, print_released
from evaluation.model.learning import AnswerState
from evaluation.programme import QuestionLine, carry, prototype_page
from evaluation.programme import answer as keep


def answer(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype. Alone, it lists where its questions stand.")],
    question: Annotated[str, typer.Argument(help="Id of the question.")] = "",
    text: Annotated[str, typer.Argument(help="What do you know now? One or two sentences are enough.")] = "",
    state: Annotated[AnswerState, typer.Option(help="Where it stands now.")] = AnswerState.ANSWERED,
    cites: Annotated[
        list[str] | None, typer.Option(help="What it rests on, as entry:12 or comparison:9f2c. May be given again.")
    ] = None,
    holds: Annotated[
        bool | None,
        typer.Option("--holds/--looks-wrong", help="Whether the step it is about holds (left out: we are unsure)."),
    ] = None,
    on: Annotated[str | None, typer.Option(help="The day it was answered (default: today).")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one answer.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Answer a question of a prototype, or list where each stands. Do not name anyone."""
    programme = opened(folder, database, name=name, role=role, as_at=as_at)
    if not question:
        page = prototype_page(programme, prototype)
        asked = page.content.questions
        print_released(carry(page, asked), as_json=as_json, lines=[line for each in asked for line in _lines(each)])
        return
    kept = keep(
        programme,
        prototype=prototype,
        question=question.removeprefix("question:"),
        state=state,
        text=text,
        cites=cites or (),
        supports=holds,
        on=day(on, "--on"),
        request_key=request_key or f"answer:{uuid.uuid4()}",
    )
    print_receipt(kept, as_json=as_json)


def _lines(question: QuestionLine) -> Iterator[str]:
    by = f", by {question.due}" if question.due else ""
    yield f"{question.text} (question:{question.id})"
    yield f"  {question.state}{by}. {sum(question.steps)} of {len(question.steps)} steps of learning are taken."
    yield from (f"  {said}" for said in (question.known, question.otherwise, question.awaits) if said)
