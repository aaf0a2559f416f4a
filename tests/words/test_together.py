"""Several comparisons beside each other, in words."""

from __future__ import annotations

import pytest

from evaluation.statistics.looks import holm, planned_looks
from evaluation.words import breakable, by_chance, judged_together, looks


@pytest.mark.parametrize(
    ("comparisons", "said"),
    [
        (0, ""),
        (1, "With 1 comparison, fewer than 1 would be expected to look like a finding by chance alone."),
        (6, "With 6 comparisons, fewer than 1 would be expected to look like a finding by chance alone."),
        (240, "With 240 comparisons, about 12 would be expected to look like a finding by chance alone."),
    ],
)
def test_findings_by_chance_are_counted_beforehand(comparisons: int, said: str) -> None:
    assert breakable(by_chance(comparisons)) == said


def test_a_measure_among_several_has_its_adjusted_p() -> None:
    first, second = holm({"a": 0.01, "b": 0.2})
    assert judged_together(first, 2) == "one of 2 primary measures (Holm): p 0.020, still a finding"
    assert judged_together(second, 2) == "one of 2 primary measures (Holm): p 0.200, no finding"


def test_a_measure_that_cannot_speak_says_so() -> None:
    (first, _) = holm({"a": 0.04, "b": 0.2}, smallest_p={"a": 0.04, "b": 0.04})
    assert judged_together(first, 2) == "one of 2 primary measures; with these areas it cannot reach 0.025"


def test_looks_say_where_we_are() -> None:
    planned = planned_looks([1, 6, 12], 12, smallest_p=0.01)
    said = breakable(looks(planned, 7))
    assert said == (
        "after 1 period (p below 0.004, cannot speak), 6 periods (p below 0.021), 12 periods (p below 0.025); "
        "now at the one after 6 periods"
    )
    assert breakable(looks(planned, 0)).endswith("none is due yet")
