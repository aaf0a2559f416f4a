"""What rules of a plan are asked of: levels, and what happened over the illustrative programme."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation import store
from evaluation.learning import RuleState
from evaluation.model.design import Compares, Criterion, Look
from evaluation.model.framework import Points
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.model.references import Kind
from evaluation.model.results import SeriesPoint
from evaluation.programme import Programme
from evaluation.programme.decisions.judging import level_of, pointed


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


@pytest.mark.parametrize(
    ("start", "state"), [(date(2025, 10, 1), RuleState.MET), (date(2025, 10, 2), RuleState.NO_FIGURES)]
)
def test_a_rule_on_a_level_is_asked_of_the_whole_periods_since_the_start(
    filled: Programme, start: date, state: RuleState
) -> None:
    plan, high = filled.prototype("one-team"), Criterion(Points.CHANGE, Compares.LEVEL_ABOVE, 0.5, "Most are on time")
    plan = replace(plan, start=start, measures=(replace(plan.measures[0], criteria=(high,)),))
    (rule,) = pointed(filled, plan).pointing.rules
    assert rule.state is state


def test_what_they_point_to_rests_on_the_comparison_that_the_rule_which_speaks_was_asked_of(filled: Programme) -> None:
    halfway = replace(filled.prototype("one-team"), planned_looks=(Look(date(2025, 8, 1), 6),))
    found = pointed(filled, halfway)
    made = {row.noun.reference: row.noun.comparison for row in store.rows(filled.store, Kind.COMPARISON)}
    assert len(made) == 2  # of all figures, and of those up to the look
    assert found.pointing.because is not None
    assert found.rests_on is not None
    assert made[found.rests_on] == found.pointing.because.found
