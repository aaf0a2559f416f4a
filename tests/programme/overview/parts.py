"""A framework and two prototypes small enough to hold in one's head, and the scope they are looked at in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from evaluation.model.design import AreaRole, MeasureRole, PrototypeArea, PrototypeMeasure
from evaluation.model.framework import Cadence as Every
from evaluation.model.framework import Driver, Framework, Outcome, StageId, Stream, Workstream
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import Area, PeriodKind
from evaluation.model.prototype import Prototype
from evaluation.model.theory import LearningQuestion
from evaluation.programme.history import History
from evaluation.programme.overview import Part, Scope

TODAY = date(2026, 6, 3)
NOTHING_WRITTEN = History((), (), ())
ON_TIME = Measure(
    "on-time", "Reviews on time", MeasureKind.PROCESS, ("healthy",), "visits", Scale.PROPORTION, Polarity.HIGHER,
    PeriodKind.MONTH, "reviews", "were on time",
)  # fmt: skip
FRAMEWORK = Framework(
    "small",
    "A small programme",
    outcomes=(Outcome("healthy", "Healthy lives"), Outcome("safe", "Safe from harm")),
    measures=(ON_TIME, replace(ON_TIME, id="heard", name="Felt heard", kind=MeasureKind.EXPERIENCE)),
    streams=(Stream("visits", "Visits", "The service", Every.MONTHLY, "Counts only"),),
    areas=(
        Area("C", "County"),
        Area("D1", "North", within="C"),
        Area("R1", "Mill", within="D1"),
        Area("R2", "Quay", within="D1"),
        Area("D2", "South", within="C"),
    ),
    workstreams=(Workstream("team", "One team", drivers=(Driver("list", "One list"), Driver("words", "Few words"))),),
)
TEAM = Prototype(
    "one-team", "One team around the family", "small", StageId.TEST, "One list", "North", "Families", "Ann",
    (LearningQuestion("q", "Why?"),), short_name="One team", drivers=("list",), group="task",
    areas=(PrototypeArea("R2", AreaRole.TEST), PrototypeArea("R1", AreaRole.TEST)),
    measures=(PrototypeMeasure("on-time", MeasureRole.PRIMARY),),
)  # fmt: skip
IDEA = Prototype(
    "walkers", "Walkers", "small", StageId.GENERATE, "Walk", "South", "Families", "Bo", (LearningQuestion("q", "Why?"),)
)


def scope(framework: Framework = FRAMEWORK, *plans: Prototype, known: History = NOTHING_WRITTEN) -> Scope:
    return Scope(framework, plans or (TEAM, IDEA), known, (), TODAY)


def rows(part: Part, number: int = 0) -> list[tuple[str, ...]]:
    """The rows of a table of the part, as text with ordinary spaces."""
    return [tuple(str(cell).replace("\u00a0", " ") for cell in row) for row in part.tables[number].table.rows]


def said(part: Part) -> list[str]:
    return [one.replace("\u00a0", " ") for one in (part.found, *part.says)]


Make = Callable[[Scope], Part]
