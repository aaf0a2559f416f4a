"""Success in people's own words: measured, told of in stories, or neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from evaluation.model.learning import REMOVED, Voice
from evaluation.model.people import Actor, Role
from evaluation.model.prototype import Perspective, SuccessStatement
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.programme.overview.success import success
from evaluation.programme.seeing import UNSEEN_STORY
from evaluation.store import Stored
from tests.programme.overview.parts import FRAMEWORK, NOTHING_WRITTEN, TEAM, rows, said, scope

STATEMENTS = (
    SuccessStatement("ours", "It feels like ours", Perspective.COMMUNITIES),
    SuccessStatement("ring", "I know who to ring", Perspective.PARENTS, "heard"),
    SuccessStatement("told", "Somebody told us in time", Perspective.PARENTS),
    SuccessStatement("held", "I was held", Perspective.CHILDREN),
)
PLAN = replace(TEAM, success=STATEMENTS)


def told(number: int, on: date, text: str = "It went well", statement: str = "held", amends: int = 0) -> Stored[Any]:
    story = Story("one-team", on, Voice.PARENT, agreed=True, recorded_by="Ann", told=text, success=statement)
    return Stored(
        reference=Reference(Kind.STORY, str(number)),
        number=number,
        noun=story,
        actor=Actor("ann", "Ann", Role.LEAD),
        recorded_at=datetime(2026, 6, 1, tzinfo=UTC),
        amends=Reference(Kind.STORY, str(amends)) if amends else None,
        plan=None,
        seal="",
    )


def test_children_come_first_and_of_each_view_what_nothing_speaks_to() -> None:
    part = success(scope(FRAMEWORK, PLAN))
    assert said(part) == [
        "3 of 4 statements have neither a measure nor a story",
        "Nobody has said what success would be for: practitioners.",
    ]
    assert rows(part) == [
        ("Children", "I was held", "not measured yet", "none yet", "One team"),
        ("Parents", "Somebody told us in time", "not measured yet", "none yet", "One team"),
        ("Parents", "I know who to ring", "Felt heard", "none yet", "One team"),
        ("Communities", "It feels like ours", "not measured yet", "none yet", "One team"),
    ]


def test_a_story_speaks_to_a_statement_once_however_often_it_was_corrected() -> None:
    stories = (told(1, date(2026, 4, 3)), told(2, date(2026, 4, 4), "It went very well", amends=1))
    part = success(scope(FRAMEWORK, PLAN, known=replace(NOTHING_WRITTEN, stories=stories)))
    assert rows(part)[0][3] == "a story of 4 April 2026"
    assert said(part)[0] == "2 of 4 statements have neither a measure nor a story"


def test_a_story_that_was_removed_or_may_not_be_seen_speaks_to_nothing() -> None:
    stories = (told(1, date(2026, 4, 3), REMOVED), told(2, date(2026, 4, 4), f"[{UNSEEN_STORY}]"))
    part = success(scope(FRAMEWORK, PLAN, known=replace(NOTHING_WRITTEN, stories=stories)))
    assert rows(part)[0][3] == "none yet"
