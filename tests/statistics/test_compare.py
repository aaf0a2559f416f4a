"""A comparison: outcome, second opinions, checks, cautions, grade."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.canonical import from_json, to_json
from evaluation.model.results import Caution, Estimate, Grade, Reason, Refusal
from evaluation.problems import UsageError
from evaluation.statistics import CHECKS, Panel, compare, simulate


def drawn(seed: int = 2, **design: Any) -> Panel:
    return simulate.panel(np.random.default_rng(seed), **design)


def test_everything_that_fits_the_design_is_run_by_default() -> None:
    comparison = compare(drawn(effect=0.6))
    assert isinstance(comparison.outcome, Estimate)
    assert comparison.outcome.method == "area-change"
    assert [check.name for check in comparison.checks] == list(CHECKS)
    assert [outcome.method for outcome in comparison.second_opinions] == ["before-after"]
    assert (comparison.cap, comparison.maryland) == (Grade.A, 3)


def test_only_the_checks_asked_for_are_run_and_unknown_ones_named() -> None:
    assert [check.name for check in compare(drawn(), checks=["scale"]).checks] == ["scale"]
    with pytest.raises(UsageError, match="There is no check colour; there are earlier-trends"):
        compare(drawn(), checks=["colour"])


def test_unknown_method_is_refused_with_those_there_are() -> None:
    comparison = compare(drawn(), method="astrology")
    assert isinstance(comparison.outcome, Refusal)
    assert comparison.outcome.reason is Reason.UNKNOWN_METHOD
    assert "area-change" in comparison.outcome.need
    assert comparison.grade is Grade.D


def test_unknown_selection_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="There is no selection guessed"):
        compare(drawn(), selection="guessed")


def test_before_after_asked_for_beside_comparison_areas_stays_descriptive() -> None:
    comparison = compare(drawn(), method="before-after")
    assert (comparison.grade, comparison.cap, comparison.maryland) == (Grade.D, Grade.D, 1)
    assert comparison.checks == ()


def test_starts_too_far_apart_name_what_would_be_needed() -> None:
    panel = drawn(test=3)
    starts = panel.starts.copy()
    starts[:3] = 4, 12, 20
    outcome = compare(replace(panel, starts=starts)).outcome
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.DIFFERENT_STARTS


def lowest(at: int) -> Panel:
    """Two test areas far below the others in one early month, and nowhere else."""
    panel = drawn(shock=0.0, area_noise=0.0, denominators=10_000)
    assert panel.numerators is not None
    assert panel.denominators is not None
    above = panel.numerators.copy()
    above[:2, at] = 1_000
    return replace(panel, numerators=above, values=above / panel.denominators)


def test_undeclared_choice_among_the_worst_caps_at_c() -> None:
    comparison = compare(lowest(3), selection="not_declared", higher_is_better=True, checks=())
    assert {Caution.CHOICE_NOT_DECLARED, Caution.CHOSEN_AMONG_WORST} <= set(comparison.grade_because)
    assert comparison.grade is Grade.C


def test_declared_choice_among_the_worst_is_left_to_the_covariate() -> None:
    assert not {Caution.CHOICE_NOT_DECLARED, Caution.CHOSEN_AMONG_WORST} & set(compare(lowest(3)).cautions)


def test_what_is_worst_depends_on_which_way_is_better() -> None:
    high = drawn(shock=0.0, denominators=10_000, area_noise=0.0, level=np.where(np.arange(12) < 2, 0.9, 0.5))
    found = {
        better: Caution.CHOSEN_AMONG_WORST
        in compare(high, selection="not_declared", higher_is_better=better, checks=()).cautions
        for better in (True, False, None)
    }
    assert found == {True: False, False: True, None: True}


def test_the_past_is_too_short_for_trends() -> None:
    comparison = compare(drawn(periods=6, start=3))
    assert Caution.FEW_PERIODS_BEFORE in comparison.cautions
    assert comparison.cap is Grade.B


def test_the_grade_counts_the_areas_that_were_kept() -> None:
    """Ten comparison areas of which three have no figures are seven."""
    panel = drawn()
    assert panel.numerators is not None
    above = panel.numerators.copy()
    above[9:, 0] = np.nan
    values = np.where(np.isnan(above), np.nan, panel.values)
    holed = replace(panel, numerators=above, denominators=np.where(np.isnan(above), np.nan, 100.0), values=values)
    comparison = compare(holed)
    assert isinstance(comparison.outcome, Estimate)
    assert len(comparison.outcome.comparison_areas) == 7
    assert (comparison.cap, Caution.AREAS_DROPPED in comparison.cautions) == (Grade.C, True)


def test_a_comparison_is_stored_and_read_back_equal() -> None:
    comparison = compare(drawn(effect=0.3, test=3, chosen_worst_at=11), selection="not_declared")
    assert from_json(to_json(comparison)) == comparison


def test_the_same_panel_gives_an_equal_comparison() -> None:
    assert compare(drawn()) == compare(drawn())


def test_a_long_past_without_comparison_is_still_descriptive() -> None:
    """Until an interrupted series can speak, before and after does, and earns no more than it should."""
    alone = drawn(periods=48, start=36, areas=2, test=2)
    comparison = compare(alone)
    assert isinstance(comparison.outcome, Estimate)
    assert (comparison.outcome.method, comparison.grade, comparison.cap) == ("before-after", Grade.D, Grade.D)


def test_a_break_long_ago_shortens_the_past() -> None:
    comparison = compare(replace(drawn(), breaks=("010",)), before=3)
    assert Caution.FEW_PERIODS_BEFORE in comparison.cautions
    assert comparison.cap is Grade.B


def test_no_figures_at_all_are_refused() -> None:
    nothing = Panel.from_matrix(
        areas=[], periods=[], starts=[], numerators=np.empty((0, 0)), denominators=np.empty((0, 0))
    )
    assert isinstance(compare(nothing).outcome, Refusal)
