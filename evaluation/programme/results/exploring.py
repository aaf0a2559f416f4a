"""A programme folder without a database: its plans, files of figures, and the comparisons they give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation import measures, places, statistics
from evaluation.assemble import assemble, compare_settings, on_base
from evaluation.declare import Declarations
from evaluation.disclosure import profile_of, protect_comparison
from evaluation.measures import Key
from evaluation.model.comparisons import Comparison
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal
from evaluation.problems import DeclarationError, Problem
from evaluation.programme.by_name import by_name
from evaluation.programme.declared import read_declarations

KINDS: Final = frozenset({".csv", ".xlsx"})


@dataclass(frozen=True, slots=True)
class Explored:
    """Plans and figures as read; nothing is stored. `problems` are those of the plans and of the files."""

    declarations: Declarations
    figures: tuple[Observation, ...]
    problems: tuple[Problem, ...]


def explore(folder: Path, files: Iterable[Path] | None = None) -> Explored:
    """The plans in `folder` and the figures in `files` (by default every file below its `data`).

    Where two files give one figure the later one counts, as a revision would.
    Raises DeclarationError where no framework can be read.
    """
    declarations = read_declarations(folder)
    if not declarations.frameworks:
        raise DeclarationError(f"No framework in {folder} can be read.", declarations.problems)
    framework = declarations.together
    declared = frozenset(area.code for area in framework.areas) or None
    latest: dict[Key, Observation] = {}
    problems = list(declarations.problems)
    for path in _found(folder) if files is None else files:
        reading = measures.read_file(
            path.name, path.read_bytes(), framework, areas=declared, gazetteer=places.known(framework.areas)
        )
        latest |= {observation.key: observation for observation in reading.observations}
        problems += reading.problems
    return Explored(declarations, tuple(latest.values()), tuple(problems))


def explored_comparison(explored: Explored, prototype: str, measure: str) -> tuple[Comparison, Prototype, Measure]:
    """The comparison a plan declares, small numbers protected, with the plan and the measure. Raises UsageError."""
    plan = by_name("prototype", prototype, {each.id: each for each in explored.declarations.prototypes})
    framework = explored.declarations.framework(plan.framework)
    used = by_name("measure", measure, {each.id: each for each in framework.measures})
    panel = assemble(explored.figures, plan, used, framework, gazetteer=places.known(framework.areas))
    made = (
        Comparison(panel) if isinstance(panel, Refusal) else statistics.compare(panel, **compare_settings(plan, used))
    )
    protected, _ = protect_comparison(on_base(made, used), profile_of(framework))
    return protected, plan, used


def _found(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "data").rglob("*") if path.suffix.lower() in KINDS)
