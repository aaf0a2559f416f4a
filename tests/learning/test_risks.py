from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.learning import risk_standings
from evaluation.learning.risks import gravity
from evaluation.model.around import Rating, Risk
from evaluation.model.references import Reference

LOW, MEDIUM, HIGH = Rating


@dataclass(frozen=True)
class Said:
    reference: Reference
    noun: Risk
    amends: Reference | None = None


def risk(likelihood: Rating = LOW, impact: Rating = LOW, month: int = 3, closed: date | None = None) -> Risk:
    return Risk("one-team", likelihood, impact, date(2026, month, 1), "It stops.", "Ann", closed_on=closed)


def said(number: int, noun: Risk, amends: int | None = None) -> Said:
    before = None if amends is None else Reference.parse(f"risk:{amends}")
    return Said(Reference.parse(f"risk:{number}"), noun, before)


@pytest.mark.parametrize(
    ("likelihood", "impact", "grave"), [(LOW, LOW, 1), (LOW, HIGH, 3), (MEDIUM, MEDIUM, 4), (HIGH, HIGH, 9)]
)
def test_gravity_is_likelihood_times_impact(likelihood: Rating, impact: Rating, grave: int) -> None:
    assert gravity(risk(likelihood, impact)) == grave


def test_the_gravest_comes_first_and_of_equals_the_worse_if_it_happens() -> None:
    rows = [said(1, risk(HIGH, LOW)), said(2, risk(LOW, HIGH)), said(3, risk(MEDIUM, MEDIUM))]
    assert [each.reference.key for each in risk_standings(rows)] == ["3", "2", "1"]


def test_what_is_over_comes_last_however_grave_it_was() -> None:
    rows = [said(1, risk(HIGH, HIGH, closed=date(2026, 5, 1))), said(2, risk())]
    found = risk_standings(rows)
    assert [(each.reference.key, each.is_open) for each in found] == [("2", True), ("1", False)]


def test_its_history_keeps_how_it_was_rated_and_since_when_it_is_known() -> None:
    rows = [
        said(1, risk(LOW, HIGH, 3)),
        said(2, risk(LOW, HIGH, 4), amends=1),
        said(3, risk(HIGH, HIGH, 5), amends=2),
    ]
    (found,) = risk_standings(rows)
    assert found.since == date(2026, 3, 1)
    assert [(each.likelihood, each.on.month) for each in found.before] == [(LOW, 4)]


@given(st.permutations([(likelihood, impact) for likelihood in Rating for impact in Rating]))
def test_the_order_of_recording_does_not_matter(pairs: list[tuple[Rating, Rating]]) -> None:
    rows = [said(number, risk(*pair)) for number, pair in enumerate(pairs)]
    found = [(each.risk.likelihood, each.risk.impact) for each in risk_standings(rows)]
    assert found[0] == (HIGH, HIGH)
    assert found[-1] == (LOW, LOW)
    graves = [gravity(each.risk) for each in risk_standings(rows)]
    assert graves == sorted(graves, reverse=True)
