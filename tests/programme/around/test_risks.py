from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evaluation import store
from evaluation.model.around import Rating
from evaluation.model.people import Actor, Role
from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    StoppedTextError,
    add_risk,
    change_risk,
    close_risk,
    open_programme,
    risks_page,
    risks_table,
)
from tests.programme.conftest import LEAD, NOW, acting_as


def risk(programme: Programme, key: str = "a", **more: Any) -> str:
    said = {
        "prototype": "one-team",
        "what": "The meeting stops.",
        "likelihood": Rating.LOW,
        "impact": Rating.HIGH,
        "owner": "Ann Lead",
    }
    return str(add_risk(programme, request_key=key, **(said | more)).content.reference)


def test_a_risk_is_told_in_words(programme: Programme) -> None:
    risk(programme, response="Two are enough.")
    page = risks_page(programme, "one-team").content
    (line,) = page.lines
    assert (line.grave, line.response) == ("unlikely, and would matter a great deal", "Two are enough.")
    assert page.headline == "1\u00a0open\u00a0risk"


def test_a_change_keeps_the_rest_and_how_it_was_rated_before(programme: Programme) -> None:
    first = risk(programme, on=date(2026, 3, 1))
    change_risk(programme, risk=first, likelihood=Rating.HIGH, request_key="b")
    (line,) = risks_page(programme, "one-team").content.lines
    assert (line.what, line.grave) == ("The meeting stops.", "likely, and would matter a great deal")
    assert line.before.replace("\u00a0", " ") == "1 March 2026: unlikely, and would matter a great deal"
    assert line.since.replace("\u00a0", " ") == "since 1 March 2026"


@pytest.mark.parametrize(
    "said",
    [
        {"likelihood": Rating.MEDIUM},
        {"impact": Rating.MEDIUM},
        {"what": "The rooms are let."},
        {"owner": "Bo"},
        {"response": "Two are enough."},
    ],
)
def test_what_a_change_does_not_say_stays_as_it_was(programme: Programme, said: dict[str, Any]) -> None:
    first = risk(programme)
    change_risk(programme, risk=first, request_key="b", **said)
    before, now = (row.noun for row in store.rows(programme.store, Kind.RISK))
    assert now == replace(before, **said)


def test_one_that_is_over_says_since_when_and_comes_last(programme: Programme) -> None:
    close_risk(programme, risk=risk(programme), request_key="over")
    risk(programme, "b", what="Two lists.", impact=Rating.LOW)
    lines = risks_page(programme, "one-team").content.lines
    assert [line.state.replace("\u00a0", " ") for line in lines] == ["open", "over since 3 June 2026"]


def test_what_the_plan_said_beforehand_waits_to_be_judged(programme: Programme) -> None:
    plan = programme.folder / "prototypes" / "one-team.toml"
    text = plan.read_text(encoding="utf-8").replace("[chosen]", 'pre_mortem = ["Two lists go on."]\n\n[chosen]', 1)
    plan.write_text(text, encoding="utf-8")
    opened = open_programme(Settings.from_environment({}, folder=programme.folder), actor=LEAD, clock=lambda: NOW)
    assert risks_page(opened, "one-team").content.beforehand == ("Two lists go on.",)
    risk(opened, what="Two lists go on.")
    page = risks_page(opened, "one-team").content
    assert (page.beforehand, page.lines[0].since) == ((), "said beforehand")
    opened.store.close()


@pytest.mark.parametrize("left_out", [{"what": ""}, {"owner": " "}])
def test_a_risk_says_what_and_who(programme: Programme, left_out: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="Say what could go wrong, and who looks after it"):
        risk(programme, **left_out)


def test_the_same_submission_twice_is_one_risk(programme: Programme) -> None:
    assert risk(programme) == risk(programme)
    assert len(risks_page(programme, "one-team").content.lines) == 1


def test_what_could_identify_someone_is_not_kept(programme: Programme) -> None:
    with pytest.raises(StoppedTextError):
        risk(programme, response="Ring 07700 900123.")


def test_a_reader_writes_down_no_risk(programme: Programme) -> None:
    with pytest.raises(UsageError, match="may not write down what could go wrong"):
        risk(acting_as(programme, Actor("ray", "Ray Reader", Role.READER)))


def test_a_risk_there_is_not_cannot_change(programme: Programme) -> None:
    with pytest.raises(UsageError, match="nothing stored as risk:7"):
        change_risk(programme, risk="risk:7", request_key="b")


def test_the_risks_can_be_taken_away(programme: Programme) -> None:
    risk(programme)
    (row,) = risks_table(programme, "one-team").content.rows
    assert row[:3] == ("The meeting stops.", "unlikely", "would matter a great deal")
