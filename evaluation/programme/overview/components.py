"""Which parts of the delivery model are tested where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from evaluation.model.framework import Component
from evaluation.model.prototype import Prototype
from evaluation.programme.overview.part import Part, Scope, names_of, nothing_yet, sentences, table_of
from evaluation.words import counted
from evaluation.words.programme import missing, named

TITLE: Final = "Parts of the model, and where they are tested"
NO_AREA: Final = "no test area yet"
NO_PART: Final = "no part of the model"


def components(scope: Scope) -> Part:
    """Component by test area: what is tested nowhere comes first."""
    known = scope.framework.components
    if not known:
        return nothing_yet("components", TITLE)
    where = {each.id: _where(scope, each) for each in known}
    untested = [each.name for each in known if not where[each.id]]
    areas = sorted({code for plan in scope.plans for code in plan.test_areas}, key=scope.area)
    lines = [
        _line(scope, each, where[each.id], len(areas)) for each in sorted(known, key=lambda each: bool(where[each.id]))
    ]
    by_area = [(scope.area(code), _tested_in(code, known, where)) for code in areas]
    return Part(
        "components",
        TITLE,
        missing(len(untested), len(known), "part", NO_AREA),
        sentences(named("Not tested anywhere yet", untested)),
        (
            table_of(scope, ["Part of the model", "Tested by", "Where"], lines, "Part by part"),
            table_of(scope, ["Test area", "What is tested here"], by_area, "Area by area"),
        ),
    )


def _where(scope: Scope, component: Component) -> dict[str, list[Prototype]]:
    """The test areas a component is tested in, and by which prototypes in each."""
    found: dict[str, list[Prototype]] = {}
    for plan in scope.plans:
        for code in plan.test_areas if component.id in plan.components else ():
            found.setdefault(code, []).append(plan)
    return found


def _line(scope: Scope, component: Component, where: dict[str, list[Prototype]], of: int) -> tuple[str, str, str]:
    testing = [plan for plan in scope.plans if component.id in plan.components]
    areas = sorted(scope.area(code) for code in where)
    said = f"{len(areas)} of {counted(of, 'test area')}: {', '.join(areas)}" if areas else NO_AREA
    return component.name, names_of(testing, "no prototype yet"), said


def _tested_in(code: str, known: Sequence[Component], where: Mapping[str, Mapping[str, list[Prototype]]]) -> str:
    """Each part that is tested in an area, and by whom."""
    told = ((each.name, where[each.id].get(code)) for each in known)
    return "; ".join(f"{name}: {names_of(plans, '')}" for name, plans in told if plans) or NO_PART
