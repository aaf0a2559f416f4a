"""`compare PROTOTYPE [MEASURE]`: test areas beside comparison areas."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, opened
from evaluation.commands.printing import print_released
from evaluation.model.prototype import PrototypeMeasure
from evaluation.problems import UsageError
from evaluation.programme import ResultPage, results_page
from evaluation.programme import compare as make_comparison


def compare(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    measure: Annotated[str | None, typer.Argument(help="Id of the measure (default: the one it is judged by).")] = None,
    folder: Folder = None,
    database: Database = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Say what the comparison found, how sure we can be, and what was checked."""
    programme = opened(folder, database, as_at=as_at)
    chosen = measure or _first_measure(programme.prototype(prototype).measures)
    if as_json:
        print_released(make_comparison(programme, prototype, chosen), as_json=True, lines=[])
        return
    shown = results_page(programme, prototype, chosen)
    print_released(shown, as_json=False, lines=_lines(shown.content))


def _first_measure(measures: tuple[PrototypeMeasure, ...]) -> str:
    if not measures:
        raise UsageError("This plan names no measure yet, so there is nothing to compare.")
    return measures[0].measure


def _lines(page: ResultPage) -> list[str]:
    return [
        f"{page.prototype_name}: {page.measure_name} ({page.reference})",
        page.sentence,
        *([f"Needed: {page.need}."] if page.need else []),
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
