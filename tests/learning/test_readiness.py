from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from evaluation.learning import Readiness, readiness
from evaluation.model.agreeing import Listed, Tick
from evaluation.model.framework import StageId
from evaluation.model.prototype import Prototype, ReadinessItem
from evaluation.model.references import Reference
from evaluation.model.theory import LearningQuestion

START = date(2026, 4, 1)
BEFORE, AFTER = date(2026, 3, 31), date(2026, 4, 2)
PLAN = Prototype(
    id="one-team",
    name="One team",
    framework="small",
    stage=StageId.TEST,
    what="One team",
    where="Two areas",
    for_whom="Families",
    lead="Ann",
    questions=(LearningQuestion("who", "Who?"),),
    start=START,
    readiness=(
        ReadinessItem("room", "A room", owner="Ann", formerly=("hall",)),
        ReadinessItem("rota", "A rota", due=BEFORE),
        ReadinessItem("old", "An old thing", retired=date(2026, 1, 1)),
    ),
)


@dataclass(frozen=True)
class Ticked:
    reference: Reference
    noun: Tick
    amends: Reference | None = None


NOTHING: tuple[Ticked, ...] = ()


def tick(
    number: int, item: str, prototype: str = "one-team", listed: Listed = Listed.READINESS, *, is_done: bool = True
) -> Ticked:
    return Ticked(Reference.parse(f"tick:{number}"), Tick(prototype, listed, item, is_done, BEFORE))


def states(*ticks: Ticked, today: date = BEFORE, plan: Prototype = PLAN) -> list[str]:
    return [each.state.value for each in readiness(plan, ticks, today)]


def test_what_has_no_day_of_its_own_is_due_by_the_start() -> None:
    assert [each.due for each in readiness(PLAN, NOTHING, BEFORE)] == [START, BEFORE]
    assert [each.due for each in readiness(replace(PLAN, start=None), NOTHING, BEFORE)] == [None, BEFORE]


def test_it_is_late_from_the_day_after_until_it_is_ticked_off() -> None:
    assert states() == ["to_come", "to_come"]
    assert states(today=START) == ["to_come", "late"]
    assert states(today=AFTER) == ["late", "late"]
    assert states(tick(1, "room"), tick(2, "rota"), today=AFTER) == ["ready", "ready"]


def test_without_a_day_nothing_is_late() -> None:
    assert states(today=AFTER, plan=replace(PLAN, start=None)) == ["to_come", "late"]


def test_the_last_word_counts() -> None:
    done, undone = tick(1, "room"), tick(2, "room", is_done=False)
    assert states(done, undone)[0] == Readiness.TO_COME
    assert states(done, undone, tick(3, "room"))[0] == Readiness.READY


def test_a_tick_under_a_former_id_counts_and_can_be_taken_back_under_the_new_one() -> None:
    assert states(tick(1, "hall"))[0] == Readiness.READY
    assert states(tick(1, "hall"), tick(2, "room", is_done=False))[0] == Readiness.TO_COME


def test_ticks_of_another_prototype_or_list_do_not_count() -> None:
    assert states(tick(1, "room", "other"), tick(2, "room", listed=Listed.STAGE)) == ["to_come", "to_come"]
