"""Agreeing a plan locks it: every later change has a number and a reason, and what was agreed is what counts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from evaluation.learning import PlanPart, plan_differences
from evaluation.model.agreeing import Agreement, PlanChange
from evaluation.model.canonical import fingerprint
from evaluation.model.people import Actor, Role
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    agree_plan,
    agreed_page,
    change_plan,
    open_programme,
    upgrade,
    verify,
)
from evaluation.programme.noticing.recording import StoppedTextError
from evaluation.programme.plans.agreed_plan import judged_by, locked, plan_versions
from evaluation.store import append, rows
from tests.databases import NewUrl
from tests.programme.conftest import EVALUATOR, LEAD, NOW, acting_as
from tests.small import write_programme

SPONSOR = Actor("b.-sponsor", "B. Sponsor", Role.SPONSOR)
OTHER = Actor("somebody-else", "Somebody Else", Role.SPONSOR)


def edited(programme: Programme, old: str, new: str, file: str = "prototypes/one-team.toml") -> Programme:
    """The programme after somebody changed its plan, or another file, in the folder."""
    path = programme.folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    settings = Settings.from_environment({}, folder=programme.folder, database=str(programme.store.engine.url))
    return replace(programme, declarations=open_programme(settings).declarations)


def without_area(programme: Programme, code: str) -> Programme:
    return edited(programme, f'[[areas]]\ncode = "{code}"\nrole = "comparison"\n', "")


def agreed(programme: Programme) -> Programme:
    agree_plan(acting_as(programme, SPONSOR), prototype="one-team", on=date(2026, 3, 3))
    return programme


def changed(programme: Programme, why: str = "Its boundary moved.") -> str:
    return change_plan(acting_as(programme, LEAD), prototype="one-team", why=why).content.sentence


def in_force(programme: Programme) -> Prototype:
    return judged_by(programme, "one-team").prototype("one-team")


def headline(programme: Programme) -> str:
    return agreed_page(programme, "one-team").content.headline.replace("\u00a0", " ")


def test_before_it_is_agreed_a_plan_changes_freely(programme: Programme) -> None:
    assert headline(programme) == "The plan: not agreed here yet"
    assert headline(without_area(programme, "X15")) == "The plan: not agreed here yet"
    with pytest.raises(UsageError, match="Nobody has agreed this plan yet"):
        changed(programme)


def test_the_sponsor_agrees_it_and_the_plan_itself_is_kept(programme: Programme) -> None:
    agreed(programme)
    assert headline(programme) == "The plan: agreed on 3 March 2026, not changed since"
    (row,) = rows(programme.store, Kind.AGREEMENT)
    assert row.noun.plan == row.plan
    assert plan_versions(programme, "one-team").versions == (locked(programme, programme.prototype("one-team")),)


@pytest.mark.parametrize("actor", [LEAD, EVALUATOR, replace(LEAD, name="B. Sponsor"), OTHER])
def test_nobody_else_agrees_it(programme: Programme, actor: Actor) -> None:
    with pytest.raises(UsageError, match=r"(may not agree a plan|agreed by its own sponsor)(.|\n)*\[not-allowed\]"):
        agree_plan(acting_as(programme, actor), prototype="one-team")


def test_a_plan_without_a_sponsor_is_agreed_by_nobody(programme: Programme) -> None:
    orphan = edited(programme, 'sponsor = "B. Sponsor"', 'sponsor = " "')
    with pytest.raises(UsageError, match="this one has none"):
        agreed(orphan)


def test_agreed_twice_is_agreed_once(programme: Programme) -> None:
    first = agree_plan(acting_as(programme, SPONSOR), prototype="one-team")
    again = agree_plan(acting_as(programme, SPONSOR), prototype="one-team")
    assert first.content.reference == again.content.reference
    assert len(rows(programme.store, Kind.AGREEMENT)) == 1


def test_an_agreed_plan_that_changed_is_not_agreed_anew(programme: Programme) -> None:
    other = without_area(agreed(programme), "X15")
    with pytest.raises(
        UsageError, match=r"nobody has said why(.|\n)*1.comparison.area was taken out(.|\n)*\[no-reason\]"
    ):
        agreed(other)


def test_a_change_without_a_reason_is_said_on_the_page_and_does_not_count(programme: Programme) -> None:
    other = without_area(agreed(programme), "X15")
    page = agreed_page(other, "one-team").content
    assert headline(other) == "The plan: changed after it was agreed, and nobody has said why"
    assert [clause.replace("\u00a0", " ") for clause in page.unexplained] == [
        "1 comparison area was taken out (Area 15)"
    ]
    assert in_force(other) == locked(programme, programme.prototype("one-team"))
    with pytest.raises(UsageError, match=r"\[no-reason\]") as refused:
        changed(other, "  ")
    assert refused.value.exit_code == 2


def test_a_change_with_a_reason_has_a_number_and_counts(programme: Programme) -> None:
    other = without_area(agreed(programme), "X15")
    assert changed(other) == "This is change 1 to the plan. We have kept the reason."
    assert headline(other) == "The plan: agreed on 3 March 2026, 1 change since"
    assert in_force(other) == locked(other, other.prototype("one-team"))
    with pytest.raises(UsageError, match="no change to give a reason for"):
        changed(other)


def test_two_changes_are_two_versions_and_a_change_back_is_the_third(programme: Programme) -> None:
    first = without_area(agreed(programme), "X15")
    changed(first)
    second = without_area(first, "X14")
    changed(second, "Its boundary moved, too.")
    back = edited(
        second, "[[theory_of_change.nodes]]", "\n".join(map(PLACED.format, ("X14", "X15"), ("comparison",) * 2)) + NODES
    )
    assert headline(back) == "The plan: changed after it was agreed, and nobody has said why"
    changed(back, "The boundaries did not move after all.")
    page = agreed_page(back, "one-team").content
    assert [one.name for one in page.versions] == ["As agreed", "Change 1", "Change 2", "Change 3"]
    assert page.versions[2].why == "Its boundary moved, too."
    found = plan_versions(back, "one-team")
    assert len(found.versions) == 4
    assert plan_differences(found.versions[0], found.declared) == ()


PLACED = '[[areas]]\ncode = "{}"\nrole = "{}"\n'
NODES = "\n[[theory_of_change.nodes]]"


def test_a_stage_and_an_agreement_on_paper_need_no_reason(programme: Programme) -> None:
    later = edited(
        agreed(programme), 'stage = "test_and_develop"', 'stage = "execute_and_measure"\nagreed_on = 2025-01-01'
    )
    assert agreed_page(later, "one-team").content.unexplained == ()
    assert in_force(later) == locked(later, later.prototype("one-team"))


def test_a_reworded_question_needs_a_reason_too(programme: Programme) -> None:
    other = edited(agreed(programme), "Do parents know who to call?", "Do parents know whom to call?")
    (clause,) = agreed_page(other, "one-team").content.unexplained
    assert clause.replace("\u00a0", " ") == '1 question was changed ("Do parents know whom to call?")'


def test_the_reason_may_name_nobody(programme: Programme) -> None:
    other = without_area(agreed(programme), "X15")
    with pytest.raises(StoppedTextError):
        changed(other, "Mrs Sarah Jones of 12 Hill Street, SW1A 1AA, rang 07700 900123.")
    assert rows(other.store, Kind.CHANGE) == ()


def test_of_two_people_who_give_the_reason_at_once_the_second_is_told(programme: Programme) -> None:
    other = without_area(agreed(programme), "X15")
    theirs = PlanChange("one-team", 1, "as it was", "as it is", NOW.date(), "Theirs came first.")
    append(other.store, theirs, LEAD, at=NOW, request_key="theirs", key="one-team/1")
    with pytest.raises(UsageError, match="Somebody else gave the reason for change 1"):
        changed(other)
    assert [row.noun.why for row in rows(other.store, Kind.CHANGE)] == ["Theirs came first."]


MEASURES = "frameworks/small.toml"


def test_how_a_measure_is_judged_is_locked_with_the_plan(programme: Programme) -> None:
    other = edited(agreed(programme), "worthwhile = 0.05", "worthwhile = 0.02", MEASURES)
    (said,) = agreed_page(other, "one-team").content.unexplained
    assert said == "what counts as a worthwhile difference (Reviews on time) was changed"
    judged = judged_by(other, "one-team")
    assert judged.framework.measure("on-time").worthwhile == 0.05
    assert changed(other) == "This is change 1 to the plan. We have kept the reason."
    assert judged_by(other, "one-team").framework.measure("on-time").worthwhile == 0.02


def test_a_measure_that_came_with_a_change_needs_no_second_reason(programme: Programme) -> None:
    before = locked(programme, programme.prototype("one-team"))
    alone = replace(before, measures=(), terms=())
    assert PlanPart.TERMS not in {each.part for each in plan_differences(alone, before)}


def test_a_plan_agreed_before_measures_were_locked_with_it_is_as_it_was_agreed(programme: Programme) -> None:
    plan = programme.prototype("one-team")
    append(programme.store, Agreement("one-team", fingerprint(plan), NOW.date()), SPONSOR, at=NOW,
           request_key="agreement:one-team", plan=plan, key="one-team")  # fmt: skip
    other = edited(programme, "worthwhile = 0.05", "worthwhile = 0.02", MEASURES)
    assert agreed_page(other, "one-team").content.unexplained == ()


def test_a_day_that_has_not_come_is_refused(programme: Programme) -> None:
    with pytest.raises(UsageError, match=r"\[bad-day\]"):
        agree_plan(acting_as(programme, SPONSOR), prototype="one-team", on=date(2027, 1, 1))


def test_a_plan_whose_file_was_removed_is_no_prototype_and_what_was_agreed_stays(programme: Programme) -> None:
    agreed(programme)
    (programme.folder / "prototypes/one-team.toml").unlink()
    settings = Settings.from_environment({}, folder=programme.folder, database=str(programme.store.engine.url))
    emptied = open_programme(settings)
    with pytest.raises(UsageError, match='no prototype "one-team"'):
        agreed_page(emptied, "one-team")
    assert len(rows(emptied.store, Kind.AGREEMENT)) == 1


def test_as_it_was_known_before_there_was_no_agreement(programme: Programme) -> None:
    agreed(programme)
    before = replace(programme, as_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert headline(before) == "The plan: not agreed here yet"


def test_on_either_database_it_is_kept_and_read_alike(database: str, new_url: NewUrl, tmp_path: Path) -> None:
    folder = write_programme(tmp_path / "small")
    settings = Settings.from_environment({}, folder=folder, database=new_url(database))
    upgrade(settings)
    programme = agreed(open_programme(settings, actor=LEAD, clock=lambda: NOW))
    path = folder / "prototypes/one-team.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("start = 2025-01-01", "start = 2025-02-01"), encoding="utf-8"
    )
    other = open_programme(settings, actor=LEAD, clock=lambda: NOW)
    changed(other, "It began a month later.")
    page = agreed_page(other, "one-team").content
    assert (
        re.sub("\u00a0", " ", page.versions[1].changed[0]) == "it starts on 1 February 2025 and not on 1 January 2025"
    )
    assert plan_versions(other, "one-team").versions[0] == locked(programme, programme.prototype("one-team"))
    assert verify(other).problems == ()
    programme.store.close()
    other.store.close()
