"""From stage to stage: on where the plan is ready, back with a reason, and never without a word."""

from __future__ import annotations

import pytest

from evaluation.model.agreeing import Listed, StageMove
from evaluation.model.framework import StageId
from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import Programme, agree_plan, agreed_page, move_stage, stages_page, tick
from evaluation.programme.declared import read_declarations
from evaluation.programme.plans.stages_page import StagesPage
from evaluation.store import rows
from tests.programme.conftest import LEAD, NOTE_TAKER, acting_as
from tests.programme.plans.test_agreeing import SPONSOR, edited

HEARD = """[[measures]]
id = "heard"
name = "Parents who felt heard"
kind = "experience"
outcomes = ["healthy"]
stream = "visits"
scale = "mean"
polarity = "higher_is_better"
periods = "month"
counted = "parents"
that = "felt heard"

[[groups]]"""
EXPERIENCE = ("[[groups]]", HEARD)
USED = (
    '[[measures]]\nmeasure = "on-time"',
    '[[measures]]\nmeasure = "heard"\nrole = "experience"\n\n[[measures]]\nmeasure = "on-time"',
)
CHECKLIST = (
    "[[groups]]",
    '[[stages]]\nid = "test_and_develop"\nname = "Test and develop"\nchecklist = ["Draw it", "Share it"]\n\n[[groups]]',
)


def ready(programme: Programme) -> Programme:
    """The small programme with a measure of experience and a checklist."""
    path = programme.folder / "frameworks/small.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(*EXPERIENCE, 1).replace(*CHECKLIST, 1), encoding="utf-8")
    return edited(programme, *USED)


def move(programme: Programme, to: StageId, why: str = "", key: str = "move") -> Programme:
    """The programme after the move, as the folder then says it."""
    move_stage(acting_as(programme, LEAD), prototype="one-team", to=to, why=why, request_key=key)
    return edited(programme, "id", "id")


def page(programme: Programme) -> StagesPage:
    return stages_page(programme, "one-team").content


def test_what_a_stage_asks_for_is_said_there_or_missing(programme: Programme) -> None:
    found = {stage.id: stage for stage in page(programme).stages}
    assert found[StageId.TEST].missing == ("which experience of families it is judged by",)
    assert "which areas try it" in found[StageId.TEST].holds
    assert page(programme).headline.replace("\u00a0", " ") == (
        "Stages: test and develop; 1 thing missing for execute and measure"
    )


def test_a_move_is_refused_with_the_list_of_what_is_missing(programme: Programme) -> None:
    unplaced = edited(programme, 'sponsor = "B. Sponsor"', 'sponsor = ""')
    with pytest.raises(UsageError, match="not ready for the stage") as refused:
        move(unplaced, StageId.MEASURE)
    assert [problem.what for problem in refused.value.problems] == [
        "The plan does not yet say who sponsors it.",
        "The plan does not yet say which experience of families it is judged by.",
    ]
    assert {problem.code for problem in refused.value.problems} == {"not-enough-for-stage"}
    assert refused.value.exit_code == 2
    assert rows(programme.store, Kind.STAGE) == ()


def test_to_test_and_develop_goes_nothing_without_a_measure_of_experience(programme: Programme) -> None:
    selected = move(programme, StageId.SELECT, "The areas were not agreed.")
    with pytest.raises(UsageError, match="which experience of families it is judged by"):
        move(selected, StageId.TEST, key="on")


def test_a_move_is_kept_and_the_plan_in_the_folder_says_it(programme: Programme) -> None:
    later = move(ready(programme), StageId.MEASURE, "Two years of figures are in.")
    assert read_declarations(later.folder).prototype("one-team").stage is StageId.MEASURE
    (line,) = page(later).moves
    assert (line.said, line.why, line.who) == (
        "From Test and develop to execute and measure",
        "Two years of figures are in.",
        LEAD.name,
    )
    assert page(later).unexplained == ""


def test_going_back_needs_a_reason(programme: Programme) -> None:
    with pytest.raises(UsageError, match=r"Say why it goes back(.|\n)*\[no-reason\]"):
        move(programme, StageId.SELECT)
    back = move(programme, StageId.SELECT, "The areas were not agreed.")
    assert back.prototype("one-team").stage is StageId.SELECT


def test_a_stage_that_was_changed_in_the_folder_alone_is_said_and_can_be_explained(programme: Programme) -> None:
    moved = move(ready(programme), StageId.MEASURE)
    by_hand = edited(moved, 'stage = "execute_and_measure"', 'stage = "select"')
    assert page(by_hand).unexplained.startswith(
        "The plan says select. When this was last written down it was at execute"
    )
    explained = move(by_hand, StageId.SELECT, "It was written down too late.", key="later")
    assert page(explained).unexplained == ""
    assert [row.noun.came_from for row in rows(explained.store, Kind.STAGE)] == [StageId.TEST, StageId.MEASURE]


def test_of_an_agreed_plan_the_first_change_of_stage_is_noticed_too(programme: Programme) -> None:
    agree_plan(acting_as(programme, SPONSOR), prototype="one-team")
    by_hand = edited(programme, 'stage = "test_and_develop"', 'stage = "select"')
    assert page(by_hand).unexplained
    assert agreed_page(by_hand, "one-team").content.unexplained == ()


def test_a_stage_it_is_at_already_is_no_move(programme: Programme) -> None:
    with pytest.raises(UsageError, match="is at the stage test and develop already"):
        move(programme, StageId.TEST, "Why not?")


def test_nor_is_one_it_was_moved_to_before(programme: Programme) -> None:
    back = move(programme, StageId.SELECT, "The areas were not agreed.")
    with pytest.raises(UsageError, match="is at the stage select already"):
        move(back, StageId.SELECT, "Why not?", key="again")


def test_a_note_taker_moves_nothing(programme: Programme) -> None:
    with pytest.raises(UsageError, match="may not move a prototype to another stage"):
        move_stage(acting_as(programme, NOTE_TAKER), prototype="one-team", to=StageId.SELECT, request_key="k")


def test_the_checklist_shows_who_ticked_what_off_and_not_what_was_taken_back(programme: Programme) -> None:
    listed = ready(programme)
    for number, (item, is_done) in enumerate((("Draw it", True), ("Share it", True), ("Share it", False))):
        tick(listed, prototype="one-team", listed=Listed.STAGE, item=item, is_done=is_done, request_key=f"t{number}")
    lines = next(stage for stage in page(listed).stages if stage.is_here).checklist
    assert [(line.item, line.ticked.replace("\u00a0", " ")) for line in lines] == [
        ("Draw it", "3 June 2026, Ann Lead"),
        ("Share it", ""),
    ]


def test_the_same_submission_twice_is_one_move(programme: Programme) -> None:
    back = move(programme, StageId.SELECT, "The areas were not agreed.")
    move_again = StageMove("one-team", StageId.SELECT, back.clock().date(), StageId.TEST, "The areas were not agreed.")
    assert [row.noun for row in rows(back.store, Kind.STAGE)] == [move_again]
