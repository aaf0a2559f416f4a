"""Write the figures of the illustrative programme: seeded, so that the same seed writes the same bytes.

What is true in them is declared in `illustrative_county`. No seed was looked for:
the first one is the one that ships.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from evaluation.model.framework import Framework
from evaluation.model.places import Period
from evaluation.problems import UsageError
from evaluation.programme.declared import read_declarations
from evaluation.programme.illustrating.illustrative_county import EFFECTS, GAPS, HIDDEN, HIDDEN_BELOW
from evaluation.programme.illustrating.illustrative_figures import Figures, draw

SEED: Final = 20260401
FOLDER: Final = Path("data", "illustrative")
COUNTS: Final = ("measure", "area", "period", "numerator", "denominator", "symbol", "group")
AVERAGES: Final = ("measure", "area", "period", "value", "symbol")
README: Final = """ILLUSTRATIVE FIGURES

Fallowshire is invented, and so is every figure in this folder. No child was counted.
The CSV files are written by

    python -m evaluation illustrate

which writes the same figures every time. What is true in them, and how they were made,
stands in evaluation/programme/illustrating/illustrative_county.py. The notes and decisions that an
illustrative programme starts with are in illustrative-notes.toml.

Signs in the column symbol: c means hidden by the source, because fewer than 5 were
counted; . means missing; x means not available. None of them means zero.
"""

_Row = tuple[str, ...]


def illustrate(folder: Path, *, seed: int = SEED) -> tuple[Path, ...]:
    """Write the figures of the illustrative programme in `folder` to its data/illustrative. Returns the files.

    Raises UsageError where the programme is not marked illustrative or lacks a
    prototype that has an effect: figures are never made up for a real programme.
    """
    declared = read_declarations(folder)
    framework = next((each for each in declared.frameworks if each.illustrative), None)
    prototypes = {prototype.id: prototype for prototype in declared.prototypes}
    if framework is None:
        raise UsageError("We make up figures only for a programme that is marked illustrative.", declared.errors)
    if missing := sorted({effect.prototype for effect in EFFECTS} - set(prototypes)):
        raise UsageError(f"These prototypes are not here: {', '.join(missing)}.", declared.errors)
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    texts = _files(framework, draw(framework, prototypes, seed)) | {"README.txt": README}
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(target / name for name in texts)


def _files(framework: Framework, drawn: dict[tuple[str, str], Figures]) -> dict[str, str]:
    """The text of each file by its name: one a stream, and one more where it sends averages."""
    rows: dict[str, list[_Row]] = {}
    for (measure, group), figures in sorted(drawn.items()):
        averages = figures.out_of is None
        name = f"illustrative-{framework.measure(measure).stream}{'-averages' if averages else ''}.csv"
        rows.setdefault(name, [AVERAGES if averages else COUNTS]).extend(_rows(measure, group, figures))
    return {name: _text(table) for name, table in rows.items()}


def _text(rows: list[_Row]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _rows(measure: str, group: str, figures: Figures) -> Iterator[_Row]:
    """One row a figure; where there is none, its sign stands in its place."""
    for row, area in enumerate(figures.areas):
        for column, period in enumerate(figures.periods):
            key = (measure, area, period.notation)
            gap = _gap(measure, area, period)
            counted = figures.counted[row, column]
            if figures.out_of is None:
                yield (*key, *(("", gap) if gap else (f"{counted:.1f}", "")))
            elif sign := gap or (HIDDEN if counted < HIDDEN_BELOW else ""):
                yield (*key, "", "", sign, group)
            else:
                yield (*key, f"{counted:.0f}", f"{figures.out_of[row, column]:.0f}", "", group)


def _gap(measure: str, area: str, period: Period) -> str:
    """The sign of a figure that never came, or nothing."""
    found = (
        gap.symbol
        for gap in GAPS
        if gap.measure == measure and gap.area in ("", area) and gap.first <= period.notation <= gap.last
    )
    return next(found, "")
