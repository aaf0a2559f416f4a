"""What rules of a plan are asked of: levels, and what happened over the illustrative programme."""

from __future__ import annotations

import pytest

from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.model.results import SeriesPoint
from evaluation.programme.judging import level_of


def measure(scale: Scale) -> Measure:
    said = ("s", scale, Polarity.HIGHER, PeriodKind.MONTH, "visits", "were made")
    return Measure("m", "M", MeasureKind.PROCESS, ("o",), *said, per=1000)


def point(month: int, share: float, out_of: float | None = None) -> SeriesPoint:
    counts = {} if out_of is None else {"numerator": share * out_of, "denominator": out_of}
    return SeriesPoint(f"2025-{month:02d}", share, None, **counts)


def test_the_level_is_of_the_last_three_periods_together_by_their_counts() -> None:
    points = (point(1, 0.0, 100), point(2, 0.5, 100), point(3, 0.5, 100), point(4, 0.8, 200))
    assert level_of(points, measure(Scale.PROPORTION)) == pytest.approx(0.65)
    assert level_of(points, measure(Scale.RATE)) == pytest.approx(650)


def test_without_counts_the_last_three_figures_are_averaged() -> None:
    assert level_of((point(1, 10), point(2, 12), point(3, 17)), measure(Scale.MEAN)) == pytest.approx(13)


def test_fewer_than_three_periods_tell_no_level() -> None:
    assert level_of((point(1, 0.1, 100), point(2, 0.1, 100)), measure(Scale.PROPORTION)) is None
    assert level_of((), measure(Scale.PROPORTION)) is None
