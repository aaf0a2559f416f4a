from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.model.measure import Fact, Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.statistics.pace import Pace
from evaluation.words import breakable
from evaluation.words.beside import fact_said, gap_said, in_points, pace_said

GLD = Measure(
    "gld", "Good level of development", MeasureKind.OUTCOME, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER,
    PeriodKind.ACADEMIC_YEAR, counted="children", that="reached it", target=0.75, target_by=date(2028, 8, 31),
)  # fmt: skip
BY = date(2028, 8, 31)


def test_a_gap_is_said_with_its_range_and_without_where_there_is_none() -> None:
    assert breakable(gap_said(GLD, -0.2, -0.23, -0.17)) == "20 in 100 fewer (likely range 17 to 23 fewer)"
    assert breakable(gap_said(GLD, -0.2, None, None)) == "20 in 100 fewer"
    assert in_points(GLD, -0.2034) == -20.3


def test_a_fact_says_that_its_number_of_people_is_not_known() -> None:
    fact = Fact("71% reached it", "A paper", value=0.71)
    assert fact_said(fact) == (
        "71% reached it. Out of how many is not stated in the source, so there is no likely range."
    )
    told = replace(fact, denominator="2,260 families", on=date(2020, 3, 10))
    assert breakable(fact_said(told)) == "71% reached it, 10 March 2020, out of 2,260 families."


def test_the_pace_needed_stands_beside_the_pace_there_is() -> None:
    said = pace_said(Pace(0.021, 0.01, 5, 0.002, 0.018), GLD, BY)
    assert breakable(said) == (
        "To reach 75 in every 100 by 31 August 2028 takes 2.1 in 100 more a year. "
        "Over the last 5 school years it was 1.0 in 100 more a year (likely range 0.2 to 1.8 more)."
    )


def test_a_target_that_is_reached_says_so_whichever_way_is_better() -> None:
    reached = "The target, 75 in every 100 by 31 August 2028, is reached at the moment."
    assert breakable(pace_said(Pace(-0.01, 0.01, 5), GLD, BY)) == reached
    lower = replace(GLD, polarity=Polarity.LOWER)
    assert breakable(pace_said(Pace(0.01, 0.01, 5), lower, BY)) == reached
    assert breakable(pace_said(Pace(-0.01, 0.01, 5), lower, BY)).startswith("To reach")
