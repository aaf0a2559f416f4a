"""Outcomes have measures, and the period of the choice can be read."""

from __future__ import annotations

import pytest

from evaluation.problems import Severity
from tests.declare.example import Programme

FILE = "frameworks/good-start.toml"


def test_an_outcome_without_a_measure_is_a_warning(programme: Programme) -> None:
    programme.change("[[streams]]", '[[outcomes]]\nid = "safe"\nname = "Safe"\n[[streams]]', FILE)
    (problem,) = programme.read().problems
    assert (problem.code, problem.severity) == ("outcome-without-measure", Severity.WARNING)


def test_a_retired_measure_serves_no_outcome(programme: Programme) -> None:
    programme.change('formerly = ["timely-reviews"]', "retired = 2025-01-01", FILE)
    programme.change('outcomes = ["healthy"]\nstream', "outcomes = []\nstream", FILE)
    programme.change('that = "felt heard"', 'that = "felt heard"\nretired = 2025-01-01', FILE)
    assert programme.codes() == ["outcome-without-measure"]


def test_a_retired_outcome_needs_no_measure(programme: Programme) -> None:
    outcome = '[[outcomes]]\nid = "safe"\nname = "Safe"\nretired = 2025-01-01\n[[streams]]'
    programme.change("[[streams]]", outcome, FILE)
    assert programme.codes() == []


@pytest.mark.parametrize("period", ["2024", "2024-26", "last year", "2024-04"])
def test_a_period_that_is_not_one_of_the_measure(programme: Programme, period: str) -> None:
    programme.change('period = "2024-25"', f'period = "{period}"')
    assert programme.said() == [("bad-period", programme.line("period ="))]


def test_rolling_windows_say_of_which_years_they_are_made(programme: Programme) -> None:
    programme.change('periods = "financial_year"', 'periods = "rolling"', FILE)
    problems = [one for one in programme.read().problems if one.code == "missing-key"]
    assert [(one.severity, one.mend) for one in problems] == [
        (Severity.WARNING, 'Add windows_of = "academic_year", "financial_year" or "calendar_year".')
    ]


@pytest.mark.parametrize("kind", ["academic_year", "month"])
def test_only_rolling_windows_are_made_of_years(programme: Programme, kind: str) -> None:
    programme.change('periods = "financial_year"', f'periods = "{kind}"\nwindows_of = "month"', FILE)
    assert ("not-a-choice", programme.line("windows_of", FILE)) in programme.said()


def test_time_without_figures_ends_after_it_starts(programme: Programme) -> None:
    gap = 'periods = "financial_year"\nnot_collected = [{ start = 2021-09-01, end = 2020-09-01, why = "w" }]'
    programme.change('periods = "financial_year"', gap, FILE)
    assert [code for code, _ in programme.said()] == ["dates-out-of-order"]
