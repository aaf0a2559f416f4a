"""The driver diagram: what each strand of work has to move, which prototypes move it, and how we would see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from evaluation.charts import DriverColumn, DriverStep, drivers_dot
from evaluation.model.design import MeasureRole
from evaluation.model.framework import Driver, Workstream
from evaluation.model.prototype import Prototype
from evaluation.programme.overview.part import Part, Scope, nothing_yet, sentences, short_name, table_of
from evaluation.words.programme import missing, named

TITLE: Final = "Drivers"
NO_PROTOTYPE: Final = "no prototype yet"
NO_DRIVER: Final = "no driver named"
NO_WORKSTREAM: Final = "no workstream"
NO_MEASURE: Final = "no measure yet"
COLUMNS: Final = ("Workstream", "Driver", "Prototype", "Judged by")


@dataclass(frozen=True, slots=True)
class _Line:
    """One way through the diagram; None where it ends or does not begin."""

    workstream: Workstream | None
    driver: Driver | None
    plan: Prototype | None


def drivers(scope: Scope) -> Part:
    """Workstream, driver, prototype, measure: in a picture, and in a table with the same words."""
    known = [(workstream, driver) for workstream in scope.framework.workstreams for driver in workstream.drivers]
    if not known:
        return nothing_yet("drivers", TITLE)
    moving = {driver.id: tuple(plan for plan in scope.plans if driver.id in plan.drivers) for _, driver in known}
    orphans = [driver.name for _, driver in known if not moving[driver.id]]
    loose = [plan for plan in scope.plans if moving.keys().isdisjoint(plan.drivers)]
    lines = [_Line(*each, plan) for each in known for plan in moving[each[1].id] or (None,)]
    lines += [_Line(None, None, plan) for plan in loose]
    chains = list(_chains(scope, lines))
    return Part(
        "drivers",
        TITLE,
        missing(len(orphans), len(known), "driver", NO_PROTOTYPE),
        sentences(
            named("No prototype moves these yet", orphans),
            named("These prototypes name no driver", [short_name(plan) for plan in loose]),
        ),
        (
            table_of(
                scope, COLUMNS, [_row(scope, line) for line in sorted(lines, key=lambda line: line.plan is not None)]
            ),
        ),
        graph=_picture(chains, dark=False),
        graph_dark=_picture(chains, dark=True),
    )


def judged_by(plan: Prototype) -> tuple[str, ...]:
    """The ids of the measures a prototype is judged by; of the first where none is its primary one."""
    primary = tuple(used.measure for used in plan.measures if used.role is MeasureRole.PRIMARY)
    return primary or tuple(used.measure for used in plan.measures[:1])


def _row(scope: Scope, line: _Line) -> tuple[str, ...]:
    workstream = line.workstream.name if line.workstream else NO_WORKSTREAM
    driver = line.driver.name if line.driver else NO_DRIVER
    if line.plan is None:
        return workstream, driver, NO_PROTOTYPE, NO_MEASURE
    names = _measures(scope)
    return (
        workstream,
        driver,
        short_name(line.plan),
        ", ".join(names.get(one, one) for one in judged_by(line.plan)) or NO_MEASURE,
    )


def _measures(scope: Scope) -> dict[str, str]:
    return {measure.id: measure.name for measure in scope.framework.measures}


def _chains(scope: Scope, lines: Iterable[_Line]) -> Iterator[list[tuple[int, DriverStep]]]:
    """Each way through the picture as its boxes, each with the number of its column."""
    names = _measures(scope)
    for line in lines:
        for measure in (judged_by(line.plan) if line.plan else ()) or (None,):
            chain = []
            if line.workstream:
                chain.append((0, DriverStep(f"workstream:{line.workstream.id}", line.workstream.name)))
            if line.driver:
                lacks = "" if line.plan else NO_PROTOTYPE
                chain.append((1, DriverStep(f"driver:{line.driver.id}", line.driver.name, lacks)))
            if line.plan:
                lacks = ", ".join(sentences("" if line.driver else NO_DRIVER, "" if measure else NO_MEASURE))
                chain.append((2, DriverStep(f"prototype:{line.plan.id}", short_name(line.plan), lacks)))
            if measure:
                chain.append((3, DriverStep(f"measure:{measure}", names.get(measure, measure))))
            yield chain


def _picture(chains: Sequence[Sequence[tuple[int, DriverStep]]], *, dark: bool) -> str:
    steps = dict.fromkeys(each for chain in chains for each in chain)
    legs = dict.fromkeys((one.key, other.key) for chain in chains for (_, one), (_, other) in pairwise(chain))
    columns = [
        DriverColumn(title, tuple(step for place, step in steps if place == number))
        for number, title in enumerate(COLUMNS)
    ]
    return drivers_dot(columns, tuple(legs), dark=dark)
