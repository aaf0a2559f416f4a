"""Synthetic difference in differences: how it differs from a synthetic control."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from evaluation.model.codes import Caution, Reason
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel, simulate

NAME = "synthetic-difference-in-differences"


def means(figures: Any, test: int = 1, start: int = 6) -> Panel:
    figures = np.asarray(figures, dtype=float)
    starts = [start] * test + [None] * (len(figures) - test)
    periods = [str(2001 + at) for at in range(figures.shape[1])]
    return Panel.from_matrix(
        areas=[f"a{at:02d}" for at in range(len(figures))], periods=periods, starts=starts, values=figures
    )


def walks(areas: int = 12, periods: int = 20, seed: int = 5) -> Any:
    return np.random.default_rng(seed).standard_normal((areas, periods)).cumsum(axis=1) + 50


def estimate(panel: Panel, **settings: Any) -> Estimate:
    outcome = ESTIMATORS[NAME](panel, **settings)
    assert isinstance(outcome, Estimate), outcome
    return outcome


def test_what_always_lay_between_levels_does_not_matter() -> None:
    """The test area may lie far from all others: a synthetic control could not follow."""
    figures = walks()
    apart = figures + np.r_[1000.0, np.linspace(-90, 90, 11)][:, None]
    one, other = estimate(means(figures, start=12)), estimate(means(apart, start=12))
    assert (one.value, one.standard_error) == pytest.approx((other.value, other.standard_error), abs=1e-6)
    assert Caution.POOR_FIT_BEFORE not in other.cautions


def test_what_happens_everywhere_does_not_matter() -> None:
    figures = walks()
    common = np.random.default_rng(3).normal(0, 0.1, 20)
    common[12:] -= 30
    one, other = estimate(means(figures, start=12)), estimate(means(figures + common, start=12))
    assert other.value == pytest.approx(one.value, abs=0.5)


def test_even_weights_would_give_the_difference_in_differences() -> None:
    """Where areas differ by level and noise that no mix can foretell, weights spread out."""
    figures = np.random.default_rng(8).normal(0, 1, (40, 12)) + np.linspace(-5, 5, 40)[:, None]
    outcome = estimate(means(figures, start=6))
    change = figures[:, 6:].mean(axis=1) - figures[:, :6].mean(axis=1)
    assert outcome.value == pytest.approx(change[0] - change[1:].mean(), abs=0.6)
    assert len(outcome.donors) > 20
    assert max(weight for _, weight in outcome.donors) < 0.15


def test_the_path_averages_to_the_value_and_the_series_show_it() -> None:
    outcome = estimate(means(walks(), start=12))
    assert outcome.value == pytest.approx(np.mean([point.value for point in outcome.path]))
    gaps = [(point.observed or 0) - (point.expected or 0) for point in outcome.series[12:]]
    assert gaps == pytest.approx([point.value for point in outcome.path])


def test_an_effect_is_found() -> None:
    outcome = estimate(simulate.panel(np.random.default_rng(2), areas=30, test=1, effect=0.9))
    assert outcome.low > 0
    assert outcome.permutation_p == pytest.approx(1 / 30)


def test_several_test_areas_are_averaged() -> None:
    outcome = estimate(simulate.panel(np.random.default_rng(2), areas=20, test=3, effect=0.9))
    assert outcome.low > 0
    assert len(outcome.test_areas) == 3


@pytest.mark.parametrize(
    ("design", "reason"),
    [
        ({"areas": 5}, Reason.TOO_FEW_AREAS),
        ({"start": 3}, Reason.NO_PERIODS_BEFORE),
        ({"level": 0.001, "area_noise": 0.0}, Reason.TOO_FEW_EVENTS),
    ],
)
def test_it_refuses_as_a_synthetic_control_does(design: dict[str, Any], reason: Reason) -> None:
    panel = simulate.panel(np.random.default_rng(1), **{"areas": 20, "test": 1} | design)
    refusal = ESTIMATORS[NAME](panel)
    assert isinstance(refusal, Refusal)
    assert (refusal.reason, refusal.method) == (reason, NAME)
    assert refusal.reason is getattr(ESTIMATORS["synthetic-control"](panel), "reason", None)
