"""The programme as a whole: one folder with one, and with two that share a framework."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evaluation import store
from evaluation.model.decisions import Verdict
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    confirm,
    draft_decision,
    figures_page,
    import_file,
    meeting_page,
    open_programme,
    programme_page,
    prototype_page,
    prototypes_list,
    results_page,
    roll_up_page,
)
from evaluation.programme.results.protecting import edition
from tests.programme.conftest import CHAIR, EVALUATOR, LEAD, NOW, acting_as
from tests.small import PLACED, PROTOTYPE, write_programme

GROWING_UP = """
id = "growing-up"
name = "Growing up, 6 to 25"
shares = ["small"]

[[phases]]
id = "strategy"
name = "Strategy"
start = 2026-01-01

[[groups]]
id = "youth-group"
name = "Youth Group"
reports_to = "group"
"""


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Programme]:
    """Two programmes in one folder: the second takes over the first one's measures and areas."""
    folder = write_programme(tmp_path / "two")
    (folder / "frameworks" / "a-growing-up.toml").write_text(GROWING_UP, encoding="utf-8")
    areas = "".join(
        PLACED.format(number=number, role="test" if 4 <= number <= 6 else "comparison") for number in range(1, 16)
    )
    plan = PROTOTYPE.format(areas=areas, theme="").replace('theme = ""\n', "").replace('"small"', '"growing-up"')
    plan = plan.replace('id = "one-team"', 'id = "walking-bus"').replace("One team", "Walking bus")
    plan = plan.replace('group = "group"', 'group = "youth-group"')
    (folder / "prototypes" / "walking-bus.toml").write_text(plan, encoding="utf-8")
    opened = open_programme(Settings.from_environment({}, folder=folder), actor=LEAD, clock=lambda: NOW)
    import_file(acting_as(opened, EVALUATOR), "f.csv", (folder / "figures.csv").read_bytes(), request_key="f")
    yield opened
    opened.store.close()


def part(programme: Programme, name: str, framework: str = "") -> list[tuple[str, ...]]:
    """The rows of a part's first table."""
    page = programme_page(programme, framework).content
    found = next(one for _, parts in page.parts for one in parts if one.id == name)
    return [tuple(str(cell).replace("\u00a0", " ") for cell in row) for row in found.tables[0].table.rows]


def test_a_small_programme_says_what_it_has_and_what_to_add(programme: Programme) -> None:
    page = programme_page(programme).content
    assert (page.name, page.choices) == ("A small programme", (("small", "A small programme"),))
    assert {one.id for one in page.unsaid} == {
        "success", "insights", "facts", "principles", "phases", "themes", "drivers", "components", "offers", "signs",
    }  # fmt: skip
    assert page.is_said


def test_a_programme_of_outcomes_alone_has_said_nothing_yet(programme: Programme) -> None:
    bare = replace(programme.opening_framework, groups=())
    declared = replace(programme.declarations, frameworks=(bare,), prototypes=())
    assert not programme_page(replace(programme, declarations=declared)).content.is_said


def test_each_programme_has_its_own_prototypes_phases_and_groups_beneath(two: Programme) -> None:
    first, second = programme_page(two).content, programme_page(two, "growing-up").content
    assert first.choices == (("small", "A small programme"), ("growing-up", "Growing up, 6 to 25"))
    assert (first.shares, second.shares) == ((), ("A small programme",))
    assert second.now.replace("\u00a0", " ") == "Phase now: Strategy, since 1 January 2026."
    assert first.now == ""
    assert [row[0] for row in part(two, "groups", "growing-up")] == ["Implementation Group", "\N{EM DASH} Youth Group"]
    assert [row[0] for row in part(two, "groups")] == ["Implementation Group"]
    assert [row[:3] for row in part(two, "standing", "growing-up")] == [
        ("Implementation Group", "1", "2"),
        ("Youth Group", "none", "1"),
    ]
    assert part(two, "outcomes", "growing-up")[0][1:] == ("Reviews on time", "no measure yet", "no measure yet")


def test_every_other_page_holds_both_programmes(two: Programme) -> None:
    assert [(line.id, line.programme) for line in prototypes_list(two).content.lines] == [
        ("one-team", "A small programme"),
        ("walking-bus", "Growing up, 6 to 25"),
    ]
    assert meeting_page(two).content.programme == "A small programme and Growing up, 6 to 25"
    assert figures_page(two).content.measures == (("on-time", "Reviews on time"),)
    assert prototype_page(two, "walking-bus").content.measures[0].name == "Reviews on time"
    assert results_page(two, "walking-bus", "on-time").content.sentence


def test_a_shared_measure_is_protected_with_all_that_both_programmes_show_of_it(two: Programme) -> None:
    figures = store.observations(two.store, measures={"on-time"})
    shown = {one.areas for one in edition(two, two.framework.measure("on-time"), figures).together}
    assert {frozenset({"X01", "X02", "X03"}), frozenset({"X04", "X05", "X06"})} <= shown


def test_an_import_leans_on_the_framework_the_programme_opens_with(two: Programme) -> None:
    as_it_was = open_programme(Settings.from_environment({}, folder=two.folder), as_at=NOW, clock=lambda: NOW)
    assert as_it_was.declarations.frameworks == two.declarations.frameworks
    as_it_was.store.close()


def test_a_confirmed_decision_is_when_a_group_last_decided(programme: Programme) -> None:
    chair = acting_as(programme, CHAIR)
    drafted = draft_decision(
        chair, prototype="one-team", verdict=Verdict.CHANGE, why="It reached too few", request_key="d"
    )
    assert part(programme, "groups")[0][4] == "nothing decided here yet"
    confirm(chair, decision=str(drafted.content.reference), request_key="c")
    assert part(programme, "groups")[0][4] == "3 June 2026"
    assert part(programme, "standing")[0][4:6] == ("3 June 2026", "none")


def test_a_retired_prototype_is_no_longer_part_of_it(programme: Programme) -> None:
    (plan,) = programme.declarations.prototypes
    declared = replace(programme.declarations, prototypes=(replace(plan, retired=date(2026, 6, 3)),))
    page = programme_page(replace(programme, declarations=declared)).content
    assert "standing" in {one.id for one in page.unsaid}


def test_what_is_not_there_is_named_with_what_is(programme: Programme) -> None:
    with pytest.raises(UsageError, match=re.escape('There is no programme "other". There is: small.')):
        programme_page(programme, "other")
    with pytest.raises(UsageError, match=re.escape('There is no group "board". There is: group.')):
        roll_up_page(programme, "board")
