"""`guess`: say beforehand what a measure will say; without a guess, list those there are and how they turned out."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_json, print_receipt, print_released
from evaluation.model.predictions import Likelihood
from evaluation.problems import Problem, UsageError
from evaluation.programme import (
    GuessLine,
    Programme,
    TurnedOut,
    guesses_page,
    how_guesses_turned_out,
    how_mine_turned_out,
)
from evaluation.programme import guess as keep

_WORDS = ", ".join(word.value for word in Likelihood)


def guess(
    prototype: Annotated[str | None, typer.Argument(help="Id of the prototype. Without a measure: list.")] = None,
    measure: Annotated[str | None, typer.Argument(help="Id of a measure of its plan.")] = None,
    period: Annotated[str | None, typer.Argument(help="A period that has not begun, as 2027-01.")] = None,
    likelihood: Annotated[str | None, typer.Argument(help=f"How likely: {_WORDS}.")] = None,
    at_least: Annotated[str | None, typer.Option(help="The level that will be reached: 0.75, or 75%.")] = None,
    at_most: Annotated[str | None, typer.Option(help="The level that will be kept to.")] = None,
    low: Annotated[str | None, typer.Option(help="The lowest you expect (for evaluators).")] = None,
    high: Annotated[str | None, typer.Option(help="The highest you expect (for evaluators).")] = None,
    why: Annotated[str, typer.Option(help="Why you think so.")] = "",
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one guess.")] = None,
) -> None:
    """Guess beforehand, before the period begins; a later guess about the same replaces yours until then."""
    programme = opened(folder, database, name=name, role=role, as_at=as_at)
    if measure is None:
        _print_all(programme, prototype, as_json=as_json)
        return
    if prototype is None or period is None or likelihood is None:
        raise UsageError("Say the prototype, the measure, the period and how likely it is.")
    kept = keep(
        programme,
        prototype=prototype,
        measure=measure,
        when=period,
        likelihood=_likelihood(likelihood),
        at_least=_level(at_least),
        at_most=_level(at_most),
        low=_level(low),
        high=_level(high),
        why=why,
        request_key=request_key or f"guess:{uuid.uuid4()}",
    )
    print_receipt(kept, as_json=as_json)


def _likelihood(text: str) -> Likelihood:
    """One of the five words, however its parts are joined."""
    try:
        return Likelihood(text.strip().replace("-", "_").replace(" ", "_").casefold())
    except ValueError:
        problem = Problem("not-a-choice", f'"{text}" is none of the five words.', f"Write one of: {_WORDS}.")
        raise UsageError("How likely is it?", [problem]) from None


def _level(text: str | None) -> float | None:
    """`0.75`, or `75%`."""
    if text is None:
        return None
    try:
        return float(text.rstrip("% ")) / (100 if text.strip().endswith("%") else 1)
    except ValueError:
        problem = Problem("bad-number", f'"{text}" is no level.', "Write 0.75, or 75%, or 12 for days.")
        raise UsageError("A level is a number.", [problem]) from None


def _print_all(programme: Programme, prototype: str | None, *, as_json: bool) -> None:
    """The guesses, how they turned out together, and how those of the person who asks did."""
    page, together = guesses_page(programme, prototype), how_guesses_turned_out(programme)
    mine = how_mine_turned_out(programme) if programme.actor else None
    if as_json:
        own = mine.content if mine else None
        print_json({"stamps": page.stamps, "guesses": page.content, "together": together.content, "mine": own})
        return
    every = (*page.content.waiting, *page.content.settled, *page.content.void)
    lines = [*(_line(each) for each in every), *filter(None, [page.content.kept_back])]
    lines = lines or ["No guesses yet. `guess PROTOTYPE MEASURE PERIOD LIKELY` makes one."]
    lines += ["", *_turned_out(together.content)]
    lines += ["", *_turned_out(mine.content)] if mine else []
    print_released(page, as_json=False, lines=lines)


def _line(one: GuessLine) -> str:
    what = f"{one.reference}  {one.guessed}: {one.likelihood}"
    return f"{what}. {one.waits_for}" if one.waits_for else f"{what}. It was {one.level}: it {one.turned_out}."


def _turned_out(found: TurnedOut) -> Iterator[str]:
    yield found.score
    yield from (f"  {word} ({chance}): {came_true}" for word, chance, came_true in found.words)
    if found.within:
        yield found.within
