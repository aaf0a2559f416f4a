from __future__ import annotations

import pytest

from evaluation.model.choice import Suggested


def test_a_distance_is_a_number() -> None:
    with pytest.raises(ValueError, match="finite"):
        Suggested("a", float("nan"), 0.0, 0.0, None, is_statistical_neighbour=False)
