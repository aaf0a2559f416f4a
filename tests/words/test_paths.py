"""The path of an effect in words."""

from __future__ import annotations

import pytest

from evaluation.model.places import PeriodKind
from evaluation.model.results import PathPoint
from evaluation.words import breakable, moved_before, path_in_words, since_start
from evaluation.words.paths import NOUNS

ALIKE = PathPoint(-2, 0.05, 0.1, -0.15, 0.25, -0.2, 0.3, 2)
APART = PathPoint(-3, 0.5, 0.1, 0.3, 0.7, 0.2, 0.8, 2)
BARELY = PathPoint(-3, 0.25, 0.1, 0.05, 0.45, -0.01, 0.51, 2)
AFTER = PathPoint(4, 0.5, 0.1, 0.3, 0.7, 0.2, 0.8, 2)


def test_every_kind_of_period_has_a_noun() -> None:
    assert set(NOUNS) == set(PeriodKind)


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ((ALIKE, AFTER), "Before the start the areas moved alike, as far as these figures can tell"),
        ((BARELY, ALIKE, AFTER), "Before the start the areas moved alike, as far as these figures can tell"),
        ((APART, ALIKE, AFTER), "The areas moved apart before the start"),
        ((AFTER,), "How the difference went on after the start"),
    ],
)
def test_only_a_band_before_the_start_that_leaves_none_out_says_apart(
    points: tuple[PathPoint, ...], found: str
) -> None:
    assert moved_before(points) == found


@pytest.mark.parametrize(
    ("at", "kind", "said"),
    [
        (0, PeriodKind.MONTH, "first month after the start"),
        (-1, PeriodKind.ACADEMIC_YEAR, "last school year before the start"),
        (3, PeriodKind.QUARTER, "3 quarters after the start"),
        (-2, PeriodKind.MONTH, "2 months before the start"),
    ],
)
def test_when_a_point_is(at: int, kind: PeriodKind, said: str) -> None:
    assert breakable(since_start(at, kind)) == said


def test_a_path_is_told_from_end_to_end() -> None:
    told = breakable(path_in_words((ALIKE, AFTER), PeriodKind.MONTH))
    assert told == "From 0.05 (2 months before the start) to 0.50 (4 months after the start)"
