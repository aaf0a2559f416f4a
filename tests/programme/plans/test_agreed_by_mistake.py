"""An agreement made by mistake is taken back in sight of all, and never once figures of the test can have been seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evaluation.model.people import Actor, Role
from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    StoppedTextError,
    agree_plan,
    agreed_page,
    change_plan,
    import_file,
    open_programme,
    plan_beside,
    prototype_page,
    take_back_agreement,
    verify,
)
from evaluation.store import rows
from tests.programme.conftest import EVALUATOR, LEAD, OFFICER, acting_as
from tests.small import PROTOTYPE

SPONSOR = Actor("b.-sponsor", "B. Sponsor", Role.SPONSOR)
WHY = "It was the draft of last week."
THIRD, FOURTH, TENTH = (datetime(2024, 12, day, 9, tzinfo=UTC) for day in (3, 4, 10))
SAID = f"The plan was agreed on 3 December 2024, taken back on 4 December 2024 by B. Sponsor because: {WHY}"


@pytest.fixture
def agreed(programme: Programme) -> Programme:
    """The small programme, a month before its test begins: its sponsor agreed the plan yesterday."""
    agree_plan(replace(acting_as(programme, SPONSOR), clock=lambda: THIRD), prototype="one-team")
    return replace(acting_as(programme, SPONSOR), clock=lambda: FOURTH)


MEASURES = PROTOTYPE[PROTOTYPE.index("\n[[measures]]") :]


def back(programme: Programme, because: str = WHY, on: date | None = None) -> str:
    return take_back_agreement(programme, prototype="one-team", because=because, on=on).content.sentence


def arrived(programme: Programme, until: str, since: str = "2024-01") -> Programme:
    """With the figures of these months brought in."""
    first, *lines = (programme.folder / "figures.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if since <= line.split(",")[2] <= until]
    content = "\n".join([first, *kept]).encode()
    import_file(acting_as(programme, EVALUATOR), f"{until}.csv", content, request_key=until)
    return programme


def edited(programme: Programme, old: str, new: str) -> Programme:
    path = programme.folder / "prototypes/one-team.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    settings = Settings.from_environment({}, folder=programme.folder, database=str(programme.store.engine.url))
    return replace(programme, declarations=open_programme(settings).declarations)


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_it_is_taken_back_and_stands_beside_every_result_with_day_name_and_reason(agreed: Programme) -> None:
    assert back(agreed).startswith("The agreement is taken back, with your reason. It stays in the history.")
    page = agreed_page(agreed, "one-team").content
    headline = "The plan: not agreed here yet, the agreement was taken back on 4 December 2024"
    assert (page.is_agreed, plainly(page.headline)) == (False, headline)
    assert [plainly(said) for said in page.taken_back] == [SAID]
    assert [plainly(said) for said in plan_beside(agreed, "one-team", "on-time").content.said] == [SAID]
    assert len(rows(agreed.store, Kind.AGREEMENT)) == 2
    assert verify(agreed).problems == ()


def test_the_plan_that_was_meant_is_agreed_and_the_mistake_stays_in_sight(agreed: Programme) -> None:
    back(agreed)
    other = replace(edited(agreed, "start = 2025-01-01", "start = 2025-02-01"), clock=lambda: TENTH)
    assert agreed_page(other, "one-team").content.unexplained == ()
    agree_plan(other, prototype="one-team")
    page = agreed_page(other, "one-team").content
    assert plainly(page.headline) == "The plan: agreed on 10 December 2024, not changed since"
    assert [plainly(said) for said in page.taken_back] == [SAID]
    assert [plainly(said) for said in plan_beside(other, "one-team", "on-time").content.said] == [SAID]
    again = replace(edited(other, "start = 2025-02-01", "start = 2025-03-01"), actor=LEAD)
    change_plan(again, prototype="one-team", why="The room was late.")
    assert "1 change since" in plainly(agreed_page(again, "one-team").content.headline)


def test_it_may_be_taken_back_with_every_figure_from_before_the_start_there(agreed: Programme) -> None:
    before = arrived(agreed, "2024-12")
    assert agreed_page(before, "one-team").content.stands == ""
    back(before)
    assert not agreed_page(before, "one-team").content.is_agreed


def test_from_the_first_figure_of_the_test_on_it_stands_and_says_what_to_do_instead(agreed: Programme) -> None:
    seen = arrived(agreed, "2025-01", since="2025-01")
    assert "from 1 January 2025 on, when the test begins, are there" in plainly(
        agreed_page(seen, "one-team").content.stands or ""
    )
    with pytest.raises(UsageError, match=r"(?s)This agreement stands.*say why: .*numbered change.*figures-are-there"):
        back(seen)
    assert agreed_page(seen, "one-team").content.is_agreed


@pytest.mark.parametrize("escape", ["a later start", "another measure"])
def test_no_plan_is_written_so_that_its_figures_seem_not_to_be_there(agreed: Programme, escape: str) -> None:
    seen = arrived(agreed, "2025-01")
    if escape == "a later start":
        other = edited(seen, "start = 2025-01-01\nend = 2025-12-31", "start = 2026-02-01\nend = 2026-12-31")
    else:
        other = edited(edited(seen, MEASURES, ""), 'measure = "on-time"\n', "")
    assert agreed_page(other, "one-team").content.unexplained
    with pytest.raises(UsageError, match="figures-are-there"):
        back(other)


def test_once_a_change_was_given_a_reason_the_agreement_stands(agreed: Programme) -> None:
    other = edited(agreed, "start = 2025-01-01", "start = 2025-02-01")
    change_plan(other, prototype="one-team", why="The room was late.")
    with pytest.raises(UsageError, match=r"(?s)that change counts.*figures-are-there"):
        back(other)


@pytest.mark.parametrize("actor", [LEAD, EVALUATOR, OFFICER, Actor("eve", "Eve", Role.SPONSOR)])
def test_nobody_but_its_sponsor_takes_it_back(agreed: Programme, actor: Actor) -> None:
    with pytest.raises(UsageError, match=r"\[not-allowed\]"):
        back(acting_as(agreed, actor))
    assert agreed_page(agreed, "one-team").content.is_agreed


def test_a_sponsor_put_into_the_folder_afterwards_does_not_take_back_what_another_agreed(agreed: Programme) -> None:
    other = edited(agreed, 'sponsor = "B. Sponsor"', 'sponsor = "Eve"')
    with pytest.raises(UsageError, match=r"Eve is not the sponsor"):
        back(acting_as(other, Actor("eve", "Eve", Role.SPONSOR)))
    back(other)


def test_it_takes_a_reason_that_names_nobody_and_a_day_that_can_be(agreed: Programme) -> None:
    for because, on, said in (("  ", None, "no-reason"), (WHY, date(2024, 12, 2), "bad-day"),
                              (WHY, date(2024, 12, 5), "bad-day"), ("x" * 6_000, None, "too-long")):  # fmt: skip
        with pytest.raises(UsageError, match=said):
            back(agreed, because, on)
    with pytest.raises(StoppedTextError):
        back(agreed, "Ring her on 01223 496012.")
    assert agreed_page(agreed, "one-team").content.is_agreed


def test_twice_is_once_and_what_nobody_agreed_cannot_be_taken_back(agreed: Programme) -> None:
    back(agreed)
    assert plainly(back(agreed, "Another reason.")) == SAID
    assert len(rows(agreed.store, Kind.AGREEMENT)) == 2
    with pytest.raises(UsageError, match="bad-day"):
        agree_plan(replace(agreed, clock=lambda: TENTH), prototype="one-team", on=THIRD.date())


def test_nobody_takes_back_what_nobody_agreed(programme: Programme) -> None:
    with pytest.raises(UsageError, match="Nobody has agreed this plan"):
        back(acting_as(programme, SPONSOR))


def test_as_at_the_day_before_it_is_agreed_still(agreed: Programme) -> None:
    back(agreed)
    before = agreed_page(replace(agreed, as_at=THIRD), "one-team").content
    assert (before.is_agreed, before.taken_back) == (True, ())


def test_an_agreement_written_down_later_than_its_day_says_so(programme: Programme) -> None:
    agree_plan(replace(acting_as(programme, SPONSOR), clock=lambda: TENTH), prototype="one-team", on=THIRD.date())
    status = plainly(prototype_page(programme, "one-team").content.status)
    assert status.endswith("Plan agreed on 3 December 2024 by B. Sponsor, written down here on 10 December 2024.")
