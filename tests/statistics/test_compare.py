"""A comparison: outcome, second opinions, checks, cautions, grade."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.canonical import from_json, to_json
from evaluation.model.codes import Caution, Grade, Lift, Reason
from evaluation.model.design import Specification
from evaluation.model.results import Estimate, Refusal
from evaluation.problems import UsageError
from evaluation.statistics import CHECKS, ESTIMATORS, Panel, compare, simulate
from evaluation.statistics.checks import OF_TEST_AREAS_ALONE


def drawn(seed: int = 2, **design: Any) -> Panel:
    return simulate.panel(np.random.default_rng(seed), **design)


def test_everything_that_fits_the_design_is_run_by_default() -> None:
    comparison = compare(drawn(effect=0.6))
    assert isinstance(comparison.outcome, Estimate)
    assert comparison.outcome.method == "area-change"
    assert [check.name for check in comparison.checks] == list(CHECKS)
    fitting = ("before-after", "event-study")
    assert [outcome.method for outcome in comparison.second_opinions] == [
        each for each in fitting if each in ESTIMATORS
    ]
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
    assert {check.name for check in comparison.checks} == OF_TEST_AREAS_ALONE


def test_starts_too_far_apart_are_followed_by_the_method_made_for_them() -> None:
    panel = drawn(test=3)
    starts = panel.starts.copy()
    starts[:3] = 4, 12, 20
    comparison = compare(replace(panel, starts=starts))
    assert comparison.outcome.method == "staggered"
    assert comparison.cap is Grade.B
    asked = compare(replace(panel, starts=starts), method="area-change").outcome
    assert isinstance(asked, Refusal)
    assert asked.reason is Reason.DIFFERENT_STARTS


def test_a_method_stretched_beyond_its_designs_is_c_at_most_and_says_so() -> None:
    comparison = compare(drawn(effect=0.6), method="two-way", checks=())
    assert Caution.METHOD_STRETCHED in comparison.cautions
    assert comparison.cap is Grade.C
    assert (Lift.OTHER_METHOD,) in comparison.lifts


def test_settings_of_one_method_go_to_that_method_alone() -> None:
    with pytest.raises(TypeError, match="of_no_method"):
        compare(drawn(), of_no_method=1)


def test_users_against_others_are_flagged_and_descriptive() -> None:
    comparison = compare(drawn(effect=0.6), selection="users", checks=())
    assert (comparison.grade, Caution.USERS_AGAINST_OTHERS in comparison.cautions) == (Grade.D, True)


def test_what_would_lift_the_grade_is_told() -> None:
    assert (Lift.TEST_AREAS,) in compare(drawn(test=1)).lifts
    refused = compare(drawn(areas=4, test=2), method="area-change")
    assert (Lift.COMPARISON_AREAS,) in refused.lifts


def test_checks_of_a_gap_look_at_the_gap() -> None:
    meals, others = (drawn(seed, level=level, denominators=200) for seed, level in ((1, 0.5), (2, 0.7)))
    comparison = compare(Panel.of_groups({"free school meals": meals, "not": others}), method="gap")
    assert isinstance(comparison.outcome, Estimate)
    found = {check.name: {each.label: each.value for each in check.findings} for check in comparison.checks}
    assert found["placebo-in-time"]["tried"] == 9
    without = found["leave-one-out"].values()
    assert min(without) <= comparison.outcome.effect.value <= max(without)


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


def test_a_long_past_without_comparison_speaks_as_a_series_and_earns_c() -> None:
    comparison = compare(drawn(periods=48, start=36, areas=2, test=2))
    assert isinstance(comparison.outcome, Estimate)
    assert (comparison.outcome.method, comparison.grade, comparison.cap) == ("interrupted-series", Grade.C, Grade.C)
    assert Caution.NO_COMPARISON in comparison.cautions


def test_a_break_long_ago_shortens_the_past() -> None:
    comparison = compare(replace(drawn(), breaks=("010",)), before=3)
    assert Caution.FEW_PERIODS_BEFORE in comparison.cautions
    assert comparison.cap is Grade.B


def test_no_figures_at_all_are_refused() -> None:
    nothing = Panel.from_matrix(
        areas=[], periods=[], starts=[], numerators=np.empty((0, 0)), denominators=np.empty((0, 0))
    )
    assert isinstance(compare(nothing).outcome, Refusal)


def test_every_declared_way_is_worked_out_beside_the_headline() -> None:
    ways = [
        Specification("shorter", "why", before=6),
        Specification("other method", "why", method="before-after"),
        Specification("no such method", "why", method="astrology"),
    ]
    comparison = compare(drawn(effect=0.6), specifications=ways)
    shorter, other, refused = comparison.specifications
    assert [found.name for found in comparison.specifications] == [way.name for way in ways]
    assert isinstance(shorter.outcome, Estimate)
    assert len(shorter.outcome.periods_before) == 6
    assert isinstance(other.outcome, Estimate)
    assert other.outcome.method == "before-after"
    assert isinstance(refused.outcome, Refusal)
    assert replace(comparison, specifications=()) == compare(drawn(effect=0.6))
    assert from_json(to_json(comparison)) == comparison


def test_the_other_ways_are_shown_where_the_headline_is_refused_too() -> None:
    way = Specification("plain", "why", method="area-change")
    comparison = compare(drawn(), method="astrology", specifications=[way])
    assert isinstance(comparison.outcome, Refusal)
    assert isinstance(comparison.specifications[0].outcome, Estimate)
