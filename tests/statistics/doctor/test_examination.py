"""What could this plan find?"""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from evaluation.model.codes import Reason, Unit
from evaluation.model.examination import Alarm, Examination
from evaluation.model.measure import Scale
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.statistics import Panel, doctor, simulate
from tests.statistics.panels import wild


def past(seed: int = 1, *, periods: int = 12, **design: Any) -> Panel:
    """A panel that ends the day before its test areas start."""
    drawn = simulate.panel(np.random.default_rng(seed), periods=periods + 1, start=periods, **design)
    return replace(
        drawn,
        periods=drawn.periods[:-1],
        values=drawn.values[:, :-1],
        numerators=None if drawn.numerators is None else drawn.numerators[:, :-1],
        denominators=None if drawn.denominators is None else drawn.denominators[:, :-1],
    )


def examined(panel: Panel, **asked: Any) -> Examination:
    found = doctor.examine(panel, **{"simulations": 400, **asked})
    assert isinstance(found, Examination), found
    return found


def refused(panel: Panel, **asked: Any) -> Reason:
    found = doctor.examine(panel, **{"simulations": 200, **asked})
    assert isinstance(found, Refusal), found
    return found.reason


def size(found: Examination) -> float:
    assert found.smallest.effect is not None
    return found.smallest.effect


def rate(found: Examination, method: Alarm) -> float:
    return {alarm.method: alarm.rate for alarm in found.false_alarms}[method]


def without_counts(panel: Panel) -> Panel:
    return Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts, values=panel.values, scale="published_percentage"
    )


def test_a_prototype_that_has_not_started_is_examined() -> None:
    found = examined(past(), worthwhile=0.2)
    assert (len(found.test_areas), len(found.comparison_areas), len(found.periods_before)) == (2, 10, 12)
    assert 0.03 < size(found) < 0.15
    assert found.answers_after == min(each.periods_after for each in found.by_periods)


def test_figures_from_after_the_start_change_nothing() -> None:
    whole = simulate.panel(np.random.default_rng(1), periods=24, start=12, effect=2.0)
    cut = replace(
        whole,
        periods=whole.periods[:12],
        values=whole.values[:, :12],
        numerators=whole.numerators[:, :12] if whole.numerators is not None else None,
        denominators=whole.denominators[:, :12] if whole.denominators is not None else None,
    )
    assert examined(whole) == examined(cut)


def test_the_same_panel_gives_the_same_examination() -> None:
    assert examined(past()) == examined(past())


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"areas": 30}, {"areas": 12}),
        ({"test": 4}, {"test": 2}),
        ({"denominators": 400}, {"denominators": 50}),
        ({"shock": 0.05}, {"shock": 0.5}),
    ],
)
def test_more_areas_more_children_and_calmer_areas_find_smaller_effects(
    better: dict[str, Any], worse: dict[str, Any]
) -> None:
    sizes = [
        np.mean([size(examined(past(seed, **design), simulations=200, effects=[0.1])) for seed in range(3)])
        for design in (better, worse)
    ]
    assert sizes[0] < sizes[1]


def test_longer_windows_find_smaller_effects() -> None:
    """Up to what 1,000 simulations leave to chance."""
    found = [each.effect or 0 for each in examined(past(), simulations=1_000).by_periods]
    assert all(later < 1.03 * sooner for sooner, later in pairwise(found))
    assert found[-1] < found[0]


def test_the_effect_on_those_reached_is_the_effect_on_the_area_over_the_reach() -> None:
    found = examined(past(), reach=0.4)
    assert found.smallest.among_reached == pytest.approx(size(found) / 0.4)


def test_those_reached_cannot_gain_more_than_there_is_room_for() -> None:
    assert examined(past(level=0.9, area_noise=0.0), reach=0.05).smallest.among_reached is None


def test_power_is_what_was_asked_for_at_the_smallest_effect() -> None:
    found = examined(past(), simulations=2_000)
    powers = [power.power or 0 for power in found.powers]
    assert powers[2] == pytest.approx(0.8, abs=0.02)
    assert powers == sorted(powers)


@pytest.mark.parametrize("power", [0.5, 0.9])
def test_more_power_takes_a_larger_effect(power: float) -> None:
    apart = size(examined(past(), power=power)) - size(examined(past()))
    assert (apart > 0) == (power > 0.8)


def test_an_effect_there_is_no_room_for_has_no_power() -> None:
    (far,) = examined(past(level=0.9, area_noise=0.0), effects=[0.3]).powers
    assert (far.value, far.power, far.chance_check) == (None, None, None)


@pytest.mark.parametrize("higher_is_better", [True, False])
def test_effects_are_sizes_whichever_way_is_better(higher_is_better: bool) -> None:
    found = examined(past(level=0.5, area_noise=0.0), higher_is_better=higher_is_better, effects=[0.1])
    assert size(found) == pytest.approx(size(examined(past(level=0.5, area_noise=0.0))), rel=0.15)
    assert (found.powers[0].power or 0) > 0.5


def test_false_alarms_show_why_the_usual_ways_are_not_used() -> None:
    """2 of 12: the t interval near its 5 in 100, clustered errors and the pooled test far above."""
    found = examined(past(shock=0.3), simulations=2_000)
    assert rate(found, Alarm.AREA_CHANGE) < 0.08
    assert rate(found, Alarm.LABELS_PERMUTED) < 0.08
    assert rate(found, Alarm.TWO_WAY_CLUSTERED) > 0.12
    assert rate(found, Alarm.POOLED_Z) > 0.25


def test_one_test_area_leaves_the_chance_check_without_a_voice() -> None:
    found = examined(past(areas=12, test=1))
    assert found.smallest_p == pytest.approx(1 / 12)
    assert not found.chance_check_can_speak
    assert {power.chance_check for power in found.powers} == {None}
    assert rate(found, Alarm.LABELS_PERMUTED) == 0


def test_covariates_cost_power_only_a_little() -> None:
    panel = past()
    level = panel.with_covariates({"level": panel.values[:, 0]})
    assert size(examined(panel)) < size(examined(level)) < 2 * size(examined(panel))


def test_rates_and_means_are_examined_in_their_own_unit() -> None:
    counted = past()
    rates = replace(counted, scale=Scale.RATE)
    shares = without_counts(counted)
    assert examined(rates).unit is Unit.PER
    found = examined(shares)
    assert found.unit is Unit.SHARE
    assert Alarm.POOLED_Z not in {alarm.method for alarm in found.false_alarms}


def test_a_worthwhile_effect_out_of_sight_is_never_answered() -> None:
    assert examined(past(), worthwhile=0.001).answers_after is None


def test_months_are_answered_by_the_same_months() -> None:
    drawn = past(periods=12)
    months = replace(drawn, periods=tuple(f"2024-{month:02d}" for month in range(1, 13)))
    assert examined(months, periods_after=3).periods_before == ("2024-01", "2024-02", "2024-03")


def test_periods_after_are_counted_from_the_start_whichever_of_them_have_a_like_one_before() -> None:
    """Six months before, January to June: of the twelve after, July to December have nothing to answer them."""
    drawn = past(periods=6)
    half = replace(drawn, periods=tuple(f"2024-{month:02d}" for month in range(1, 7)))
    found = examined(half, periods_after=12)
    assert (found.periods_after, found.smallest.periods_after) == (12, 12)
    assert [each.periods_after for each in found.by_periods] == [3, 6, 9, 12, 18, 24]


def test_a_past_under_another_definition_does_not_count() -> None:
    panel = replace(past(), breaks=("010",))
    assert refused(panel) is Reason.BREAK_IN_DEFINITION
    assert examined(panel, before=2).periods_before == ("011", "012")


def test_what_the_estimator_would_refuse_is_refused_now() -> None:
    assert refused(past(areas=5, test=2)) is Reason.TOO_FEW_AREAS
    assert refused(past(level=0.001, denominators=10, area_noise=0.0)) is Reason.TOO_FEW_EVENTS
    assert refused(replace(past(), overlapping=("003",))) is Reason.OVERLAPPING_PERIODS
    assert refused(past().take(~past().is_test)) is Reason.TOO_FEW_AREAS
    assert refused(past().with_covariates({"same": np.ones(12)})) is Reason.COVARIATE


@pytest.mark.parametrize("periods", [1, 2])
def test_two_periods_before_are_too_few_to_know_the_usual_ups_and_downs(periods: int) -> None:
    assert refused(past(periods=periods)) is Reason.TOO_FEW_POINTS


def test_areas_that_never_moved_are_refused_without_counts_and_taken_with_them() -> None:
    values = np.tile(np.linspace(0.4, 0.6, 12)[:, None], (1, 6))
    still = Panel.from_matrix(
        areas=[f"a{area}" for area in range(12)], periods=list("123456"), starts=[6] * 2 + [None] * 10, values=values
    )
    assert refused(still) is Reason.NO_VARIATION
    counted = Panel.from_matrix(
        areas=still.areas, periods=still.periods, starts=still.starts, numerators=np.round(values * 1_000),
        denominators=np.full((12, 6), 1_000.0),
    )  # fmt: skip
    assert examined(counted).deviation == 0


@pytest.mark.parametrize(
    "asked",
    [
        {"reach": 0.0},
        {"reach": 1.1},
        {"power": 1.0},
        {"simulations": 10},
        {"effects": [-0.1]},
        {"effects": [float("nan")]},
        {"worthwhile": 0.0},
        {"periods_after": 0},
        {"level": 1.0},
    ],
)
def test_a_question_that_cannot_be_meant_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        doctor.examine(past(), **asked)


@settings(max_examples=60, deadline=None)
@given(wild())
def test_odd_figures_end_in_an_examination_or_a_refusal(panel: Panel) -> None:
    before = panel.to_bytes()
    found = doctor.examine(panel, simulations=100)
    assert isinstance(found, Examination | Refusal)
    assert panel.to_bytes() == before


def test_five_effects_with_all_1820_labellings_do_not_take_long() -> None:
    """4 of 16 areas, 1,000 simulations: 0.25 s of processor time where this was written, minutes one by one.

    The bar is for the slowest machine; `python -m tests.benchmarks.statistics_speed` measures.
    """
    panel = past(areas=16, test=4)
    doctor.examine(panel)
    began = time.process_time()
    doctor.examine(panel)
    assert time.process_time() - began < 5
