"""The usual ups and downs of figures as they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.assemble import usual
from evaluation.model.codes import Reason
from evaluation.model.design import NewRange
from evaluation.model.measure import Break
from evaluation.model.places import PeriodKind
from evaluation.model.process import ProcessChart
from evaluation.model.results import Refusal, SeriesPoint
from tests.assemble.test_panel import MEASURE, PROTOTYPE

LEVELS = [0.60, 0.62, 0.61, 0.63, 0.60, 0.61, 0.62, 0.61]
SEEN = [SeriesPoint(f"2024-{at + 1:02d}", level, None) for at, level in enumerate(LEVELS)] + [
    SeriesPoint(f"2025-{at + 1:02d}", level + 0.2, None) for at, level in enumerate(LEVELS)
]


def charted(**plan: object) -> ProcessChart:
    found = usual(SEEN, replace(PROTOTYPE, **plan), MEASURE)  # type: ignore[arg-type]
    assert isinstance(found, ProcessChart)
    return found


def test_without_a_cause_the_range_stays_where_it_was() -> None:
    assert charted().rebases == ()
    assert charted().has_signal


def test_the_plan_can_work_the_range_out_anew_with_its_cause() -> None:
    change = NewRange(MEASURE.id, date(2025, 1, 1), "Reviews moved to the hub", date(2025, 2, 3), "the group")
    chart = charted(new_ranges=(change, replace(change, measure="another", on=date(2024, 8, 1))))
    (rebase,) = chart.rebases
    assert (rebase.at, rebase.cause, rebase.decided_on) == (8, "Reviews moved to the hub", date(2025, 2, 3))
    assert not chart.has_signal


def test_a_new_definition_works_it_out_anew() -> None:
    broken = replace(MEASURE, breaks=(Break(date(2025, 1, 1), "Counted by place of birth"),))
    found = usual(SEEN, PROTOTYPE, broken)
    assert isinstance(found, ProcessChart)
    assert [rebase.cause for rebase in found.rebases] == ["Counted by place of birth"]


def test_a_change_before_the_first_figure_changes_nothing() -> None:
    change = NewRange(MEASURE.id, date(2020, 1, 1), "Long ago", date(2020, 1, 1))
    assert charted(new_ranges=(change,)).rebases == ()


def test_periods_that_overlap_have_no_usual_range() -> None:
    rolling = [SeriesPoint(f"{year}-09--{year + 3}-09", 0.2, None) for year in range(2008, 2018)]
    found = usual(rolling, PROTOTYPE, replace(MEASURE, periods=PeriodKind.ROLLING))
    assert isinstance(found, Refusal)
    assert found.reason is Reason.OVERLAPPING_PERIODS
