"""From the model scale to what people read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.model.measure import Scale
from evaluation.statistics.effects import gained
from evaluation.statistics.scales import LINKS

COUNTED = st.sampled_from([Scale.PROPORTION, Scale.RATE, Scale.MEAN])


def test_a_gain_in_log_odds_depends_on_where_it_is_made() -> None:
    """A gain of log 2: from a third to a half, and from a ninth to a fifth."""
    gains = gained(LINKS[Scale.PROPORTION], np.array([0.5, 0.2]), np.log(2))
    assert gains == pytest.approx([1 / 2 - 1 / 3, 1 / 5 - 1 / 9])


@given(scale=COUNTED, level=st.floats(0.01, 0.99), gain=st.floats(-5, 5), more=st.floats(0.001, 5))
def test_the_map_rises_with_the_gain_and_is_0_at_0(scale: Scale, level: float, gain: float, more: float) -> None:
    link, after = LINKS[scale], np.array([level])
    assert gained(link, after, 0.0) == pytest.approx(0, abs=1e-12)
    assert gained(link, after, gain + more) > gained(link, after, gain)
