"""For a notebook: open a programme folder, compare, and see a good table; no app, no database.

>>> from evaluation import open_folder
>>> work = open_folder("../our-programme")            # doctest: +SKIP
>>> work.compare("one-team", "reviews-on-time")       # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from os import PathLike
from pathlib import Path
from typing import Any, Final

from evaluation import statistics
from evaluation.model.comparisons import Comparison
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.model.results import Estimate, Refusal
from evaluation.model.together import Pooled
from evaluation.programme.results.exploring import Explored, explore, explored_comparison
from evaluation.statistics import Panel
from evaluation.statistics.pooling import pool
from evaluation.words import (
    caution,
    check_lines,
    headline,
    method_lines,
    sentence,
    strength,
    telling,
    why,
)

Rows = Sequence[tuple[str, ...]]
# Quiet lines between rows, text at the left; colours are the notebook's own, so that dark ones stay legible.
STYLE: Final = "text-align:left;padding:0.2em 1em 0.2em 0;vertical-align:top;border-bottom:1px solid #8885"
ILLUSTRATIVE: Final = "Illustrative: the figures are invented."


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison that shows itself: in Jupyter as tables, in print as lines.

    `comparison` holds the numbers; `areas` names for area codes.
    """

    title: str
    comparison: Comparison
    measure: Measure
    illustrative: bool = False
    areas: Mapping[str, str] = field(default_factory=dict)

    @property
    def outcome(self) -> Estimate | Refusal:
        """The estimate, or why there is none."""
        return self.comparison.outcome

    def frame(self) -> Any:
        """Every period as a pandas frame: seen, expected, likely range, comparison areas; empty for a Refusal."""
        import pandas as pd  # noqa: PLC0415 - only who asks for a frame waits for pandas

        points = self.outcome.series if isinstance(self.outcome, Estimate) else ()
        columns = ("period", "observed", "expected", "low", "high", "comparison", "numerator", "denominator")
        return pd.DataFrame([[getattr(point, name) for name in columns] for point in points], columns=list(columns))

    def __str__(self) -> str:
        """The same as lines of text."""
        told = [self.title, *([ILLUSTRATIVE] if self.illustrative else []), *self._sentences()]
        tables = (": ".join(row) for rows in (self._facts(), self._checks(), self._method()) for row in rows)
        return "\n".join([*told, *tables])

    def _repr_html_(self) -> str:
        stamp = f"<p><b>{ILLUSTRATIVE}</b></p>" if self.illustrative else ""
        told = "".join(f"<p>{escape(line)}</p>" for line in self._sentences())
        shown = "".join(map(_table, (self._facts(), self._checks())))
        method = f"<details><summary>Method</summary>{_table(self._method())}</details>"
        found = f"<h4>{escape(self.title)}</h4><p><b>{escape(headline(self.comparison, self.measure))}</b></p>"
        return f"<div>{found}{stamp}{told}{shown}{method}</div>"

    def _sentences(self) -> list[str]:
        needed = [f"What would be needed: {self.outcome.need}"] if isinstance(self.outcome, Refusal) else []
        return [sentence(self.comparison, self.measure, areas=self.areas), *needed]

    def _facts(self) -> Rows:
        outcome = self.outcome
        if isinstance(outcome, Refusal):
            return ()
        told = telling(self.measure, outcome.effect.unit)
        effect = outcome.effect
        return (
            ("Difference", told.about(effect.value)),
            ("Likely range", told.range(effect.low, effect.high)),
            ("Strength of the evidence", f"{strength(self.comparison.grade)}. {why(self.comparison)}"),
            ("Areas", f"{len(outcome.test_areas)} test, {len(outcome.comparison_areas)} to compare with"),
            *(("Keep in mind", caution(each)) for each in self.comparison.cautions),
        )

    def _checks(self) -> Rows:
        lines = check_lines(self.comparison, self.measure, self.areas)
        return tuple((line.question, line.state, line.found) for line in lines)

    def _method(self) -> Rows:
        return method_lines(self.comparison)


@dataclass(frozen=True, slots=True)
class Folder:
    """An opened programme folder; `problems` says what in it could not be read."""

    explored: Explored

    @property
    def prototypes(self) -> tuple[str, ...]:
        """Ids of the prototypes."""
        return tuple(plan.id for plan in self.explored.declarations.prototypes)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with plans and files, with file and line or row."""
        return tuple(map(str, self.explored.problems))

    def measures(self, prototype: str) -> tuple[str, ...]:
        """Ids of the measures of a prototype."""
        return tuple(used.measure for used in self.explored.declarations.prototype(prototype).measures)

    def compare(self, prototype: str, measure: str | None = None) -> Shown:
        """The comparison the plan declares, of one measure (by default its first). Raises UsageError."""
        chosen = measure or next(iter(self.measures(prototype)), "")
        comparison, plan, used = explored_comparison(self.explored, prototype, chosen)
        framework = self.explored.declarations.framework(plan.framework)
        names = {area.code: area.name for area in framework.areas}
        return Shown(f"{plan.name}: {used.name}", comparison, used, framework.illustrative, names)

    def pool(self, measure: str) -> Pooled | Refusal:
        """The average effect over all prototypes that have this measure, and where the next one's may lie."""
        plans = [name for name in self.prototypes if measure in self.measures(name)]
        outcomes = [self.compare(name, measure).outcome for name in plans]
        return pool([outcome for outcome in outcomes if isinstance(outcome, Estimate)])

    def _repr_html_(self) -> str:
        rows = [
            (plan.name, plan.id, ", ".join(self.measures(plan.id))) for plan in self.explored.declarations.prototypes
        ]
        return _table([("Prototype", "Id", "Measures"), *rows])


def open_folder(folder: str | PathLike[str], files: Iterable[str | PathLike[str]] | None = None) -> Folder:
    """Open a programme folder, with the figures below its `data` or those in `files`."""
    return Folder(explore(Path(folder), None if files is None else [Path(file) for file in files]))


def compare(panel: Panel, **settings: Any) -> Shown:
    """Compare a panel of your own, as `evaluation.statistics.compare` does, and show what was found."""
    comparison = statistics.compare(panel, **settings)
    return Shown("Comparison", comparison, _any_measure(panel.scale))


def _any_measure(scale: Scale) -> Measure:
    """A measure that says no more than its scale, for panels without a plan."""
    return Measure(
        id="measure",
        name="The measure",
        kind=MeasureKind.OUTCOME,
        outcomes=(),
        stream="",
        scale=scale,
        polarity=Polarity.NEITHER,
        periods=PeriodKind.MONTH,
        counted="people counted",
        that="are in the numerator",
    )


def _table(rows: Rows) -> str:
    if not rows:
        return ""
    lines = ("".join(f'<td style="{STYLE}">{escape(cell)}</td>' for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
