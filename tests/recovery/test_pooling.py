"""Six prototypes that share four comparison areas: how often their average is an effect where there is none."""

from __future__ import annotations

import numpy as np

from evaluation.model.together import Pooled
from evaluation.statistics.pooling import pool
from tests.statistics.test_pooling import several

ROUNDS = 600


def test_sharing_areas_does_not_make_findings() -> None:
    """STATISTICS: 26.8 in 100 if the sharing is ignored."""
    rng = np.random.default_rng(20261101)
    found = [pool(several(rng, 6, shared=4, own=0)) for _ in range(ROUNDS)]
    alarms = np.mean([isinstance(one, Pooled) and one.p_value < 0.05 for one in found])
    print(f"\nsix prototypes that share four areas: {alarms:.1%} false alarms of {ROUNDS}")
    assert alarms <= 0.07
