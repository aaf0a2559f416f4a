"""A plan that names two groups becomes a panel of both, and settings that name them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evaluation.assemble import assemble, compare_settings
from evaluation.model.codes import Reason
from evaluation.model.design import AreaRole, Design, PrototypeArea
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Area
from evaluation.model.prototype import Prototype
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import Panel, compare
from tests.assemble import test_panel

MEASURE = replace(test_panel.MEASURE, id="good-level", name="Good level of development")
AREAS = tuple(Area(f"X{number}", f"Area {number}") for number in range(1, 9))
FRAMEWORK = replace(test_panel.FRAMEWORK, measures=(MEASURE,), areas=AREAS)
PROTOTYPE = replace(
    test_panel.PROTOTYPE,
    design=Design(method="gap", group="fsm", reference_group="not-fsm"),
    areas=tuple(
        PrototypeArea(area.code, AreaRole.TEST if at < 2 else AreaRole.COMPARISON) for at, area in enumerate(AREAS)
    ),
)


def figures(*groups: str) -> list[Observation]:
    rng = np.random.default_rng(1)
    levels = {"fsm": 0.5, "not-fsm": 0.7, "": 0.65}
    return [
        Observation(MEASURE.id, area.code, month, Status.REPORTED, seen / 40, seen, 40, group=group)
        for group in groups
        for area in FRAMEWORK.areas
        for month in test_panel.MONTHS
        for seen in [float(rng.binomial(40, levels[group]))]
    ]


def plan(**design: str | None) -> Prototype:
    return replace(PROTOTYPE, design=replace(PROTOTYPE.design, **design))  # type: ignore[arg-type]


def test_a_plan_for_a_gap_brings_both_groups_and_no_other() -> None:
    panel = assemble(figures("", "fsm", "not-fsm"), PROTOTYPE, MEASURE, FRAMEWORK)
    assert isinstance(panel, Panel)
    assert list(panel.groups) == ["fsm", "not-fsm"]
    assert panel.denominators is not None
    assert (panel.denominators == 80).all()
    assert panel.groups["fsm"].areas == panel.areas


def test_the_plans_two_sides_reach_the_estimate() -> None:
    panel = assemble(figures("fsm", "not-fsm"), PROTOTYPE, MEASURE, FRAMEWORK)
    assert isinstance(panel, Panel)
    outcome = compare(panel, **compare_settings(PROTOTYPE, MEASURE)).outcome
    assert isinstance(outcome, Estimate)
    assert outcome.method == "gap"
    assert outcome.effect.observed < 0
    turned = plan(group="not-fsm", reference_group="fsm")
    other = compare(panel, **compare_settings(turned, MEASURE)).outcome
    assert isinstance(other, Estimate)
    assert other.value == pytest.approx(-outcome.value)


def test_other_methods_are_told_of_no_groups() -> None:
    assert "group" not in compare_settings(plan(method="area-change"), MEASURE)


@pytest.mark.parametrize("sides", [{"reference_group": None}, {"group": None}, {"reference_group": "fsm"}])
def test_a_plan_that_names_one_group_alone_is_refused(sides: dict[str, str | None]) -> None:
    refusal = assemble(figures("fsm", "not-fsm"), plan(**sides), MEASURE, FRAMEWORK)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.TWO_GROUPS


def test_a_group_without_figures_is_named() -> None:
    refusal = assemble(figures("", "fsm"), PROTOTYPE, MEASURE, FRAMEWORK)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.NO_FIGURES
    assert "not-fsm" in refusal.why
