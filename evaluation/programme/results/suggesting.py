"""Areas to compare with, suggested from all there are figures for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from evaluation import places, store
from evaluation.model.choice import Suggested
from evaluation.model.design import AreaRole, EveryArea
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.programme.figures.places import deprivation_of, gazetteer_of
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.results.examining import past_panel
from evaluation.programme.roles import Act, acting
from evaluation.statistics import Panel, doctor

DEPRIVATION: Final = "deprivation"


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
    framework = programme.framework_of(plan)
    panel = past_panel(programme, _with_all_alongside(programme, plan, declared.id), declared)
    if isinstance(panel, Refusal):
        raise UsageError(f"We cannot suggest areas yet: {panel.why.rstrip('.')}.")
    known, gazetteer = {area.code: area for area in framework.areas}, gazetteer_of(programme, framework)
    panel, alike_on = _with_deprivation(panel, deprivation_of(programme, framework))
    found = doctor.suggest_comparison(
        panel,
        number=number,
        neighbours={code: gazetteer.nearest(code) for code in plan.test_areas},
        next_door={code: known[code].neighbours for code in plan.test_areas if code in known},
        alike_on=alike_on,
    )
    names = tuple(gazetteer.name(one.area) for one in found)
    uncounted = tuple(replace(one, size=None) for one in found)
    kept = _frozen(programme, plan, panel, [one.area for one in found], alike_on) if freeze else None
    balance = _balance(panel, found, alike_on)
    return release(programme, SuggestionPage(plan.name, declared.name, uncounted, names, balance, kept))


def _with_all_alongside(programme: Programme, plan: Prototype, measure: str) -> Prototype:
    """The plan with every area that could be compared with: of the same kind as the test areas, none within another."""
    figures = store.observations(programme.store, measures={measure}, as_at=programme.as_at)
    gazetteer = gazetteer_of(programme, programme.framework_of(plan))
    there = {gazetteer.place(figure.observation.area) for figure in figures}
    tested = tuple(area for area in plan.areas if area.role is AreaRole.TEST)
    alongside = places.alongside(plan.test_areas, there, gazetteer)
    others = tuple(sorted(there.difference(alongside)))
    return replace(plan, areas=tested, comparison=EveryArea(("",), leaving_out=others))


def _with_deprivation(panel: Panel, scores: Mapping[str, float]) -> tuple[Panel, tuple[str, ...]]:
    """The panel with deprivation beside, and its name, where every test area has a score; else as it was."""
    if not set(panel.named(panel.is_test)) <= scores.keys():
        return panel, ()
    by_area = np.array([scores.get(area, np.nan) for area in panel.areas])
    return panel.with_covariates({**panel.covariates, DEPRIVATION: by_area}), (DEPRIVATION,)


def _frozen(
    programme: Programme, plan: Prototype, panel: Panel, areas: list[str], alike_on: tuple[str, ...]
) -> Reference:
    actor, now = acting(programme.actor, Act.CHOOSE_AREAS), programme.clock()
    method = ", ".join([doctor.METHOD, *alike_on])
    choice = doctor.freeze(panel, areas, made_on=now.date(), made_by=actor.name, method=method)
    key = f"choice:{plan.id}:{choice.digest}"
    return store.append(programme.store, choice, actor, at=now, request_key=key, plan=plan).reference


def _balance(panel: Panel, found: tuple[Suggested, ...], alike_on: tuple[str, ...]) -> tuple[BalanceLine, ...]:
    rows = doctor.balance(panel, [one.area for one in found], alike_on) if found else ()
    return tuple(BalanceLine(row.characteristic, row.apart_before, row.apart_after) for row in rows)
