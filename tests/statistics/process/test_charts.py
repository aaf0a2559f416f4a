"""Process charts: limits, the rules for what is unusual, rebases, and refusals."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.model.codes import Reason
from evaluation.model.process import ChartOf, ProcessChart, Rebase, Signal
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.statistics.process import p_chart, u_chart, xmr, xmr_many
from evaluation.statistics.process.chance import autocorrelation, chance_of_signal

STEADY = [10, 12, 11, 13, 10, 11, 12, 11]


def drawn(found: ProcessChart | Refusal) -> ProcessChart:
    assert isinstance(found, ProcessChart)
    return found


def marked(chart: ProcessChart, signal: Signal) -> list[int]:
    return [at for at, point in enumerate(chart.points) if signal in point.signals]


def test_limits_are_2_66_mean_moving_ranges_from_the_mean() -> None:
    chart = drawn(xmr(STEADY))
    reach = 2.66 * (2 + 1 + 2 + 3 + 1 + 1 + 1) / 7
    assert chart.centre == pytest.approx(11.25)
    assert (chart.lower, chart.upper) == pytest.approx((11.25 - reach, 11.25 + reach))
    assert not chart.has_signal


def test_one_far_point_is_outside() -> None:
    """The series of the deviations vignette of NHSRplotthedots, as Excel draws it: 10 is beyond 6.95."""
    chart = drawn(xmr([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]))
    assert chart.upper == pytest.approx(1.9444 + 2.66 * 32 / 17, abs=1e-4)
    assert marked(chart, Signal.OUTSIDE) == [4]


def test_seven_on_one_side_are_a_shift_and_six_are_not() -> None:
    below, above = [1.0, 1.5] * 4, [2.0, 2.5] * 3
    assert marked(drawn(xmr([*below, *above])), Signal.SHIFT) == list(range(8))
    assert marked(drawn(xmr([*below, *above, 2.0])), Signal.SHIFT) == list(range(15))


def test_a_point_on_the_centre_ends_a_run() -> None:
    values = [0, 2, 0, 2, 0, 2, 1.5, 1.5, 1.5, 1, 1.5, 1.5, 0.5, 0.5, 0.5, 0.5, 1]
    chart = drawn(xmr(values))
    assert chart.centre == pytest.approx(1.0294, abs=1e-4)
    flat = drawn(xmr([0, 2, 0, 2, 0, 2, *[1.25] * 3, 1, *[1.25] * 3, *[0.5] * 3]))
    assert flat.centre == pytest.approx(1.0)
    assert marked(flat, Signal.SHIFT) == []


def test_seven_rising_points_are_a_trend() -> None:
    values = [5, 4, 5, 4, 1, 2, 3, 4, 5, 6, 7, 4, 5, 4]
    assert marked(drawn(xmr(values)), Signal.TREND) == [4, 5, 6, 7, 8, 9, 10]
    assert marked(drawn(xmr([5, 4, 5, 4, 1, 2, 3, 4, 5, 6, 4, 5, 4])), Signal.TREND) == []


def test_two_in_three_near_a_limit_count_only_on_one_side() -> None:
    baseline = [10, 11, 10, 11, 10, 11, 10, 11]
    alike = drawn(xmr([*baseline, 12.5, 11, 12.5, 10], baseline=8))
    assert marked(alike, Signal.NEAR_LIMIT) == [8, 10]
    apart = drawn(xmr([*baseline, 12.5, 10, 12.5, 10], baseline=8))
    assert marked(apart, Signal.NEAR_LIMIT) == []


def test_a_gap_is_passed_over_and_stays_a_gap() -> None:
    with_gap = [*STEADY[:4], None, *STEADY[4:]]
    chart = drawn(xmr(with_gap))
    assert chart.points[4].value is None
    assert chart.points[4].signals == ()
    # The range from 13 to 10 spans the gap and is left out.
    assert chart.upper == pytest.approx(11.25 + 2.66 * (2 + 1 + 2 + 1 + 1 + 1) / 6)


def test_a_rebase_needs_a_cause_and_works_the_limits_out_anew() -> None:
    with pytest.raises(ValueError, match="what changed"):
        Rebase(8, " ", date(2025, 4, 1))
    moved = Rebase(8, "A new form from April", date(2025, 4, 1), "the implementation group")
    chart = drawn(xmr([*STEADY, *(value + 50 for value in STEADY)], rebases=[moved]))
    assert (chart.points[0].centre, chart.centre) == pytest.approx((11.25, 61.25))
    assert not chart.has_signal
    assert chart.rebases == (moved,)


def test_without_the_rebase_the_same_move_is_unusual() -> None:
    assert drawn(xmr([*STEADY, *(value + 50 for value in STEADY)])).has_signal


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([], Reason.TOO_FEW_POINTS),
        ([1, 2, 3, 4, 5, 6], Reason.TOO_FEW_POINTS),
        ([None] * 10, Reason.TOO_FEW_POINTS),
        ([1, None] * 8, Reason.TOO_FEW_POINTS),
        ([3] * 12, Reason.NO_VARIATION),
    ],
)
def test_too_little_is_refused(values: list[float | None], reason: Reason) -> None:
    found = xmr(values)
    assert isinstance(found, Refusal)
    assert found.reason is reason


def test_a_stretch_too_short_after_a_rebase_is_refused() -> None:
    found = xmr([*STEADY, 1, 2, 3], rebases=[Rebase(8, "A new form", date(2025, 4, 1))])
    assert isinstance(found, Refusal)


def test_names_of_periods_must_fit() -> None:
    with pytest.raises(UsageError, match="8 values and 2 periods"):
        xmr(STEADY, periods=["a", "b"])


def test_few_points_give_trial_limits() -> None:
    assert drawn(xmr(STEADY)).is_trial
    assert not drawn(xmr(STEADY * 2)).is_trial


def test_p_chart_without_laney_has_binomial_limits_for_each_denominator() -> None:
    sizes = [50, 60, 55, 70, 50, 52, 58, 61]
    seen = [5, 7, 6, 9, 5, 6, 7, 8]
    chart = drawn(p_chart(seen, sizes, laney=False))
    share = sum(seen) / sum(sizes)
    assert chart.of is ChartOf.PROPORTIONS
    assert [point.upper for point in chart.points] == pytest.approx(
        [share + 3 * np.sqrt(share * (1 - share) / size) for size in sizes]
    )
    assert min(point.lower for point in chart.points) >= 0


def test_laney_widens_the_limits_of_large_denominators() -> None:
    rng = np.random.default_rng(1)
    shares = rng.normal(0.6, 0.03, 24)
    sizes = np.full(24, 20_000)
    seen = rng.binomial(sizes, shares)
    plain, laney = (drawn(p_chart(seen, sizes, laney=laney)) for laney in (False, True))
    assert sum(bool(point.signals) for point in plain.points) > 12
    assert sum(bool(point.signals) for point in laney.points) < 4
    scores = (seen / sizes - laney.centre) / np.sqrt(laney.centre * (1 - laney.centre) / sizes)
    assert laney.upper - laney.centre == pytest.approx(
        3 * np.sqrt(laney.centre * (1 - laney.centre) / 20_000) * np.abs(np.diff(scores)).mean() / 1.128
    )


def test_u_chart_has_poisson_limits() -> None:
    chart = drawn(u_chart([4, 6, 5, 7, 3, 5, 6, 4], [1.0, 1.2, 1.0, 1.1, 0.9, 1.0, 1.0, 1.0], laney=False))
    rate = 40 / 8.2
    assert chart.points[1].upper == pytest.approx(rate + 3 * np.sqrt(rate / 1.2))


@pytest.mark.parametrize("seen", [[0] * 10, [20] * 10])
def test_none_or_all_of_everyone_has_no_variation(seen: list[int]) -> None:
    found = p_chart(seen, [20] * 10)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.NO_VARIATION


def test_many_series_at_once_are_the_same_as_one_by_one() -> None:
    values = np.random.default_rng(3).normal(size=(20, 24))
    many = xmr_many(values)
    for at, row in enumerate(values):
        chart = drawn(xmr(row))
        assert many.limits.upper[at, 0] == chart.upper
        for signal, found in many.signals.items():
            assert np.flatnonzero(found[at]).tolist() == marked(chart, signal)


def test_the_chance_of_a_signal_grows_with_length_and_likeness() -> None:
    """About 15 in 100 for 24 months on their own, 80 in 100 where each month resembles the last (0.6)."""
    assert chance_of_signal(24, 0.0) == pytest.approx(0.15, abs=0.02)
    assert chance_of_signal(24, 0.6) == pytest.approx(0.80, abs=0.02)
    assert chance_of_signal(12, 0.0) < chance_of_signal(24, 0.0) < chance_of_signal(60, 0.0)


def test_likeness_is_found_in_a_series_that_follows_itself() -> None:
    rng = np.random.default_rng(5)
    walk = np.zeros(400)
    for at in range(1, 400):
        walk[at] = 0.6 * walk[at - 1] + rng.normal()
    assert autocorrelation(walk, [slice(0, 400)]) == pytest.approx(0.6, abs=0.11)
    assert autocorrelation(np.array([1.0, -1.0] * 20), [slice(0, 40)]) == 0


@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6, width=32)), max_size=40))
def test_any_series_gives_a_chart_or_a_refusal(values: list[float | None]) -> None:
    found = xmr(values)
    assert isinstance(found, ProcessChart | Refusal)
    if isinstance(found, ProcessChart):
        assert [point.value is None for point in found.points] == [value is None for value in values]
