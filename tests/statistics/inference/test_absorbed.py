"""Effects taken out exactly, whatever is missing."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics.inference.absorbed import absorb, effects_of


@pytest.mark.parametrize("missing", [0.0, 0.3])
def test_what_remains_has_no_mean_left_in_any_area_or_period(missing: float) -> None:
    rng = np.random.default_rng(1)
    weights = rng.uniform(1, 9, (20, 7)) * (rng.random((20, 7)) >= missing)
    remains = weights * effects_of(weights).taken_out(rng.standard_normal((20, 7)))
    assert remains.sum(axis=0) == pytest.approx(0, abs=1e-9)
    assert remains.sum(axis=1) == pytest.approx(0, abs=1e-9)


def test_periods_that_no_area_ties_together_are_no_trouble() -> None:
    """Two blocks of areas, each with periods of its own."""
    weights = np.zeros((8, 8))
    weights[:4, :4] = weights[4:, 4:] = 1
    treated = np.zeros((8, 8), dtype=bool)
    treated[0, 2:4] = True
    values = np.random.default_rng(1).standard_normal((8, 8))
    whole, block = absorb(values, treated, weights), absorb(values[:4, :4], treated[:4, :4], weights[:4, :4])
    assert whole is not None
    assert block is not None
    assert whole.effect == pytest.approx(block.effect)


def test_a_treatment_that_is_an_area_effect_leaves_nothing() -> None:
    values = np.random.default_rng(1).standard_normal((4, 3))
    assert absorb(values, np.tile(np.arange(4) < 2, (3, 1)).T, np.ones((4, 3))) is None
