"""`compare PROTOTYPE [MEASURE]`: test areas beside comparison areas."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, TrueValues, opened
from evaluation.commands.printing import print_json, print_released
from evaluation.model.design import PrototypeMeasure
from evaluation.model.release import Cell
from evaluation.problems import UsageError
from evaluation.programme import PlanBeside, ResultPage, plan_beside, results_page
from evaluation.programme import compare as make_comparison


def compare(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    measure: Annotated[str | None, typer.Argument(help="Id of the measure (default: the one it is judged by).")] = None,
    folder: Folder = None,
    database: Database = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
    true_values: TrueValues = False,
) -> None:
    """Say what the comparison found, how sure we can be, and what was checked."""
    programme = opened(folder, database, as_at=as_at, true_values=true_values)
    chosen = measure or _first_measure(programme.prototype(prototype).measures)
    plan = plan_beside(programme, prototype, chosen).content
    if as_json:
        found = make_comparison(programme, prototype, chosen)
        print_json({"stamps": found.stamps, "content": found.content, "plan": plan})
        return
    shown = results_page(programme, prototype, chosen)
    print_released(shown, as_json=False, lines=[*_lines(shown.content), *_about_the_plan(plan)])


def _first_measure(measures: tuple[PrototypeMeasure, ...]) -> str:
    if not measures:
        raise UsageError("This plan names no measure yet, so there is nothing to compare.")
    return measures[0].measure


def _lines(page: ResultPage) -> list[str]:
    return [
        f"{page.prototype_name}: {page.measure_name} ({page.reference})",
        page.sentence,
        *([f"Needed: {page.need}."] if page.need else []),
        *_relative(page),
        *(
            [f"Strength of the evidence: {page.strength}. {' '.join((page.why, *page.weakened))}".strip()]
            if page.pictures
            else []
        ),
        *(f"Note: {line}" for line in page.cautions),
        *(f"{line.question} {line.state}: {line.found}" for line in page.checks),
        *(f"{what}: {said}" for what, said in page.method),
        *(f"Another fair way, {name}: {said}" for name, _, said in page.specifications),
        *page.sources,
    ]


def _about_the_plan(plan: PlanBeside) -> list[str]:
    """How the plan was changed since it was agreed, what is found under the other version, and what places changed."""
    others = (f"Under {one.version}: {one.sentence} Strength: {one.strength}. {one.rule}" for one in plan.others)
    adapted = (f"Another way in {one.where} since {one.on}: {one.what} Because: {one.why}" for one in plan.adaptations)
    return [*plan.said, *others, *adapted]


def _relative(page: ResultPage) -> list[str]:
    """The test areas beside the others, one line a period, where that is all there is."""
    if page.instead is None or page.instead.relative is None:
        return []
    table = page.instead.relative.content
    return [f"Beside the areas it would be compared with, {table.source}:", *map(_beside, table.rows)]


def _beside(row: tuple[Cell, ...]) -> str:
    period, ours, others, apart, counted = row
    levels = f"{_level(ours)}, the others {_level(others)}, difference {_level(apart)}"
    return f"  {period}: {levels} ({counted} others)"


def _level(cell: Cell) -> str:
    return f"{cell:.1f}" if isinstance(cell, float) else "not known"
