"""Comparison areas in the test areas' part."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from evaluation.statistics.inference.placebos import MOST, covariance, placebo_areas, rank


def test_every_comparison_area_takes_the_part_once() -> None:
    assert placebo_areas(300, 1).tolist() == [[at] for at in range(300)]
    assert placebo_areas(10, 2).tolist() == [list(pair) for pair in combinations(range(10), 2)]


def test_beyond_200_so_many_are_drawn_the_same_each_time() -> None:
    drawn = placebo_areas(30, 3)
    assert drawn.shape == (MOST, 3)
    assert all(len(set(part)) == 3 for part in drawn.tolist())
    assert drawn.tolist() == placebo_areas(30, 3).tolist()


def test_the_spread_is_that_of_one_more_draw() -> None:
    """Variance with n - 1, times 1 + 1 / n: as a prediction interval has it."""
    effects = np.random.default_rng(1).normal(size=(8, 3))
    assert covariance(effects) == pytest.approx(np.cov(effects.T) * (1 + 1 / 8))


def test_even_weights_make_the_spread_of_area_changes() -> None:
    """Each area less the mean of the others: the variance a t test of one against n has, and a little more."""
    changes = np.random.default_rng(1).normal(size=20)
    apart = changes - (changes.sum() - changes) / 19
    exact = changes.var(ddof=1) * (1 + 1 / 20)
    assert exact < covariance(apart[:, None])[0, 0] < 1.15 * exact


def test_the_rank_counts_the_first_among_all_and_ties_with_it() -> None:
    assert rank(np.array([3.0, 1, 2, 4])).p_value == 0.5
    assert rank(np.array([4.0, 1, 2, 4 * (1 - 1e-12)])).p_value == 0.5
    assert rank(np.array([9.0, 1, 2, 3])).p_value == rank(np.array([9.0, 1, 2, 3])).smallest_p == 0.25
