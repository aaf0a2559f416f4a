"""What a reader must know beside the numbers."""

from __future__ import annotations

import pytest

from evaluation.model.codes import Caution
from evaluation.statistics.cautions import holding, of_chance
from evaluation.statistics.inference.placebos import Rank


@pytest.mark.parametrize(
    ("ranked", "p_value", "holds"),
    [
        (None, 0.01, ()),
        (Rank(0.02, 0.01), 0.01, ()),
        (Rank(0.2, 0.01), 0.3, ()),
        (Rank(0.2, 0.01), 0.01, (Caution.CHANCE_CHECK_DISAGREES,)),
        (Rank(0.02, 0.01), 0.3, (Caution.CHANCE_CHECK_DISAGREES,)),
        (Rank(0.1, 0.1), 0.01, (Caution.CHANCE_CHECK_CANNOT_SPEAK,)),
    ],
)
def test_a_chance_check_that_cannot_reach_the_level_does_not_disagree(
    ranked: Rank | None, p_value: float, holds: tuple[Caution, ...]
) -> None:
    assert holding(of_chance(ranked, p_value, 0.95)) == holds
