"""Every prototype in a line, and the plans that cannot be used as they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from evaluation.model.design import MeasureRole
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.problems import Problem
from evaluation.programme.handle import Programme
from evaluation.programme.plans.prototype_page import stage_name
from evaluation.programme.releasing import release
from evaluation.words import counted
from evaluation.words.capitals import capital


@dataclass(frozen=True, slots=True)
class PrototypeLine:
    """A prototype in a line; `measures` are pairs of id and name, those it is judged by first.

    `programme` names the one it belongs to, where the folder holds several.
    """

    id: str
    name: str
    stage: str
    where: str
    summary: str
    measures: tuple[tuple[str, str], ...]
    programme: str = ""


@dataclass(frozen=True, slots=True)
class FaultyPlan:
    """A plan that cannot be used: what its file is called, in words, and all that is wrong with it."""

    name: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PrototypesList:
    """What the page Prototypes opens with, and what any page offers to choose from."""

    headline: str
    stages: str
    lines: tuple[PrototypeLine, ...]
    faulty: tuple[FaultyPlan, ...]

    @property
    def with_measures(self) -> tuple[PrototypeLine, ...]:
        """Those there can be results of."""
        return tuple(line for line in self.lines if line.measures)


def prototypes_list(programme: Programme) -> Released[PrototypesList]:
    """All prototypes that can be read, in the order of their files, and the problems of those that cannot."""
    lines = tuple(_line(programme, plan) for plan in programme.declarations.prototypes)
    return release(
        programme, PrototypesList(_counted(lines), _stages(lines), lines, _faulty(programme.declarations.errors))
    )


def _line(programme: Programme, plan: Prototype) -> PrototypeLine:
    primary_first = sorted(plan.measures, key=lambda used: used.role is not MeasureRole.PRIMARY)
    return PrototypeLine(
        id=plan.id,
        name=plan.name,
        stage=capital(stage_name(programme, plan)),
        where=plan.where,
        summary=plan.what,
        measures=tuple((used.measure, programme.measure(plan, used.measure).name) for used in primary_first),
        programme=programme.framework_of(plan).name if len(programme.declarations.frameworks) > 1 else "",
    )


def _counted(lines: Sequence[PrototypeLine]) -> str:
    return counted(len(lines), "prototype") if lines else "Prototypes"


def _stages(lines: Sequence[PrototypeLine]) -> str:
    """As in "Test and develop: 5. Generate: 1."."""
    return " ".join(f"{stage}: {many}." for stage, many in Counter(line.stage for line in lines).items())


def _faulty(errors: Iterable[Problem]) -> tuple[FaultyPlan, ...]:
    """The problems gathered by the file they are in, which is named after its plan."""
    by_file: dict[str, list[Problem]] = {}
    for problem in errors:
        by_file.setdefault(problem.origin.file if problem.origin else "", []).append(problem)
    return tuple(FaultyPlan(_named(file), tuple(problems)) for file, problems in by_file.items())


_THE_FRAMEWORK: Final = "The framework"


def _named(file: str) -> str:
    path = PurePath(file)
    return path.stem.replace("-", " ").capitalize() if path.parent.name == "prototypes" else _THE_FRAMEWORK
