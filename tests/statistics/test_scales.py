"""There and back between the model scale and the unit people read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.model.measure import Scale
from evaluation.statistics.scales import LINKS, expit, inside, log_odds, transformed


@given(share=st.floats(1e-9, 1 - 1e-9))
def test_a_share_comes_back(share: float) -> None:
    assert expit(log_odds(np.array(share))) == pytest.approx(share, rel=1e-6)


@pytest.mark.parametrize("scale", Scale)
@pytest.mark.parametrize("far", [-1e9, 1e9])
def test_far_out_stays_finite(scale: Scale, far: float) -> None:
    assert np.isfinite(LINKS[scale].back(np.array(far)))


def test_half_is_always_added() -> None:
    change, variance = transformed(Scale.PROPORTION, np.array([0.0, 10.0, 4.0]), np.array([10.0, 10.0, 10.0]))
    assert change == pytest.approx(np.log([0.5 / 10.5, 10.5 / 0.5, 4.5 / 6.5]))
    assert variance == pytest.approx([1 / 0.5 + 1 / 10.5, 1 / 10.5 + 1 / 0.5, 1 / 4.5 + 1 / 6.5])


def test_levels_are_as_seen_but_for_empty_and_full_cells() -> None:
    seen, out_of = np.array([0.0, 10.0, 4.0]), np.array([10.0, 10.0, 10.0])
    assert inside(Scale.PROPORTION, seen, out_of) == pytest.approx([0.5 / 11, 10.5 / 11, 0.4])
    assert inside(Scale.RATE, seen, out_of) == pytest.approx([0.05, 1.0, 0.4])
