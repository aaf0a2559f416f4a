"""The chance check."""

from __future__ import annotations

from math import comb

import numpy as np
import pytest

from evaluation.statistics.inference.permutation import DRAWS, labellings, permute, smallest_p


def labels(areas: int, test: int) -> np.ndarray:
    return np.arange(areas) < test


@pytest.mark.parametrize(
    ("areas", "test", "smallest"), [(7, 2, 1 / 21), (6, 2, 1 / 15), (12, 1, 1 / 12), (8, 4, 2 / 70)]
)
def test_the_smallest_p_is_one_labelling_or_two_where_half_are_test_areas(
    areas: int, test: int, smallest: float
) -> None:
    most = np.where(labels(areas, test), 10.0, 0.0) + 0.01 * np.arange(areas)
    assert smallest_p(areas, test) == pytest.approx(smallest)
    assert permute(most, labels(areas, test)).p_value == pytest.approx(smallest)


def test_every_labelling_is_tried_once() -> None:
    tried = labellings(9, 3)
    assert len({frozenset(row) for row in tried.tolist()}) == len(tried) == comb(9, 3)


def test_ties_count_as_large() -> None:
    assert permute(np.zeros(8), labels(8, 2)).p_value == 1


def test_too_many_labellings_are_drawn_with_a_fixed_seed() -> None:
    standardised = np.random.default_rng(1).standard_normal(150)
    one, other = permute(standardised, labels(150, 5)), permute(standardised.copy(), labels(150, 5))
    assert one == other
    assert one.tried < one.possible
    assert one.smallest_p == 1 / (DRAWS + 1)
    assert all(len(set(row)) == 5 for row in labellings(150, 5)[:50].tolist())


def test_drawn_labellings_come_near_the_complete_count() -> None:
    """20 areas, 4 of them test areas: 4,845 labellings, against the normal tail of a large draw."""
    rng = np.random.default_rng(2)
    p_values = [permute(rng.standard_normal(60), labels(60, 4)).p_value for _ in range(400)]
    assert np.mean(np.array(p_values) < 0.5) == pytest.approx(0.5, abs=0.08)
