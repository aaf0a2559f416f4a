"""Areas to compare with, suggested from all there are figures for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from evaluation import store
from evaluation.model.choice import Suggested
from evaluation.model.prototype import AreaRole, EveryArea, Prototype
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.programme.examining import past_panel
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.statistics import Panel, doctor

EVERY_AREA: Final = EveryArea(("",))


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """How far test areas stand from all other areas, and from those suggested, in standard deviations of the others."""

    characteristic: str
    apart_before: float
    apart_after: float


@dataclass(frozen=True, slots=True)
class SuggestionPage:
    """Areas to compare with, nearest first, by code and name, and how alike they make the two sides. No counts.

    `reference` is where the choice is kept, if it was frozen.
    """

    prototype_name: str
    measure_name: str
    areas: tuple[Suggested, ...]
    names: tuple[str, ...]
    balance: tuple[BalanceLine, ...]
    reference: Reference | None = None


def suggest_comparison(
    programme: Programme, prototype: str, measure: str | None = None, *, number: int = 10, freeze: bool = False
) -> Released[SuggestionPage]:
    """The areas in the figures that stood and moved most like the test areas. Raises UsageError.

    Of the areas that border a test area none is suggested. `freeze` keeps the choice
    for good, with today's date and who made it; the same choice on one day is one row.
    """
    plan = programme.prototype(prototype)
    if measure is None and not plan.measures:
        raise UsageError("This plan names no measure yet. Name one with --measure.")
    declared = programme.measure(plan, measure or plan.measures[0].measure)
    tested = tuple(area for area in plan.areas if area.role is AreaRole.TEST)
    panel = past_panel(programme, replace(plan, areas=tested, comparison=EVERY_AREA), declared)
    if isinstance(panel, Refusal):
        raise UsageError(f"We cannot suggest areas yet: {panel.why.rstrip('.')}.")
    places = {area.code: area for area in programme.framework_of(plan).areas}
    next_door = {code: places[code].neighbours for code in plan.test_areas if code in places}
    found = doctor.suggest_comparison(panel, number=number, next_door=next_door)
    names = tuple(places[one.area].name if one.area in places else one.area for one in found)
    uncounted = tuple(replace(one, size=None) for one in found)
    kept = _frozen(programme, plan, panel, [one.area for one in found]) if freeze else None
    return release(programme, SuggestionPage(plan.name, declared.name, uncounted, names, _balance(panel, found), kept))


def _frozen(programme: Programme, plan: Prototype, panel: Panel, areas: list[str]) -> Reference:
    actor, now = acting(programme.actor, Act.CHOOSE_AREAS), programme.clock()
    choice = doctor.freeze(panel, areas, made_on=now.date(), made_by=actor.name)
    key = f"choice:{plan.id}:{choice.digest}"
    return store.append(programme.store, choice, actor, at=now, request_key=key, plan=plan).reference


def _balance(panel: Panel, found: tuple[Suggested, ...]) -> tuple[BalanceLine, ...]:
    rows = doctor.balance(panel, [one.area for one in found]) if found else ()
    return tuple(BalanceLine(row.characteristic, row.apart_before, row.apart_after) for row in rows)
