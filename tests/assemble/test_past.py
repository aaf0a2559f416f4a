"""A plan looked at before it starts: the past is enough for a panel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.assemble import assemble
from evaluation.model.codes import Reason
from evaluation.model.measure import Break
from evaluation.model.results import Refusal
from evaluation.statistics import ESTIMATORS, Panel
from tests.assemble.test_panel import FIGURES, FRAMEWORK, MEASURE, PROTOTYPE

PAST = [figure for figure in FIGURES if figure.period.end <= date(2025, 1, 1)]


def changed(on: date) -> Panel | Refusal:
    measure = replace(MEASURE, breaks=(Break(on, "the form changed"),))
    return assemble(PAST, PROTOTYPE, measure, FRAMEWORK, past_is_enough=True)


def test_figures_that_end_before_the_start_make_a_panel() -> None:
    panel = assemble(PAST, PROTOTYPE, MEASURE, FRAMEWORK, past_is_enough=True)
    assert isinstance(panel, Panel)
    assert panel.periods == ("2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12")
    assert panel.starts.tolist() == [6, -1, -1, -1, -1, -1]


def test_only_the_past_under_todays_definition_counts() -> None:
    panel = changed(date(2024, 10, 1))
    assert isinstance(panel, Panel)
    assert panel.periods == ("2024-10", "2024-11", "2024-12")


@pytest.mark.parametrize("on", [date(2025, 1, 1), date(2024, 12, 31)])
def test_a_definition_that_changes_at_the_start_leaves_no_past(on: date) -> None:
    refused = changed(on)
    assert isinstance(refused, Refusal)
    assert refused.reason is Reason.BREAK_IN_DEFINITION


def test_without_figures_after_the_start_an_old_change_of_definition_is_not_what_stops_a_comparison() -> None:
    measure = replace(MEASURE, breaks=(Break(date(2024, 10, 1), "the form changed"),))
    panel = assemble(PAST, PROTOTYPE, measure, FRAMEWORK)
    assert isinstance(panel, Panel)
    outcome = ESTIMATORS["area-change"](panel)
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.NOT_STARTED
