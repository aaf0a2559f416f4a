"""`examine PROTOTYPE`: what could this plan find, asked before it starts."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_released
from evaluation.model.choice import Suggested
from evaluation.programme import BalanceLine, ExaminationPage, SuggestionPage, suggest_comparison
from evaluation.programme import examine as examine_plan


def examine(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    measure: Annotated[str | None, typer.Option(help="Id of the measure (default: all it is judged by).")] = None,
    effect: Annotated[
        list[float] | None, typer.Option(help="An effect to ask about, in the measure's unit (0.05 is 5 in 100).")
    ] = None,
    reach: Annotated[float, typer.Option(help="Share of the area's people the prototype reaches (0.4).")] = 1.0,
    periods: Annotated[int | None, typer.Option(help="Periods after the start (default: those of the plan).")] = None,
    suggest: Annotated[
        int | None, typer.Option("--suggest-comparison", help="Name so many areas to compare with instead.")
    ] = None,
    freeze: Annotated[
        bool, typer.Option("--freeze", help="Keep these areas for good (needs --as and --role).")
    ] = False,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Say the smallest change this plan could spot, by when, and what to ask first."""
    programme = opened(folder, database, name=name, role=role, as_at=as_at)
    if suggest is not None:
        suggested = suggest_comparison(programme, prototype, measure, number=suggest, freeze=freeze)
        print_released(suggested, as_json=as_json, lines=_suggested(suggested.content))
        return
    page = examine_plan(programme, prototype, measure, effects=tuple(effect or ()), reach=reach, periods_after=periods)
    print_released(page, as_json=as_json, lines=_lines(page.content))


def _lines(page: ExaminationPage) -> list[str]:
    lines = [page.prototype_name]
    for each in page.measures:
        lines += ["", f"{each.measure_name}:", *each.said]
    return [*lines, "", "Before you start, ask:", *(f"- {ask}" for ask in page.asks)]


def _suggested(page: SuggestionPage) -> list[str]:
    areas = (_area(one, name) for one, name in zip(page.areas, page.names, strict=True))
    title = f"{page.prototype_name}: areas that stood and moved most like the test areas ({page.measure_name})"
    kept = [f"Kept as {page.reference}."] if page.reference else []
    return [title, *areas, *map(_balance, page.balance), *kept]


def _area(one: Suggested, name: str) -> str:
    return f"{one.area} {name}: distance {one.distance:.2f} (level {_signed(one.level)}, trend {_signed(one.trend)})"


def _balance(row: BalanceLine) -> str:
    before, after = _signed(row.apart_before), _signed(row.apart_after)
    return f"{row.characteristic}: apart {before} from all others, {after} from these"


def _signed(value: float) -> str:
    """With its sign, and none for nothing."""
    return f"{round(value, 2) + 0.0:+.2f}"
