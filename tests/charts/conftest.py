"""Charts of every kind, made of results as they come: by month and by year, with gaps, near zero, harmful."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from random import Random
from typing import Any

import pytest

from evaluation.charts.calendar import Calendar
from evaluation.charts.completeness import CompletenessWords, completeness
from evaluation.charts.effect_range import EffectRangeWords, effect_range
from evaluation.charts.other_areas import OtherAreasWords, other_areas
from evaluation.charts.over_time import OverTimeWords, over_time
from evaluation.charts.path import PathWords, path
from evaluation.charts.process import ProcessWords, process
from evaluation.charts.small_line import SmallLineWords, UsualRange, small_line
from evaluation.charts.spec import ChartSpec
from evaluation.measures import CellState, Completeness
from evaluation.model.codes import Scaling, Unit
from evaluation.model.measure import Polarity
from evaluation.model.places import Period, PeriodKind, add_months, parse_notation
from evaluation.model.process import ProcessChart, Rebase
from evaluation.model.release import Audience, Released, Stamps
from evaluation.model.results import AreaChange, Effect, Estimate, PathPoint, SeriesPoint
from evaluation.statistics.process import xmr

LENGTH = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3}


def periods(first: date, count: int, kind: PeriodKind) -> list[str]:
    months = LENGTH.get(kind, 12)
    return [Period.starting(add_months(first, months * at), kind).notation for at in range(count)]


def series(
    notations: list[str],
    before: int,
    *,
    level: float,
    slope: float,
    effect: float,
    noise: float,
    half: float,
    hidden: tuple[int, ...] = (),
    out_of: float | None = 206.0,
) -> tuple[SeriesPoint, ...]:
    """A line with an effect from period `before` on; `half` is half the likely range."""
    random = Random(7)
    found = []
    for at, notation in enumerate(notations):
        expected, is_after = level + slope * at, at >= before
        observed = None if at in hidden else expected + random.gauss(0, noise) + effect * is_after
        known = observed is not None and out_of is not None
        found.append(
            SeriesPoint(
                notation,
                observed,
                expected,
                expected - half if is_after else None,
                expected + half if is_after else None,
                numerator=float(round((observed or 0.0) * (out_of or 0.0))) if known else None,
                denominator=out_of if known else None,
            )
        )
    return tuple(found)


def estimate(
    points: tuple[SeriesPoint, ...],
    effect: Effect,
    *,
    others: int = 24,
    spread: float = 0.02,
    before: int = 12,
    scale: Scaling = Scaling.LOG_ODDS,
) -> Estimate:
    random = Random(11)
    apart = [random.gauss(0, spread) for _ in range(others)]
    areas = [AreaChange("E1", is_test=True, change=0.3, variance=0, weight=1, standardised=2, apart=effect.value)]
    areas += [
        AreaChange(f"X{at}", is_test=False, change=0, variance=0, weight=1, standardised=0, apart=value)
        for at, value in enumerate(apart)
    ]
    return Estimate(
        value=0.3,
        low=0.05,
        high=0.55,
        level=0.95,
        p_value=0.02,
        standard_error=0.12,
        scale=scale,
        effect=effect,
        method="area-change",
        inference="welch",
        smallest_p=0.04,
        test_areas=("E1",),
        comparison_areas=tuple(f"X{at}" for at in range(others)),
        dropped_areas=(),
        periods_before=tuple(point.period for point in points[:before]),
        periods_after=tuple(point.period for point in points[before:]),
        series=points,
        areas=tuple(areas),
    )


def time_words(**changed: str) -> OverTimeWords:
    words: dict[str, Any] = {
        "title": "On-time reviews rose after one team started, by more than expected",
        "alt": "On-time reviews rose to 74 in 100 in Marsh End, 6 more than expected.",
        "unit": "Reviews done on time, in every 100 due, by quarter",
        "source": "Source: health visiting figures, quarterly, brought in on 2 June 2026.",
        "test": "Marsh End",
        "test_detail": "74 over the year",
        "expected": "what we would expect without it, 68",
        "start": "One team starts, 1 April 2025",
    }
    return OverTimeWords(**(words | changed))


def range_words(low: str, value: str, high: str, wanted: str = "", **changed: str) -> EffectRangeWords:
    words: dict[str, Any] = {
        "title": "About 6 in 100 more than we would expect without the prototype",
        "alt": f"{value}, likely range {low} to {high}",
        "unit": "Difference, in every 100",
        "source": "Source: health visiting figures.",
        "low": low,
        "value": value,
        "high": high,
        "wanted": wanted,
    }
    return EffectRangeWords(**(words | changed))


def share(value: float, low: float, high: float) -> Effect:
    return Effect(value, low, high, Unit.SHARE, observed=0.68 + value, expected=0.68)


def quarterly() -> Estimate:
    notations = periods(date(2022, 1, 1), 17, PeriodKind.QUARTER)
    points = series(notations, 13, level=0.61, slope=0.004, effect=0.06, noise=0.006, half=0.05, hidden=(5,))
    return estimate(points, share(0.06, 0.01, 0.11), before=13)


def quarterly_calendar(*hidden: str) -> Calendar:
    return Calendar(kind=PeriodKind.QUARTER, start=date(2025, 4, 1), hidden=frozenset(hidden))


def monthly() -> tuple[Estimate, Calendar]:
    notations = periods(date(2020, 1, 1), 66, PeriodKind.MONTH)
    points = series(notations, 51, level=0.5, slope=0.002, effect=-0.08, noise=0.012, half=0.03, hidden=(20, 21, 60))
    calendar = Calendar(
        kind=PeriodKind.MONTH,
        start=date(2024, 4, 1),
        events=((date(2020, 3, 23), "First lockdown, 23 March 2020"), (date(2024, 1, 1), "New form, 1 January 2024")),
        hidden=frozenset({"2025-01"}),
        gaps={"2021-09": "not collected", "2021-10": "not collected"},
    )
    return estimate(points, share(-0.08, -0.12, -0.03), before=51), calendar


def yearly() -> tuple[Estimate, Calendar]:
    notations = periods(date(2017, 9, 1), 8, PeriodKind.ACADEMIC_YEAR)
    points = series(notations, 7, level=0.66, slope=0.004, effect=0.003, noise=0.004, half=0.02)
    points = tuple(point for point in points if point.period not in ("2019-20", "2020-21"))
    gaps = {"2019-20": "not collected", "2020-21": "not collected"}
    calendar = Calendar(kind=PeriodKind.ACADEMIC_YEAR, start=date(2024, 9, 1), gaps=gaps)
    return estimate(points, share(0.003, -0.017, 0.023), others=150, spread=0.015, before=5), calendar


def rate() -> tuple[Estimate, Calendar]:
    notations = periods(date(2023, 1, 1), 12, PeriodKind.QUARTER)
    points = series(notations, 8, level=0.9, slope=0.01, effect=-0.3, noise=0.1, half=0.35, out_of=4200.0)
    effect = Effect(-0.3, -0.65, 0.05, Unit.PER, observed=0.6, expected=0.9)
    return estimate(points, effect, spread=0.2, scale=Scaling.LOG), Calendar(
        kind=PeriodKind.QUARTER, start=date(2025, 1, 1)
    )


def mean() -> tuple[Estimate, Calendar]:
    notations = periods(date(2025, 1, 1), 14, PeriodKind.MONTH)
    points = series(notations, 8, level=21.5, slope=0.1, effect=-2.4, noise=0.5, half=1.1, out_of=None)
    effect = Effect(-2.4, -3.5, -1.3, Unit.NUMBER, observed=20.1, expected=22.5)
    calendar = Calendar(kind=PeriodKind.MONTH, start=date(2025, 9, 1))
    return estimate(points, effect, others=9, spread=0.5, scale=Scaling.PLAIN), calendar


def time_charts() -> dict[str, ChartSpec]:
    month, month_calendar = monthly()
    year, year_calendar = yearly()
    rates, rate_calendar = rate()
    means, mean_calendar = mean()
    harm = {"test_detail": "56 over the year", "expected": "what we would expect without it, 62"}
    return {
        "quarterly": over_time(quarterly(), quarterly_calendar("2023-Q2"), time_words()),
        "monthly": over_time(
            month, month_calendar, time_words(start="One team starts, 1 April 2024", test="Ferry Lane", **harm)
        ),
        "yearly": over_time(
            year,
            year_calendar,
            time_words(
                test="Knowle, Fallow and Marsh End",
                test_detail="69 in 2024/25",
                expected="what we would expect without it, 69",
                start="One team starts, 1 September 2024",
            ),
        ),
        "rate": over_time(
            rates,
            rate_calendar,
            time_words(
                unit="Admissions for every 1,000 children",
                test_detail="0.7 over the year",
                expected="what we would expect without it, 1.0",
                start="One team starts, 1 January 2025",
            ),
        ),
        "mean": over_time(
            means,
            mean_calendar,
            time_words(
                unit="Days from referral to first visit",
                test_detail="20 days",
                expected="what we would expect without it, 23 days",
                start="One team starts, 1 September 2025",
            ),
        ),
    }


def range_charts() -> dict[str, ChartSpec]:
    days = {"more": "days more", "fewer": "days fewer", "unit": "Difference, in days"}
    near = {"wanted": "the group wanted 1"}
    return {
        "range": effect_range(quarterly(), range_words("1", "6 more", "11", "the group wanted 5"), wanted=0.05),
        "range harm": effect_range(monthly()[0], range_words("12", "8 fewer", "3", "the group wanted 5"), wanted=0.05),
        "range near zero": effect_range(
            yearly()[0], range_words("2 fewer", "no more, no fewer", "2 more", **near), wanted=0.01
        ),
        "range mean": effect_range(
            mean()[0], range_words("3.5", "2.4 days fewer", "1.3", "the group wanted 2", **days), wanted=-2.0
        ),
        "range tight": effect_range(
            estimate(quarterly().series, share(0.06, 0.058, 0.062)), range_words("5.8", "6 more", "6.2")
        ),
        "range rate": effect_range(rate()[0], range_words("0.7 fewer", "0.3 fewer", "0.1 more")),
    }


def area_charts() -> dict[str, ChartSpec]:
    def words(ours: str, detail: str, others: str) -> OtherAreasWords:
        return OtherAreasWords(
            title="No other area changed this much",
            alt="24 other areas changed by less than Marsh End.",
            unit="Difference from what we would expect, in 100. Each dot is one area.",
            source="Source: health visiting figures.",
            ours=ours,
            ours_detail=detail,
            others=others,
        )

    names = {"E1": "Marsh End", "X1": "Saltby"}
    return {
        "areas": other_areas(quarterly(), words("Marsh End", "6 more", "24 other areas"), names=names),
        "areas many": other_areas(yearly()[0], words("Marsh End", "about the same", "150 other areas"), names=names),
        "areas harm": other_areas(
            monthly()[0], words("Ferry Lane and Saltby", "8 fewer", "24 other areas"), names=names
        ),
        "areas few": other_areas(mean()[0], words("Marsh End", "2.4 days fewer", "9 other areas"), names=names),
    }


def small_charts() -> dict[str, ChartSpec]:
    words = SmallLineWords(
        title="75 in 100, unusual, worth asking why",
        alt="Reviews on time rose above their usual ups and downs.",
        unit="in every 100",
        source="Source: health visiting figures.",
        name="Reviews on time",
    )
    figures = [(point.period, point.observed) for point in quarterly().series]
    calm = [(point.period, 12 + math.sin(at)) for at, point in enumerate(quarterly().series)]
    return {
        "small": small_line(
            figures, UsualRange(0.6, 0.655, figures[0][0]), Unit.SHARE, quarterly_calendar("2023-Q2"), words
        ),
        "small calm": small_line(calm, UsualRange(10.5, 13.5, calm[0][0]), Unit.NUMBER, quarterly_calendar(), words),
    }


def watched(
    values: Sequence[float | None], first: date = date(2024, 1, 1), rebases: tuple[Rebase, ...] = ()
) -> ProcessChart:
    notations = periods(first, len(values), PeriodKind.MONTH)
    found = xmr(values, periods=notations, rebases=rebases)
    assert isinstance(found, ProcessChart)
    return found


def process_words(chart: ProcessChart, **changed: Any) -> ProcessWords:
    words: dict[str, Any] = {
        "title": "Reviews on time: unusual for the better in August 2025, worth asking why",
        "alt": "Reviews on time: unusual for the better in August 2025. Usual range 58 to 67 in every 100.",
        "unit": "Reviews done on time, in every 100 due, by month",
        "source": "Source: health visiting figures.",
        "test": "Marsh End",
        "test_detail": "72 in August 2025",
        "middle": "middle, 62",
        "why": tuple("unusual: it lies outside the usual range" if point.signals else "" for point in chart.points),
        "anew": tuple(f"Usual range anew: {rebase.cause}, 3 March 2025" for rebase in chart.rebases),
        "start": "One team starts, 1 January 2025",
    }
    return ProcessWords(**(words | changed))


def process_charts() -> dict[str, ChartSpec]:
    random = Random(3)
    calm = [0.62 + random.gauss(0, 0.012) for _ in range(20)]
    calendar = Calendar(
        kind=PeriodKind.MONTH,
        start=date(2025, 1, 1),
        events=((date(2024, 6, 1), "New form, 1 June 2024"), (date(2031, 1, 1), "Years later")),
    )
    some_hidden = replace(calendar, hidden=frozenset({"2024-09"}))
    both: list[float | None] = [*calm[:4], 0.54, *calm[5:8], None, *calm[9:17], 0.71, 0.7, 0.72]
    one = watched(both)
    anew = watched(
        [*calm, *(level + 0.1 for level in calm)], rebases=(Rebase(20, "A new form was brought in", date(2025, 3, 3)),)
    )
    long = watched([0.5 + 0.002 * at + random.gauss(0, 0.01) for at in range(66)], first=date(2020, 1, 1))
    days = watched([20 + random.gauss(0, 1) for _ in range(30)] + [12.0, 13.0])
    return {
        "process": process(one, Unit.SHARE, some_hidden, process_words(one), Polarity.HIGHER),
        "process anew": process(anew, Unit.SHARE, calendar, process_words(anew), Polarity.HIGHER),
        "process long": process(long, Unit.SHARE, calendar, process_words(long, start=""), Polarity.LOWER),
        "process mean": process(
            days, Unit.NUMBER, calendar, process_words(days, middle="middle, 19.6"), Polarity.NEITHER
        ),
    }


def path_words(title: str) -> PathWords:
    return PathWords(
        title=title,
        alt=f"{title}.",
        unit="Difference from the comparison areas, log-odds, by month since the start",
        source="Source: health visiting figures.",
        at=lambda at: f"{at} months from the start",
        start="One team starts, 1 April 2025",
    )


def path_points(first: int, last: int) -> tuple[PathPoint, ...]:
    random = Random(5)
    values = [0.0 if at == -1 else 0.3 * (at >= 0) + random.gauss(0, 0.08) for at in range(first, last + 1)]
    half, wide = 0.16, 0.25
    return tuple(
        PathPoint(at, value, half / 2, *_round(value, half * (at != -1)), *_round(value, wide * (at != -1)), areas=3)
        for at, value in zip(range(first, last + 1), values, strict=True)
    )


def _round(value: float, half: float) -> tuple[float, float]:
    return value - half, value + half


def path_charts() -> dict[str, ChartSpec]:
    alike = path_words("Before the start the areas moved alike, as far as these figures can tell")
    return {
        "path": path(path_points(-12, 11), alike),
        "path long": path(path_points(-60, 18), alike),
        "path after": path(path_points(0, 4), path_words("How the difference went on after the start")),
    }


def complete(areas: int, months: int, *, alike: bool = False) -> Completeness:
    """Every state there is; `alike` leaves all but three areas without a gap."""
    random = Random(7)
    found = tuple(parse_notation(one, PeriodKind.MONTH) for one in periods(date(2024, 1, 1), months, PeriodKind.MONTH))
    states = tuple(
        tuple(
            CellState.REPORTED if alike and area > 2 else random.choice(list(CellState)) if random.random() < 0.3
            else CellState.REPORTED
            for _ in found
        )
        for area in range(areas)
    )  # fmt: skip
    return Completeness("on-time", tuple(f"X{number:03d}" for number in range(areas)), found, states)


def completeness_charts() -> dict[str, ChartSpec]:
    words = CompletenessWords(
        title="Reviews on time: 12 figures are missing",
        alt="Reviews on time: 12 figures are missing. Most is wanting in Saltby.",
        source="Source: health visiting figures.",
        states={state: state.value.replace("_", " ") for state in CellState},
    )
    names = {"X000": "A very long name of a place that has no end to it", "X001": "Saltby"}
    return {
        "complete": completeness(complete(12, 20), names, words),
        "complete many": completeness(complete(150, 20), names, words),
        "complete alike": completeness(complete(150, 20, alike=True), names, words),
        "complete one": completeness(complete(1, 1), names, words),
    }


@cache
def every_chart() -> dict[str, ChartSpec]:
    drawn = time_charts() | range_charts() | area_charts() | small_charts()
    return drawn | process_charts() | path_charts() | completeness_charts()


def release(spec: ChartSpec, *, illustrative: bool = True) -> Released[ChartSpec]:
    as_at = datetime(2026, 6, 3, tzinfo=UTC)
    return Released(spec, Stamps(illustrative=illustrative, audience=Audience.TEAM, as_at=as_at))


NAMES = tuple(every_chart())


@pytest.fixture(params=NAMES)
def chart(request: pytest.FixtureRequest) -> ChartSpec:
    """Each chart in turn."""
    return every_chart()[request.param]


@pytest.fixture
def charts() -> dict[str, ChartSpec]:
    """All charts by name."""
    return every_chart()


@pytest.fixture
def released(chart: ChartSpec) -> Released[ChartSpec]:
    """Each chart in turn, stamped as illustrative."""
    return release(chart)
