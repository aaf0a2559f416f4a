"""Where a prototype stands among the stages: the plan says it, and what was written down explains it or not."""

from __future__ import annotations

from datetime import date
from itertools import product

from evaluation.learning.stages import ORDER, is_back, stage_standing
from evaluation.model.agreeing import StageMove
from evaluation.model.framework import StageId
from evaluation.model.references import Kind, Reference
from tests.learning.recorded import Kept


def moved(*stages: StageId) -> list[Kept[StageMove]]:
    return [
        Kept(Reference(Kind.STAGE, str(number)), StageMove("one-team", to, date(2026, 5, number)))
        for number, to in enumerate(stages, 1)
    ]


def test_what_the_plan_says_is_explained_by_the_last_move() -> None:
    assert not stage_standing(StageId.TEST, moved(StageId.SELECT, StageId.TEST)).is_unexplained
    assert stage_standing(StageId.MEASURE, moved(StageId.SELECT, StageId.TEST)).is_unexplained


def test_before_the_first_move_the_agreed_plan_says_where_it_was() -> None:
    assert stage_standing(StageId.TEST, [], agreed=StageId.SELECT).is_unexplained
    assert not stage_standing(StageId.TEST, [], agreed=StageId.TEST).is_unexplained
    assert not stage_standing(StageId.TEST, moved(StageId.TEST), agreed=StageId.SELECT).is_unexplained


def test_where_nothing_was_written_down_nothing_is_unexplained() -> None:
    assert not any(stage_standing(stage, []).is_unexplained for stage in StageId)


def test_of_two_stages_the_way_to_one_is_back() -> None:
    for one, other in product(ORDER, repeat=2):
        assert (is_back(one, other) + is_back(other, one)) == (one is not other)
