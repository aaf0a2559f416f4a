"""Near matches: what somebody may have meant."""

from __future__ import annotations

import pytest

from evaluation.declare.near import near_match


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("higer_is_better", "higher_is_better"),
        ("Higher is better", "higher_is_better"),
        ("lower-is-better", "lower_is_better"),
        ("zebra", None),
        ("", None),
    ],
)
def test_nearest_match(written: str, meant: str | None) -> None:
    assert near_match(written, ["higher_is_better", "lower_is_better", "neither"]) == meant


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert near_match("anything", []) is None
