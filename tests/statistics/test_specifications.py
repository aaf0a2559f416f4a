"""Declared, defensible alternatives."""

from __future__ import annotations

import numpy as np

from evaluation.model.codes import Reason
from evaluation.model.design import Specification
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, simulate
from evaluation.statistics.settings import Settings
from evaluation.statistics.specifications import specifications

PANEL = simulate.panel(np.random.default_rng(6), chosen_worst_at=3, effect=0.4)


def outcome(**changed: object) -> Estimate | Refusal:
    (found,) = specifications(PANEL, [Specification("one", "why", **changed)], "area-change", Settings())  # type: ignore[arg-type]
    return found.outcome


def test_without_a_change_it_is_the_headline() -> None:
    assert outcome() == ESTIMATORS["area-change"](PANEL)


def test_windows_are_its_own() -> None:
    found = outcome(before=6, skip=3)
    assert isinstance(found, Estimate)
    assert (len(found.periods_before), found.periods_after[0]) == (6, "016")


def test_the_level_chosen_on_can_be_left_aside() -> None:
    found = outcome(unadjusted=True)
    assert isinstance(found, Estimate)
    assert found.covariates == ()


def test_areas_can_be_left_out() -> None:
    headline = ESTIMATORS["area-change"](PANEL)
    assert isinstance(headline, Estimate)
    gone = headline.comparison_areas[0]
    found = outcome(leaving_out=(gone,))
    assert isinstance(found, Estimate)
    assert gone not in found.comparison_areas


def test_another_method_can_be_named_and_an_unknown_one_is_refused() -> None:
    found, unknown = outcome(method="before-after"), outcome(method="guessing")
    assert isinstance(found, Estimate)
    assert found.method == "before-after"
    assert isinstance(unknown, Refusal)
    assert unknown.reason is Reason.UNKNOWN_METHOD


def test_all_are_shown_in_the_order_declared() -> None:
    declared = [Specification("b", "why"), Specification("a", "why", before=1)]
    assert [one.name for one in specifications(PANEL, declared, "area-change", Settings())] == ["b", "a"]
