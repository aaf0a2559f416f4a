"""A series on its own: what it refuses, how gaps and seasons are kept, and that figure and picture agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.codes import Caution, Grade, Reason, Scaling, Unit
from evaluation.model.measure import Scale
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel, compare, simulate


def drawn(seed: int = 1, **design: Any) -> Panel:
    given: dict[str, Any] = {"areas": 1, "test": 1, "periods": 48, "start": 24} | design
    return simulate.panel(np.random.default_rng(seed), **given)


def months(panel: Panel) -> Panel:
    """The same with months for names."""
    names = tuple(f"{2020 + at // 12}-{at % 12 + 1:02d}" for at in range(len(panel.periods)))
    return replace(panel, periods=names)


def without(panel: Panel, *places: int) -> Panel:
    """The same without these periods: not empty cells, but no column at all."""
    kept = [at for at in range(len(panel.periods)) if at not in places]
    assert panel.numerators is not None
    assert panel.denominators is not None
    return Panel.from_matrix(
        areas=panel.areas,
        periods=[panel.periods[at] for at in kept],
        starts=[sum(at < start for at in kept) for start in panel.starts.tolist()],
        numerators=panel.numerators[:, kept],
        denominators=panel.denominators[:, kept],
    )


def hidden(panel: Panel, *places: int) -> Panel:
    """The same with empty cells."""
    held = {name: getattr(panel, name).copy() for name in ("values", "numerators", "denominators")}
    for matrix in held.values():
        matrix[:, list(places)] = np.nan
    return replace(panel, **held)


def means(panel: Panel) -> Panel:
    return replace(panel, scale=Scale.MEAN, numerators=None, denominators=None)


def estimate(panel: Panel, **settings: Any) -> Estimate:
    outcome = ESTIMATORS["interrupted-series"](panel, **settings)
    assert isinstance(outcome, Estimate), outcome
    return outcome


def refused(panel: Panel, **settings: Any) -> Refusal:
    outcome = ESTIMATORS["interrupted-series"](panel, **settings)
    assert isinstance(outcome, Refusal)
    return outcome


@pytest.mark.parametrize(("periods", "start"), [(35, 18), (40, 2), (40, 38)])
def test_a_short_series_or_side_is_refused_and_what_is_needed_named(periods: int, start: int) -> None:
    refusal = refused(drawn(periods=periods, start=start))
    assert refusal.reason is Reason.TOO_FEW_POINTS
    assert "36 periods" in refusal.need


def test_hidden_months_count_towards_no_36() -> None:
    assert refused(hidden(drawn(periods=38, start=20), 3, 4, 30)).reason is Reason.TOO_FEW_POINTS


@pytest.mark.parametrize("level", [0.0005, 0.9995])
def test_few_expected_events_are_refused(level: float) -> None:
    assert refused(drawn(level=level, denominators=100, area_noise=0.0)).reason is Reason.TOO_FEW_EVENTS


@pytest.mark.parametrize("full", [0.0, 1.0])
def test_nothing_or_everything_counted_on_one_side_is_refused(full: float) -> None:
    panel = drawn()
    assert panel.numerators is not None
    assert panel.denominators is not None
    seen = panel.numerators.copy()
    seen[:, 24:] = full * panel.denominators[:, 24:]
    assert refused(replace(panel, numerators=seen, values=seen / panel.denominators)).reason is Reason.TOO_FEW_EVENTS


def test_figures_on_a_straight_line_are_refused() -> None:
    line = np.linspace(2, 3, 40)[None]
    panel = Panel.from_matrix(areas=["a"], periods=[f"{at:02d}" for at in range(40)], starts=[20], values=line)
    assert refused(panel).reason is Reason.NO_VARIATION


def test_single_zero_and_full_cells_are_taken() -> None:
    panel = drawn(denominators=12, level=0.5)
    assert panel.numerators is not None
    assert panel.denominators is not None
    seen = panel.numerators.copy()
    seen[0, [3, 30]], seen[0, [9, 40]] = 0, 12
    outcome = estimate(replace(panel, numerators=seen, values=seen / panel.denominators))
    assert 0 < outcome.effect.expected < 1


def test_comparison_areas_are_left_aside() -> None:
    panel = drawn(areas=6, test=2)
    outcome = estimate(panel)
    assert outcome == estimate(panel.take(panel.is_test))
    assert (outcome.test_areas, outcome.comparison_areas) == (("a01", "a02"), ())


@pytest.mark.parametrize(
    ("panel", "scale", "unit"),
    [
        (drawn(), Scaling.LOG_ODDS, Unit.SHARE),
        (replace(drawn(), scale=Scale.RATE), Scaling.LOG, Unit.PER),
        (means(drawn()), Scaling.PLAIN, Unit.NUMBER),
    ],
)
def test_the_kind_of_figure_decides_scale_and_unit(panel: Panel, scale: Scaling, unit: Unit) -> None:
    outcome = estimate(panel)
    assert (outcome.scale, outcome.effect.unit) == (scale, unit)
    assert (Caution.NO_DENOMINATORS in outcome.cautions) is (scale is Scaling.PLAIN)


def test_what_was_seen_is_what_the_effect_says_was_seen() -> None:
    panel = drawn(effect=0.5, seasonal=0.3)
    assert panel.numerators is not None
    outcome = estimate(months(panel))
    assert outcome.effect.numerator == panel.numerators[0, 24:].sum()
    assert outcome.effect.observed == pytest.approx(panel.numerators[0, 24:].sum() / 2_400)


def test_the_gap_between_the_two_lines_after_the_start_is_the_effect() -> None:
    outcome = estimate(drawn(effect=0.5, denominators=200))
    after = [point for point in outcome.series if point.period in outcome.periods_after]
    apart = np.mean([(point.observed or 0) - (point.expected or 0) for point in after])
    assert float(apart) == pytest.approx(outcome.effect.value)
    assert all(point.low is not None and point.high is not None and point.low < point.high for point in after)
    assert all(point.low is None for point in outcome.series if point not in after)


def test_a_hidden_month_is_a_gap_and_the_months_after_it_keep_their_distance() -> None:
    panel = months(drawn(effect=0.5))
    with_gap, left_out = estimate(hidden(panel, 10, 11)), estimate(without(panel, 10, 11))
    assert with_gap.value == pytest.approx(left_out.value)
    assert with_gap.standard_error == pytest.approx(left_out.standard_error)
    assert with_gap.series[10].observed is None
    assert with_gap.series[10].expected is not None
    assert panel.periods[10] not in with_gap.periods_before


def test_labels_that_tell_the_month_bring_the_season_with_them() -> None:
    panel = drawn(seasonal=0.5, denominators=2_000)
    assert estimate(months(panel)).value == pytest.approx(estimate(panel, seasons=12).value)
    assert estimate(months(panel)).standard_error < estimate(panel).standard_error


def test_a_wave_through_the_year_is_no_effect() -> None:
    """The start falls into a trough, so that what follows rises for a while."""
    found = [estimate(months(drawn(seed, seasonal=0.6, start=33, shock=0.1))).p_value < 0.05 for seed in range(20)]
    assert sum(found) <= 3


def test_an_area_with_few_figures_does_not_empty_the_series() -> None:
    panel = drawn(areas=3, test=3)
    held = {name: getattr(panel, name).copy() for name in ("values", "numerators", "denominators")}
    for matrix in held.values():
        matrix[2, :20] = np.nan
    outcome = estimate(replace(panel, **held))
    assert outcome.dropped_areas == ("a03",)
    assert len(outcome.periods_before) == 24
    assert Caution.AREAS_DROPPED in outcome.cautions


def test_lag_and_skip_leave_periods_out_between_before_and_after() -> None:
    outcome = estimate(drawn(), lag=2, skip=1)
    assert (outcome.periods_before[-1], outcome.periods_after[0]) == ("024", "028")


def test_periods_taken_as_independent_are_shown_beside() -> None:
    outcome = estimate(drawn(rho=0.8, shock=0.4))
    (opinion,) = outcome.opinions
    assert opinion.standard_error is not None
    assert opinion.standard_error < outcome.standard_error
    assert "independent" in opinion.inference


def test_the_chance_of_a_false_alarm_is_printed_and_a_high_one_said() -> None:
    """A share that wanders, seen for three years, is the worst case there is."""
    wandering = {"periods": 36, "start": 18, "rho": 0.97, "shock": 2.0, "denominators": 5_000, "level": 0.5}
    quiet, wild = estimate(drawn(rho=0.0)), estimate(drawn(19, **wandering))
    assert quiet.false_alarms is not None
    assert wild.false_alarms is not None
    assert quiet.false_alarms < 0.07 < wild.false_alarms
    assert Caution.SERIES_FALSE_ALARMS not in quiet.cautions
    assert Caution.SERIES_FALSE_ALARMS in wild.cautions


@pytest.mark.parametrize("level", [0.5, 0.9, 0.99])
def test_the_range_excludes_0_exactly_when_p_is_below(level: float) -> None:
    for seed in range(12):
        outcome = estimate(drawn(seed, effect=0.15), level=level)
        excludes = outcome.low > 0 or outcome.high < 0
        assert excludes == (outcome.p_value < 1 - level) == (outcome.effect.low > 0 or outcome.effect.high < 0)


def test_the_unit_of_a_mean_does_not_matter() -> None:
    panel = means(drawn())
    scaled = replace(panel, values=1e6 * panel.values)
    one, other = estimate(panel), estimate(scaled)
    assert other.value == pytest.approx(1e6 * one.value)
    assert other.p_value == pytest.approx(one.p_value, abs=1e-9)


def test_without_comparison_and_with_36_points_the_series_speaks_and_earns_c() -> None:
    comparison = compare(drawn(periods=48, start=36, areas=2, test=2))
    assert isinstance(comparison.outcome, Estimate)
    assert (comparison.outcome.method, comparison.grade) == ("interrupted-series", Grade.C)
    assert Caution.NO_COMPARISON in comparison.cautions


def test_a_series_that_does_not_move_has_a_p_value_of_at_most_1() -> None:
    """Half of everyone in every month: the weights of the error structures once added up to a little more than 1."""
    sizes = np.where(np.arange(48) % 3 == 0, 400.0, 40.0)[None]
    panel = Panel.from_matrix(
        areas=["a"], periods=[f"{at:02d}" for at in range(48)], starts=[24], numerators=sizes / 2, denominators=sizes
    )
    outcome = ESTIMATORS["interrupted-series"](panel)
    assert isinstance(outcome, Refusal) or outcome.p_value <= 1
