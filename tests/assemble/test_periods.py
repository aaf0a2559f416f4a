"""What may stand in one comparison, and what is said of the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evaluation.assemble.joint import joint
from evaluation.assemble.periods import Comparable, comparable_periods
from evaluation.model.codes import Reason
from evaluation.model.design import Design
from evaluation.model.measure import Break, Measure, NotCollected
from evaluation.model.places import Period, PeriodKind
from evaluation.model.results import Refusal
from tests.assemble.test_panel import MEASURE, PROTOTYPE

YEARLY = replace(MEASURE, periods=PeriodKind.ACADEMIC_YEAR)
REFORM = Break(date(2021, 9, 1), "The profile was reformed.")
PANDEMIC = NotCollected(date(2019, 9, 1), date(2021, 9, 1), "The pandemic stopped it.")


def year(first: int) -> Period:
    return Period.starting(date(first, 9, 1), PeriodKind.ACADEMIC_YEAR)


def made(
    *firsts: int, start: int, measure: Measure = YEARLY, skip: int = 0, past_is_enough: bool = False, **declared: Any
) -> Comparable | Refusal:
    plan = replace(PROTOTYPE, design=Design(skip=skip))
    periods = [year(first) for first in firsts]
    asked = date(start, 9, 1)
    return comparable_periods(plan, replace(measure, **declared), periods, asked, past_is_enough=past_is_enough)


def used(*firsts: int, start: int, **declared: Any) -> Comparable:
    found = made(*firsts, start=start, **declared)
    assert isinstance(found, Comparable)
    return found


def refused(*firsts: int, start: int, **declared: Any) -> Refusal:
    found = made(*firsts, start=start, **declared)
    assert isinstance(found, Refusal)
    return found


def test_nothing_is_compared_across_a_new_definition() -> None:
    refusal = refused(2017, 2018, 2021, 2022, start=2019, breaks=(REFORM,))
    assert refusal.reason is Reason.BREAK_IN_DEFINITION
    assert refusal.why.replace("\xa0", " ") == (
        'The profile was reformed. "Reviews on time" has been measured differently since the 2021/22 school year'
    )


def test_a_new_definition_while_results_are_waited_for_stops_it_too() -> None:
    assert refused(2019, 2020, 2021, 2022, start=2020, lag=1, breaks=(REFORM,)).reason is Reason.BREAK_IN_DEFINITION
    assert used(2019, 2020, 2021, 2022, start=2020, breaks=(REFORM,)).breaks == ("2021-09-01",)


def test_earlier_years_under_another_definition_are_left_out_and_told() -> None:
    found = used(2018, 2021, 2022, 2023, start=2023, breaks=(REFORM,))
    assert [period.notation for period in found.periods] == ["2021-22", "2022-23", "2023-24"]
    assert (found.breaks, found.holes) == (("2021-22",), ())


def test_nothing_is_compared_across_years_that_were_not_collected() -> None:
    refusal = refused(2017, 2018, 2021, 2022, start=2019, not_collected=(PANDEMIC,))
    assert refusal.reason is Reason.NOT_COLLECTED
    assert refusal.why.replace("\xa0", " ") == (
        'The pandemic stopped it. No figures for "Reviews on time" were collected as usual '
        "from September 2019 to August 2021"
    )
    assert refused(2018, 2019, 2021, start=2019, lag=1, not_collected=(PANDEMIC,)).reason is Reason.NOT_COLLECTED
    assert refused(2018, 2019, 2021, start=2021, not_collected=(PANDEMIC,)).reason is Reason.NOT_COLLECTED


@pytest.mark.parametrize("start", [2018, 2023])
def test_years_that_were_not_collected_on_one_side_are_left_out_and_told(start: int) -> None:
    found = used(2017, 2018, 2020, 2021, 2022, 2023, start=start, not_collected=(PANDEMIC,))
    assert [period.start.year for period in found.periods] == [2017, 2018, 2021, 2022, 2023]
    assert found.not_collected == (("2019-20", "2021-22"), ("2020-21", "2021-22"))
    assert found.holes == ()


def test_years_that_are_missing_everywhere_are_noticed() -> None:
    found = used(2017, 2018, 2021, start=2018)
    assert found.holes == (("2019-20", "2021-22"), ("2020-21", "2021-22"))
    assert found.not_collected == ()


def test_a_window_that_reaches_into_time_without_figures_is_left_out() -> None:
    windows = [Period(date(first, 9, 1), date(first + 3, 9, 1), PeriodKind.ROLLING) for first in range(2010, 2023)]
    rolling = replace(MEASURE, periods=PeriodKind.ROLLING, not_collected=(PANDEMIC,))
    found = comparable_periods(PROTOTYPE, rolling, windows, date(2013, 9, 1), past_is_enough=False)
    assert isinstance(found, Comparable)
    assert [period.start.year for period in found.periods] == [2010, 2013, 2016, 2021]
    assert len(found.overlapping) == 5  # 2011, 2012, 2014, 2015, 2022


def test_a_plan_that_is_only_looked_at_needs_no_years_after() -> None:
    assert isinstance(made(2021, 2022, start=2024, breaks=(REFORM,), past_is_enough=True), Comparable)
    assert made(2018, 2019, start=2021, breaks=(REFORM,), past_is_enough=True) is not None


def test_results_are_looked_for_from_the_first_whole_period_on_after_lag_and_transition() -> None:
    plan = replace(PROTOTYPE, design=Design(skip=1))
    at = joint(plan, replace(YEARLY, lag=1), date(2019, 10, 15), past_is_enough=False)
    assert at.looked_for == date(2022, 9, 1)
    assert joint(plan, MEASURE, date(2019, 10, 1), past_is_enough=False).looked_for == date(2019, 11, 1)
