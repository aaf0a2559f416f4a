"""What the checks leave of the best grade a design could earn."""

from __future__ import annotations

import pytest

from evaluation.model.codes import Caution, Grade
from evaluation.statistics.grading import AT_MOST_C, COSTLY, ONE_DOWN, grade


@pytest.mark.parametrize(
    ("cap", "cautions", "left"),
    [
        (Grade.A, (), Grade.A),
        (Grade.A, (Caution.AREAS_ALIKE, Caution.AREAS_DROPPED), Grade.A),
        (Grade.A, (Caution.CHANCE_CHECK_DISAGREES,), Grade.B),
        (Grade.A, (Caution.EARLIER_TRENDS_DIFFER,), Grade.C),
        (Grade.B, (Caution.SCALES_DISAGREE, Caution.MORE_VOLATILE), Grade.C),
        (Grade.A, tuple(ONE_DOWN), Grade.D),
        (Grade.D, tuple(AT_MOST_C), Grade.D),
        (Grade.A, (Caution.DEFINITION_CHANGED,), Grade.D),
        (Grade.A, (Caution.EVENT_IN_WINDOW, Caution.CHOICE_NOT_DECLARED), Grade.B),
    ],
)
def test_the_grade_is_the_cap_minus_what_the_checks_find(
    cap: Grade, cautions: tuple[Caution, ...], left: Grade
) -> None:
    assert grade(cap, cautions) == (left, tuple(each for each in cautions if each in COSTLY))
