"""Each part of the page The programme: nothing yet, and what is missing named first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.model.framework import (
    Cadence,
    Component,
    Framework,
    Group,
    Insight,
    Phase,
    Points,
    Principle,
    Sign,
    Stage,
    StageId,
    Theme,
)
from evaluation.model.measure import Fact, Scale
from evaluation.programme.overview import PARTS
from evaluation.programme.overview.components import components
from evaluation.programme.overview.drivers import drivers
from evaluation.programme.overview.facts import facts, likely_range
from evaluation.programme.overview.groups import groups, remits
from evaluation.programme.overview.insights import insights
from evaluation.programme.overview.outcomes import outcomes
from evaluation.programme.overview.phases import phases
from evaluation.programme.overview.principles import principles
from evaluation.programme.overview.signs import signs
from evaluation.programme.overview.standing import standing, standing_of
from evaluation.programme.overview.themes import themes
from evaluation.words.programme import NEXT
from tests.programme.overview.parts import FRAMEWORK, IDEA, ON_TIME, TEAM, TODAY, Make, rows, said, scope

EVERY: list[Make] = [part for _, parts in PARTS for part in parts]


@pytest.mark.parametrize("part", EVERY, ids=lambda part: part.__name__)
def test_a_programme_that_says_nothing_of_it_is_told_what_to_say(part: Make) -> None:
    nothing = part(scope(Framework("new", "New"), replace(IDEA, group=None)))
    assert (nothing.tables, nothing.found) == ((), "")
    assert nothing.next == NEXT[nothing.id]


def test_every_part_has_an_id_of_its_own_and_something_to_say_next() -> None:
    ids = [part(scope(Framework("new", "New"))).id for part in EVERY]
    assert sorted(ids) == sorted(NEXT)


def test_an_outcome_without_a_measure_comes_first() -> None:
    part = outcomes(scope())
    assert said(part) == [
        "1 of 2 outcomes has no measure yet",
        "Nobody could see these change, because no measure serves them: Safe from harm.",
        "No prototype uses these measures: Felt heard.",
    ]
    assert rows(part) == [
        ("Safe from harm", "no measure yet", "no measure yet", "no measure yet"),
        ("Healthy lives", "no measure yet", "Felt heard", "Reviews on time"),
    ]
    assert rows(part, 1)[1] == ("Reviews on time", "How it runs", "One team")


def test_a_fact_without_a_denominator_has_no_likely_range() -> None:
    fact = Fact("71% were on time", "A report", value=0.71)
    part = facts(scope(replace(FRAMEWORK, measures=(replace(ON_TIME, facts=(fact,)),))))
    assert rows(part) == [
        (
            "71% were on time",
            "Reviews on time",
            "A report",
            "not stated in the source",
            "not stated in the source",
            "none: we are not told out of how many",
        )
    ]


@pytest.mark.parametrize(
    ("value", "denominator", "scale", "said"),
    [
        (0.751, "2,260 answers", Scale.PROPORTION, "73% to 77%"),  # 1,697 of 2,260: Wilson 0.7328 to 0.7684
        (0.5, "10 reviews", Scale.PROPORTION, "24% to 76%"),  # 5 of 10: Wilson 0.2366 to 0.7634
        (0.5, "about a thousand", Scale.PROPORTION, "none: we are not told out of how many"),
        (0.5, "0", Scale.PROPORTION, "none: we are not told out of how many"),
        (71.0, "100", Scale.PROPORTION, "none: not a share"),
        (0.5, "100", Scale.MEAN, "none: not a share"),
        (None, "100", Scale.PROPORTION, "none: not a share"),
    ],
)
def test_the_likely_range_of_a_fact(value: float | None, denominator: str, scale: Scale, said: str) -> None:
    fact = Fact("x", "y", value=value, denominator=denominator)
    assert likely_range(replace(ON_TIME, scale=scale), fact).replace("\u00a0", " ") == said


def test_an_insight_nobody_speaks_to_comes_first() -> None:
    told = (Insight("doorstep", "They meet on the doorstep.", "Workforce", "A report"), Insight("late", "Too late."))
    part = insights(scope(replace(FRAMEWORK, insights=told), replace(TEAM, insights=("doorstep",))))
    assert said(part)[0] == "1 of 2 insights has no prototype yet"
    assert "at our peril" in said(part)[1]
    assert rows(part) == [
        ("Too late.", "not said whose", "not said", "no prototype yet"),
        ("They meet on the doorstep.", "Workforce", "A report", "One team"),
    ]


def test_the_phase_now_is_marked() -> None:
    known = (
        Phase("a", "Strategy", date(2025, 1, 1), TODAY),
        Phase("b", "Prototypes", TODAY),
        Phase("c", "Later", date(2027, 1, 1)),
        Phase("d", "Undated"),
    )
    part = phases(scope(replace(FRAMEWORK, phases=known)))
    assert part.found.replace("\u00a0", " ") == "4 phases, now Prototypes"
    assert [row[2] for row in rows(part)] == ["past", "now", "to come", "to come"]


def test_principles_say_where_they_are_from() -> None:
    part = principles(scope(replace(FRAMEWORK, principles=(Principle("a", "Learn first"),))))
    assert rows(part) == [("Learn first", "not said")]


def test_a_theme_nobody_tries_comes_first_and_a_prototype_of_no_theme_last() -> None:
    known = (Theme("workforce", "Workforce", "As one."), Theme("peers", "Peers"))
    stages = (Stage(StageId.TEST, "Test and develop"),)
    part = themes(scope(replace(FRAMEWORK, themes=known, stages=stages), replace(TEAM, theme="workforce"), IDEA))
    assert said(part) == [
        "1 of 2 themes has no prototype yet",
        "No prototype yet: Peers.",
        "These prototypes belong to no theme: Walkers.",
    ]
    assert rows(part) == [
        ("Peers", "", "no prototype yet"),
        ("Workforce", "As one.", "One team (test and develop)"),
        ("No theme", "", "Walkers (generate)"),
    ]


def test_drivers_nobody_moves_and_prototypes_that_move_none_are_named() -> None:
    part = drivers(scope())
    assert said(part) == [
        "1 of 2 drivers has no prototype yet",
        "No prototype moves these yet: Few words.",
        "These prototypes name no driver: Walkers.",
    ]
    assert rows(part) == [
        ("One team", "Few words", "no prototype yet", "no measure yet"),
        ("One team", "One list", "One team", "Reviews on time"),
        ("no workstream", "no driver named", "Walkers", "no measure yet"),
    ]


def test_the_picture_has_the_words_of_the_table() -> None:
    part = drivers(scope())
    for word in ("One list", "Few words\\nno prototype yet", "Walkers\\nno driver named,\\nno measure yet"):
        assert f'label="{word}"' in part.graph
    assert '"driver:list" -> "prototype:one-team"' in part.graph
    assert '"prototype:one-team" -> "measure:on-time"' in part.graph
    assert part.graph != part.graph_dark


def test_a_part_of_the_model_tested_nowhere_comes_first() -> None:
    known = (Component("visits", "Visits"), Component("hub", "Hub"), Component("idea", "Idea"))
    framework = replace(FRAMEWORK, components=known)
    part = components(scope(framework, replace(TEAM, components=("visits",)), replace(IDEA, components=("idea",))))
    assert said(part) == ["2 of 3 parts have no test area yet", "Not tested anywhere yet: Hub and Idea."]
    assert rows(part) == [
        ("Hub", "no prototype yet", "no test area yet"),
        ("Idea", "Walkers", "no test area yet"),
        ("Visits", "One team", "2 of 2 test areas: Mill, Quay"),
    ]
    assert rows(part, 1) == [("Mill", "Visits: One team"), ("Quay", "Visits: One team")]


def test_a_test_area_that_tests_no_part_says_so() -> None:
    part = components(scope(replace(FRAMEWORK, components=(Component("hub", "Hub"),))))
    assert rows(part, 1) == [("Mill", "no part of the model"), ("Quay", "no part of the model")]


GROUPS = (
    Group("task", "Task group", cadence=Cadence.MONTHLY, reports_to="board", decides=(Points.STOP,)),
    Group("board", "Board", "Watches over all", chair="Cas", may_decide=("Agree",), members=("Cas", "Two parents")),
    Group("silent", "Silent group"),
)


def test_groups_stand_as_a_tree() -> None:
    part = groups(scope(replace(FRAMEWORK, groups=GROUPS)))
    assert [row[:4] for row in rows(part)] == [
        ("Board", "Cas", "not said", "nobody here"),
        ("\N{EM DASH} Task group", "not said", "every month", "Board"),
        ("Silent group", "not said", "not said", "nobody here"),
    ]
    assert {row[4:] for row in rows(part)} == {("nothing decided here yet", "not known")}


def test_what_a_group_may_decide_is_said_or_missing() -> None:
    part = remits(scope(replace(FRAMEWORK, groups=GROUPS)))
    assert said(part)[1] == "It is not said what these may decide: Silent group."
    assert rows(part)[:2] == [
        ("Board", "Watches over all", "Agree", "Cas; Two parents"),
        ("Task group", "not said", "Of a prototype: stop", "not said"),
    ]


def test_a_chair_sees_what_stands_beneath() -> None:
    looked = scope(replace(FRAMEWORK, groups=GROUPS))
    part = standing(looked)
    assert said(part)[1] == "These prototypes answer to no group: Walkers."
    assert [row[:4] for row in rows(part)] == [
        ("Board", "1", "1", "1 open"),
        ("Task group", "none", "1", "1 open"),
        ("Silent group", "none", "none", "no questions"),
    ]
    assert [row[:2] for row in rows(part, 1)] == [("One team", "Task group"), ("Walkers", "no group")]
    own = standing_of(looked, GROUPS[1])
    assert ([row[0] for row in rows(own)], [row[0] for row in rows(own, 1)]) == (["Board", "Task group"], ["One team"])
    assert len(standing_of(looked, GROUPS[2]).tables) == 1


def test_a_sign_says_who_agreed_the_response_and_when() -> None:
    known = (Sign("a", "A", "Do this", "the Board", date(2024, 11, 19)), Sign("b", "B", "Do that"))
    part = signs(scope(replace(FRAMEWORK, signs=known)))
    assert rows(part) == [("A", "Do this", "By the Board, on 19 November 2024"), ("B", "Do that", "Not said by whom")]
    assert "Do not report a concern about a child here: follow your safeguarding procedure." in part.says[0]
