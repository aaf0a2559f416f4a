from __future__ import annotations

from datetime import date

import pytest

from evaluation.measures import Arrival, StreamArrival, arrivals
from evaluation.measures.arrivals import last_due
from evaluation.model.framework import Cadence, Framework, Measure, MeasureKind, Outcome, Polarity, Scale, Stream
from evaluation.model.places import Period, PeriodKind, parse_notation

TODAY = date(2026, 6, 3)


def measure(name: str, kind: PeriodKind = PeriodKind.MONTH) -> Measure:
    return Measure(
        id=name, name=name, kind=MeasureKind.OUTCOME, outcomes=("o",), stream="s", scale=Scale.PROPORTION,
        polarity=Polarity.HIGHER, periods=kind, counted="reviews", that="were on time",
    )  # fmt: skip


def standing(fed: dict[str, str], *, names: tuple[str, ...] = ("a",)) -> StreamArrival:
    """The one stream, due 60 days after a month ends, with the last month each measure has."""
    framework = Framework(
        id="f", name="F", outcomes=(Outcome("o", "O"),), measures=tuple(measure(name) for name in names),
        streams=(Stream("s", "Visits", "Us", Cadence.MONTHLY, "counts only", arrives_after_days=60),),
    )  # fmt: skip
    periods = {name: [parse_notation(month, PeriodKind.MONTH)] for name, month in fed.items()}
    (one,) = arrivals(framework, periods, TODAY)
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
