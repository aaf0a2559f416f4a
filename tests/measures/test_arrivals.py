from __future__ import annotations

from datetime import date

import pytest

from evaluation.measures import Arrival, StreamArrival, arrivals, arrived
from evaluation.measures.arrivals import last_due
from evaluation.model.framework import Cadence, Framework, Outcome, Stream
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Area, Period, PeriodKind, parse_notation

TODAY = date(2026, 6, 3)


def measure(name: str, kind: PeriodKind = PeriodKind.MONTH) -> Measure:
    return Measure(
        id=name, name=name, kind=MeasureKind.OUTCOME, outcomes=("o",), stream="s", scale=Scale.PROPORTION,
        polarity=Polarity.HIGHER, periods=kind, counted="reviews", that="were on time",
    )  # fmt: skip


def standing(fed: dict[str, dict[str, str]] | dict[str, str], *, names: tuple[str, ...] = ("a",)) -> StreamArrival:
    """The one stream, due 60 days after a month ends, with the months of each measure and the areas that sent them."""
    framework = Framework(
        id="f", name="F", outcomes=(Outcome("o", "O"),), measures=tuple(measure(name) for name in names),
        areas=(Area("X1", "One"), Area("X2", "Two"), Area("X3", "Three", valid_to=date(2026, 1, 1))),
        streams=(Stream("s", "Visits", "Us", Cadence.MONTHLY, "counts only", arrives_after_days=60),),
    )  # fmt: skip
    come = {
        name: {
            parse_notation(month, PeriodKind.MONTH): areas.split()
            for month, areas in (months.items() if isinstance(months, dict) else [(months, "X1")])
        }
        for name, months in fed.items()
    }
    (one,) = arrivals(framework, come, TODAY)
    return one


@pytest.mark.parametrize(
    ("kind", "days", "expected"),
    [
        (PeriodKind.MONTH, 60, "2026-03"),
        (PeriodKind.MONTH, 0, "2026-05"),
        (PeriodKind.QUARTER, 60, "2026-Q1"),
        (PeriodKind.QUARTER, 70, "2025-Q4"),
        (PeriodKind.CALENDAR_YEAR, 60, "2025"),
        (PeriodKind.FINANCIAL_YEAR, 60, "2025-26"),
        (PeriodKind.ACADEMIC_YEAR, 60, "2024-25"),
    ],
)
def test_the_last_period_due_is_the_last_that_ended_long_enough_ago(kind: PeriodKind, days: int, expected: str) -> None:
    assert last_due(kind, TODAY, days) == parse_notation(expected, kind)


def test_a_rolling_window_is_never_due() -> None:
    assert last_due(PeriodKind.ROLLING, TODAY, 60) is None


def test_up_to_date_late_and_never() -> None:
    assert standing({"a": "2026-03"}).state is Arrival.ON_TIME
    assert standing({"a": "2026-02"}).state is Arrival.LATE
    assert standing({}).state is Arrival.NEVER


def test_a_late_stream_says_what_was_due_and_when() -> None:
    late = standing({"a": "2026-01"})
    assert late.due == Period.starting(date(2026, 3, 1), PeriodKind.MONTH)
    assert late.due_on == date(2026, 5, 31)
    assert late.latest == Period.starting(date(2026, 1, 1), PeriodKind.MONTH)


def test_a_stream_that_feeds_only_some_measures_names_the_others() -> None:
    half = standing({"a": "2026-03"}, names=("a", "b"))
    assert half.state is Arrival.HALF_FED
    assert [never.id for never in half.never_fed] == ["b"]


def test_a_stream_without_measures_is_not_used() -> None:
    assert standing({}, names=()).state is Arrival.NOT_USED


def test_a_stream_is_half_fed_where_an_area_is_missing_from_the_latest_month() -> None:
    half = standing({"a": {"2026-02": "X1 X2", "2026-03": "X1"}})
    assert half.state is Arrival.HALF_FED
    assert [(part.measure.id, part.period.notation, part.areas) for part in half.partly_fed] == [
        ("a", "2026-03", ("X2",))
    ]


def test_an_area_that_ended_or_stopped_long_ago_is_not_waited_for() -> None:
    assert standing({"a": {"2025-12": "X1 X3", "2026-03": "X1"}}).state is Arrival.ON_TIME
    assert standing({"a": {"2024-01": "X1 X2", "2026-03": "X1"}}).state is Arrival.ON_TIME


def test_a_late_stream_names_all_that_each_measure_owes() -> None:
    late = standing({"a": {"2026-01": "X1"}, "b": {"2026-03": "X1"}}, names=("a", "b"))
    assert [(m.id, first.notation, last.notation) for m, first, last in late.behind] == [("a", "2026-02", "2026-03")]


def test_what_is_due_next_is_known_when_all_is_up_to_date() -> None:
    """March was due on 31 May; April, which ended on 30 April, is due 60 days later."""
    on_time = standing({"a": "2026-03"})
    assert on_time.state is Arrival.ON_TIME
    assert on_time.next_due == Period.starting(date(2026, 4, 1), PeriodKind.MONTH)
    assert on_time.next_due_on == date(2026, 6, 30)


def test_what_came_before_it_was_due_is_not_waited_for_again() -> None:
    early = standing({"a": "2026-05"})
    assert early.next_due == Period.starting(date(2026, 6, 1), PeriodKind.MONTH)


def test_a_hidden_figure_has_arrived_and_a_blank_one_has_not() -> None:
    month = parse_notation("2026-03", PeriodKind.MONTH)
    figures = [
        Observation("a", area, month, status)
        for area, status in (("X1", Status.SUPPRESSED), ("X2", Status.MISSING), ("X3", Status.NOT_APPLICABLE))
    ]
    assert arrived(figures) == {"a": {month: {"X1", "X3"}}}


def test_the_areas_of_a_stream_are_those_that_sent_within_the_year() -> None:
    assert standing({"a": {"2024-01": "X9", "2026-02": "X1 X2", "2026-03": "X1"}}).areas == ("X1", "X2")
