"""Process charts as values."""

from __future__ import annotations

import pytest

from evaluation.model.measure import Polarity
from evaluation.model.process import Leans, ProcessPoint


@pytest.mark.parametrize(
    ("value", "polarity", "leans"),
    [
        (0.8, Polarity.HIGHER, Leans.BETTER),
        (0.8, Polarity.LOWER, Leans.WORSE),
        (0.2, Polarity.HIGHER, Leans.WORSE),
        (0.2, Polarity.LOWER, Leans.BETTER),
        (0.8, Polarity.NEITHER, Leans.NEITHER),
        (0.5, Polarity.HIGHER, Leans.NEITHER),
        (None, Polarity.HIGHER, Leans.NEITHER),
    ],
)
def test_a_point_leans_by_what_its_side_of_the_centre_means(
    value: float | None, polarity: Polarity, leans: Leans
) -> None:
    assert ProcessPoint("2025-01", value, 0.5, 0.4, 0.6).leans(polarity) is leans
