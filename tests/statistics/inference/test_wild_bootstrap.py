"""The wild cluster bootstrap: its draws, its smallest p, where its interval ends."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics.inference.absorbed import Absorbed, absorb
from evaluation.statistics.inference.wild_bootstrap import DRAWS, MOST_ENUMERATED, wild_bootstrap


def regression(areas: int, test: int, effect: float = 0.0, seed: int = 1) -> Absorbed:
    rng = np.random.default_rng(seed)
    treated = (np.arange(areas) < test)[:, None] & (np.arange(8) >= 4)
    values = rng.standard_normal((areas, 8)) + rng.standard_normal((areas, 1)) + effect * treated
    found = absorb(values, treated, np.ones((areas, 8)))
    assert found is not None
    return found


@pytest.mark.parametrize(("areas", "smallest"), [(8, 1 / 2**7), (MOST_ENUMERATED, 1 / 2**13), (20, 1 / (DRAWS + 1))])
def test_the_smallest_p_is_that_of_the_signs_as_they_are_and_reversed(areas: int, smallest: float) -> None:
    found = wild_bootstrap(regression(areas, areas // 2, effect=9.0), 0.95)
    assert found.smallest_p == pytest.approx(smallest)
    assert found.p_value == pytest.approx(smallest)


@pytest.mark.parametrize("areas", [12, 20])
def test_limits_are_hypotheses_whose_p_is_the_level(areas: int) -> None:
    """Moving all figures of treated cells by a limit leaves a test that is just about to reject."""
    told = wild_bootstrap(regression(areas, areas // 3), 0.9)
    assert told.low is not None
    assert told.high is not None
    for limit in (told.low, told.high):
        at_limit = wild_bootstrap(regression(areas, areas // 3, effect=-limit), 0.9)
        assert at_limit.p_value == pytest.approx(0.1, abs=2e-3)


def test_the_same_figures_give_the_same_draws() -> None:
    assert wild_bootstrap(regression(16, 4), 0.95) == wild_bootstrap(regression(16, 4), 0.95)


def test_with_five_areas_no_hypothesis_is_rejected_at_5_in_100() -> None:
    """The signs as they are and reversed always fit as well: 2 of 2^5 patterns."""
    told = wild_bootstrap(regression(5, 2), 0.95)
    assert (told.low, told.high) == (None, None)
    assert wild_bootstrap(regression(6, 2), 0.95).low is not None


def test_a_higher_level_is_wider() -> None:
    found = regression(16, 4)
    narrow, wide = wild_bootstrap(found, 0.8), wild_bootstrap(found, 0.95)
    assert narrow.p_value == wide.p_value
    assert wide.low is not None and narrow.low is not None  # noqa: PT018 - one fact
    assert wide.low < narrow.low < found.effect
