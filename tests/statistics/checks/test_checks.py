"""What holds for every check, whatever the method and the figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.model.results import Estimate
from evaluation.statistics import CHECKS, ESTIMATORS, Panel, compare
from evaluation.statistics.checks import OF_TEST_AREAS_ALONE, fitting
from tests.statistics.checks.checking import checked, drawn, numbers

# What a check of one period before and no counts may say.
WITHOUT_MUCH = {
    "earlier-trends": "too_few_periods",
    "placebo-in-time": "too_few_periods",
    "volatility": "too_few_periods",
    "small-numbers": "no_counts",
    "scale": "one_scale",
}


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_check_carries_its_own_name_and_costs_only_when_it_fails(name: str) -> None:
    for seed in range(5):
        check = checked(name, drawn(seed, effect=0.5))
        assert check.name == name
        assert check.costs_grade == (check.state is CheckState.FAILED)


@pytest.mark.parametrize("name", sorted(WITHOUT_MUCH))
def test_one_period_before_and_no_counts_leave_a_check_that_informs(name: str) -> None:
    panel = drawn(periods=4, start=1)
    means = Panel.from_matrix(areas=panel.areas, periods=panel.periods, starts=panel.starts, values=panel.values)
    check = checked(name, means)
    assert (check.state, check.note) == (CheckState.INFORMS, WITHOUT_MUCH[name])


def staggered() -> Panel:
    panel = drawn(2, test=4, areas=14)
    starts = panel.starts.copy()
    starts[:4] = 6, 9, 14, 19
    return replace(panel, starts=starts)


PANELS: dict[str, Callable[[], Panel]] = {
    "two of twelve": lambda: drawn(2),
    "one of twelve": lambda: drawn(2, test=1),
    "four of twelve, forty months": lambda: drawn(2, test=4, periods=40, start=20),
    "staggered": staggered,
    "no comparison, long": lambda: drawn(2, areas=2, test=2, periods=48, start=30),
    "two years": lambda: drawn(2, periods=2, start=1),
    "five years, two before": lambda: drawn(2, periods=5, start=2, denominators=30),
}


@pytest.mark.parametrize("method", sorted(ESTIMATORS))
@pytest.mark.parametrize("which", sorted(PANELS))
def test_whatever_method_gives_an_estimate_its_checks_can_be_made(which: str, method: str) -> None:
    comparison = compare(PANELS[which](), method=method)
    if isinstance(comparison.outcome, Estimate):
        assert [check.name for check in comparison.checks] == list(fitting(comparison.outcome))


def gapped(panel: Panel) -> Panel:
    """A tenth of the cells are missing, and one comparison area has nothing at all."""
    assert panel.numerators is not None
    gaps = np.random.default_rng(1).random(panel.values.shape) < 0.1
    gaps[:5] = False
    gaps[11] = True
    assert panel.denominators is not None
    numerators = np.where(gaps, np.nan, panel.numerators)
    return Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts, numerators=numerators,
        denominators=np.where(gaps, np.nan, panel.denominators),
    )  # fmt: skip


def edges(level: float) -> Panel:
    return drawn(3, level=level, denominators=200, area_noise=0.0)


@pytest.mark.parametrize(
    "panel",
    [
        gapped(drawn(2, areas=14)),
        edges(0.02),
        edges(0.98),
        drawn(2, areas=6),
        replace(drawn(2), covariates={"level": np.arange(12.0)}),
        replace(drawn(2), covariates={"only one differs": (np.arange(12) == 7).astype(float)}),
        replace(drawn(2), breaks=("005",), overlapping=("003",), exposed=("a03",), events=(("001", "", "e"),)),
    ],
    ids=["gaps", "near none", "near all", "four to compare with", "covariate", "odd covariate", "all attributes"],
)
def test_odd_figures_give_finite_findings(panel: Panel) -> None:
    comparison = compare(panel, before=6)
    assert isinstance(comparison.outcome, Estimate)
    assert len(comparison.checks) == len(CHECKS)


@pytest.mark.parametrize("seed", range(3))
def test_checks_do_not_depend_on_the_order_of_areas(seed: int) -> None:
    panel = drawn(seed, effect=0.4)
    order = np.random.default_rng(seed).permutation(12)
    turned = Panel.from_matrix(
        areas=[panel.areas[at] for at in order], periods=panel.periods, starts=panel.starts[order],
        numerators=np.asarray(panel.numerators)[order], denominators=np.asarray(panel.denominators)[order],
    )  # fmt: skip
    for name in CHECKS:
        one, other = checked(name, panel), checked(name, turned)
        assert (one.state, one.note) == (other.state, other.note)
        assert numbers(one) == pytest.approx(numbers(other), abs=1e-9)


def test_test_areas_alone_are_asked_what_needs_no_others() -> None:
    alone = ESTIMATORS["before-after"](drawn())
    assert isinstance(alone, Estimate)
    assert set(fitting(alone)) == OF_TEST_AREAS_ALONE


def test_every_failed_check_has_a_caution() -> None:
    from evaluation.statistics.design_cautions import CAUTION_OF  # noqa: PLC0415 - what compare calls a failed check

    never_fail: set[Any] = {"placebo-in-space", "ceiling", "sensitivity"}
    assert set(CHECKS) - set(CAUTION_OF) == never_fail
