"""What one place does another way: kept with its reason, for test areas alone, shown beside results."""

from __future__ import annotations

import pytest

from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import Programme, adapt, agreed_page, plan_beside
from evaluation.programme.noticing.recording import StoppedTextError
from evaluation.store import rows
from tests.programme.conftest import NOTE_TAKER, acting_as
from tests.programme.plans.test_agreeing import edited

WHAT, WHY = "They meet every second week.", "There is no room on other days."


def adapted(
    programme: Programme, key: str = "first", *, area: str = "X01", what: str = WHAT, why: str = WHY, amends: str = ""
) -> str:
    kept = adapt(programme, prototype="one-team", area=area, what=what, why=why, amends=amends or None, request_key=key)
    return str(kept.content.reference)


def test_it_is_shown_with_its_place_and_reason(programme: Programme) -> None:
    adapted(programme)
    (line,) = agreed_page(programme, "one-team").content.adaptations
    assert (line.where, line.what, line.why, line.who) == ("Area 1", WHAT, WHY, "Ann Lead")
    assert plan_beside(programme, "one-team", "on-time").content.adaptations == (line,)


@pytest.mark.parametrize("area", ["X15", "X99", ""])
def test_only_where_it_is_tried_can_it_be_done_another_way(programme: Programme, area: str) -> None:
    with pytest.raises(UsageError, match=r"is not tried there(.|\n)*Area 1 \(X01\)(.|\n)*\[unknown-id\]"):
        adapted(programme, area=area)


@pytest.mark.parametrize("empty", ["what", "why"])
def test_it_says_what_and_why(programme: Programme, empty: str) -> None:
    said = {"what": WHAT, "why": WHY} | {empty: " \n"}
    with pytest.raises(UsageError, match=r"\[no-reason\]"):
        adapted(programme, what=said["what"], why=said["why"])
    assert rows(programme.store, Kind.ADAPTATION) == ()


def test_it_names_nobody(programme: Programme) -> None:
    with pytest.raises(StoppedTextError):
        adapted(programme, why="Ring 07700 900123 to ask.")


def test_a_correction_stands_in_place_of_what_it_corrects(programme: Programme) -> None:
    adapted(programme, "second", amends=adapted(programme), what="They meet once a month.")
    (line,) = agreed_page(programme, "one-team").content.adaptations
    assert line.what == "They meet once a month."
    assert len(rows(programme.store, Kind.ADAPTATION)) == 2


def test_the_same_submission_twice_is_one(programme: Programme) -> None:
    assert adapted(programme) == adapted(programme)


def test_a_place_that_left_the_plan_since_is_still_named(programme: Programme) -> None:
    adapted(programme)
    left = edited(programme, '[[areas]]\ncode = "X01"\nrole = "test"\n', "")
    (line,) = agreed_page(left, "one-team").content.adaptations
    assert line.where == "Area 1"


def test_a_note_taker_adapts_nothing(programme: Programme) -> None:
    with pytest.raises(UsageError, match="may not say what is done another way"):
        adapted(acting_as(programme, NOTE_TAKER))
