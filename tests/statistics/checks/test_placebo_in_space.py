"""How often other areas change this much."""

from __future__ import annotations

import pytest

from tests.statistics.checks.checking import checked, drawn, numbers


def test_a_large_effect_is_rare_among_other_areas_and_none_is_common() -> None:
    large, none = checked("placebo-in-space", drawn(effect=1.5)), checked("placebo-in-space", drawn(2))
    assert numbers(large)["as_large"] == 0 < numbers(none)["as_large"]
    assert numbers(large)["areas"] == 10
    assert numbers(large)["smallest_p"] == pytest.approx(1 / 66)
