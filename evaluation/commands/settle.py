"""`settle`: settle guesses by the measure they are about."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_released
from evaluation.problems import UsageError
from evaluation.programme import guesses_page, settle_due
from evaluation.programme import settle as settle_one

_ANSWERS = {"yes": True, "no": False}


def settle(
    prediction: Annotated[
        str | None, typer.Argument(help="A guess, as prediction:12. Without: all that can be.")
    ] = None,
    came_true: Annotated[str | None, typer.Option(help="What you say, yes or no; the figures decide.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Settle guesses by the figures of their measure: by nobody's word, not even of whoever made them."""
    programme = opened(folder, database, name=name, role=role)
    if prediction is not None:
        done = settle_one(programme, prediction=prediction, said=_said(came_true))
        print_released(done, as_json=as_json, lines=[done.content.sentence])
        return
    made = {row.noun.prediction for row in settle_due(programme)}
    page = guesses_page(programme)
    lines = [
        f"{one.reference}  {one.guessed}. It was {one.level}: it {one.turned_out}."
        for one in page.content.settled
        if one.reference in made
    ]
    left = (*page.content.waiting, *page.content.void)
    lines += [f"{one.reference}  {one.guessed}. {one.waits_for}" for one in left]
    print_released(page, as_json=as_json, lines=[*lines] or ["No guess waits for its figures."])


def _said(text: str | None) -> bool | None:
    if text is None:
        return None
    if text.strip().casefold() not in _ANSWERS:
        raise UsageError(f'"{text}" after --came-true is neither yes nor no.')
    return _ANSWERS[text.strip().casefold()]
