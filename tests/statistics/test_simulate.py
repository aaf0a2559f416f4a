"""Simulated panels are what they say."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics import simulate


def test_the_same_seed_gives_the_same_panel() -> None:
    assert simulate.panel(np.random.default_rng(1)) == simulate.panel(np.random.default_rng(1))
    assert simulate.panel(np.random.default_rng(1)) != simulate.panel(np.random.default_rng(2))


@pytest.mark.parametrize("rho", [0.0, 0.6, 0.9])
def test_noise_has_its_deviation_and_its_memory(rho: float) -> None:
    drawn = simulate.noise(np.random.default_rng(1), 2_000, 30, rho=rho, deviation=0.5)
    assert drawn.std() == pytest.approx(0.5, rel=0.03)
    assert np.corrcoef(drawn[:, 10], drawn[:, 11])[0, 1] == pytest.approx(rho, abs=0.05)


def test_the_effect_is_on_log_odds_in_test_areas_after_the_start() -> None:
    panel = simulate.panel(
        np.random.default_rng(1), effect=np.array([0.5, 1.0]), shock=0.0, area_noise=0.0, denominators=1_000_000
    )
    gained = np.log(panel.values / (1 - panel.values)) - np.log(0.6 / 0.4)
    assert gained[0, 12:] == pytest.approx(0.5, abs=0.02)
    assert gained[1, 12:] == pytest.approx(1.0, abs=0.02)
    assert gained[2:] == pytest.approx(0.0, abs=0.02)
    assert gained[:, :12] == pytest.approx(0.0, abs=0.02)


def test_common_shocks_seasons_and_trends_reach_every_area() -> None:
    common = np.where(np.arange(24) == 5, -1.0, 0.0)
    truth = simulate.log_odds(
        np.random.default_rng(1), areas=3, periods=24, level=0.5, area_noise=0, shock=0, common=common, trend=0.1,
        seasonal=0.2,
    )  # fmt: skip
    time = np.arange(24)
    assert truth == pytest.approx(np.tile(common + 0.1 * time + 0.2 * np.sin(2 * np.pi * time / 12), (3, 1)))


def test_the_worst_are_chosen_on_what_was_seen() -> None:
    panel = simulate.panel(np.random.default_rng(3), test=3, chosen_worst_at=4, effect=0.5)
    lowest = np.argsort(panel.values[:, 4], kind="stable")[:3]
    assert set(np.flatnonzero(panel.is_test)) == set(lowest)
    assert panel.covariates[simulate.CHOSEN_ON].tolist() == panel.values[:, 4].tolist()


def test_a_pool_is_drawn_from_by_lot() -> None:
    rng = np.random.default_rng(4)
    panels = [simulate.panel(rng, test=2, areas=12, chosen_worst_at=4, pool=5) for _ in range(30)]
    ranks = {
        int(rank)
        for panel in panels
        for rank in np.argsort(np.argsort(panel.values[:, 4], kind="stable"))[panel.is_test]
    }
    assert max(ranks) == 4


@pytest.mark.parametrize("denominators", [50, np.arange(1, 13), np.full((12, 24), 7)])
def test_denominators_are_one_number_one_an_area_or_one_a_figure(denominators: int | np.ndarray) -> None:
    panel = simulate.panel(np.random.default_rng(1), denominators=denominators)
    assert panel.denominators is not None
    wanted = np.asarray(denominators)
    assert (panel.denominators == (wanted[:, None] if wanted.ndim == 1 else wanted)).all()


def test_many_panels_are_drawn_at_once_and_each_can_be_taken() -> None:
    drawn = simulate.draw(np.random.default_rng(1), 5, simulate.Design(areas=7, test=3, periods=6, start=4))
    assert drawn.numerators.shape == (5, 7, 6)
    panel = drawn.panel(3)
    assert panel.numerators is not None
    assert (panel.numerators == drawn.numerators[3]).all()
    assert panel.starts.tolist() == [4, 4, 4, -1, -1, -1, -1]


def test_one_drawn_alone_is_the_panel_of_its_seed() -> None:
    alone = simulate.draw(np.random.default_rng(9), 1, simulate.Design(effect=0.4)).panel(0)
    assert alone == simulate.panel(np.random.default_rng(9), effect=0.4)


def test_each_test_area_gains_from_its_own_start() -> None:
    panel = simulate.panel(
        np.random.default_rng(1), test=2, starts=(5, 20), effect=2.0, shock=0.0, denominators=1_000_000
    )
    steps = np.diff(np.log(panel.values / (1 - panel.values)), axis=1)
    assert panel.starts.tolist()[:3] == [5, 20, -1]
    assert np.argwhere(steps > 1).tolist() == [[0, 4], [1, 19]]


def test_the_true_gain_is_told_as_a_share() -> None:
    design = simulate.Design(level=0.5, area_noise=0.0, shock=0.0, effect=np.array([0.0, 1.0]))
    drawn = simulate.draw(np.random.default_rng(1), 3, design)
    assert drawn.gained == pytest.approx((1 / (1 + np.exp(-1)) - 0.5) / 2)


def test_a_setting_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError):
        simulate.panel(np.random.default_rng(1), tests=3)


def test_a_start_beyond_the_periods_gains_nothing_yet() -> None:
    drawn = simulate.draw(np.random.default_rng(1), 2, simulate.Design(periods=6, start=6, effect=1.0))
    assert drawn.gained.tolist() == [0.0, 0.0]
    assert drawn.starts.max() == 6
