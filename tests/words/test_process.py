"""The usual ups and downs in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.model.process import ProcessChart, Rebase, Signal
from evaluation.statistics.process import xmr
from evaluation.words import breakable, how_easily, usual_range, why_unusual
from evaluation.words.process import REASONS

MEASURE = Measure(
    "on-time", "On-time reviews", MeasureKind.PROCESS, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER, PeriodKind.MONTH,
    counted="reviews", that="were on time",
)  # fmt: skip
STEADY = [0.60, 0.62, 0.61, 0.63, 0.60, 0.61, 0.62, 0.61]


def charted(values: list[float], rebases: tuple[Rebase, ...] = ()) -> ProcessChart:
    periods = [f"{2024 + at // 12}-{at % 12 + 1:02d}" for at in range(len(values))]
    found = xmr(values, periods=periods, rebases=rebases)
    assert isinstance(found, ProcessChart)
    return found


def test_every_signal_has_words() -> None:
    assert set(REASONS) == set(Signal)


def test_a_steady_line_is_within_its_usual_ups_and_downs() -> None:
    assert usual_range(charted(STEADY), MEASURE) == "within its usual ups and downs"


@pytest.mark.parametrize(
    ("last", "polarity", "direction"),
    [
        (0.80, Polarity.HIGHER, " for the better"),
        (0.80, Polarity.LOWER, " for the worse"),
        (0.40, Polarity.HIGHER, " for the worse"),
        (0.40, Polarity.NEITHER, ""),
    ],
)
def test_a_far_point_is_worth_asking_about(last: float, polarity: Polarity, direction: str) -> None:
    said = usual_range(charted([*STEADY, *STEADY, last]), replace(MEASURE, polarity=polarity))
    assert breakable(said) == f"unusual{direction} in May 2025, worth asking why: it lies outside the usual range"


def test_what_is_long_past_is_named_and_no_more() -> None:
    said = usual_range(charted([*STEADY, 0.80, *STEADY, *STEADY]), MEASURE)
    assert breakable(said) == "lately within its usual ups and downs, last unusual in September 2024"


def test_what_was_unusual_before_the_range_was_worked_out_anew_is_past() -> None:
    chart = charted([*STEADY, *STEADY, 0.9, *STEADY], (Rebase(17, "A new form", date(2025, 6, 1)),))
    assert chart.has_signal
    assert usual_range(chart, MEASURE) == "within its usual ups and downs"


def test_how_easily_a_line_looks_unusual_is_said_for_its_length_and_likeness() -> None:
    chart = replace(charted(STEADY), chance_of_signal=0.15, chance_if_alike=0.8, autocorrelation=0.0)
    said = "15 in every 100 lines of 8 figures show something unusual when nothing changed"
    assert breakable(how_easily(chart)) == f"{said}."
    alike = f"{said}; where each figure is as much like the one before as here, 80 in every 100."
    assert breakable(how_easily(replace(chart, autocorrelation=0.6))) == alike


def test_a_point_says_why_it_is_unusual_and_another_nothing() -> None:
    *usual, last = charted([*STEADY, *STEADY, 0.8]).points
    assert why_unusual(last, MEASURE) == "unusual for the better: it lies outside the usual range"
    assert why_unusual(usual[0], MEASURE) == ""
