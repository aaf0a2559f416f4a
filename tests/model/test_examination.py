from __future__ import annotations

import pytest

from evaluation.model.examination import Detectable


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_detectable_effect_is_a_number_or_none(number: float) -> None:
    assert Detectable(12, None, None, None).effect is None
    with pytest.raises(ValueError, match="finite"):
        Detectable(12, 0.3, number, None)
