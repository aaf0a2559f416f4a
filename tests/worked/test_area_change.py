"""Small tables worked through: they read as the manual of `area-change`."""

from __future__ import annotations

import pandas as pd
import pytest

from evaluation.model.codes import Caution, Grade, Reason, Scaling, Unit
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel, compare

# Reviews on time out of 100 in each of ten places, the year before and the year after two of them tried something.
ON_TIME = {
    "Ashby": (60, 72), "Birch": (58, 71), "Cole": (62, 64), "Dene": (55, 58), "Elm": (66, 66), "Ford": (61, 66),
    "Glen": (59, 60), "Hale": (63, 67), "Ivy": (57, 57), "Jay": (64, 66),
}  # fmt: skip
TRIED = ("Ashby", "Birch")


def table(places: dict[str, tuple[int, int]], tried: tuple[str, ...]) -> pd.DataFrame:
    rows = [
        {"area": area, "period": year, "start": 2021 if area in tried else None, "numerator": seen, "denominator": 100}
        for area, both in places.items()
        for year, seen in zip((2020, 2021), both, strict=True)
    ]
    return pd.DataFrame(rows)


def test_two_of_ten_places_in_one_table() -> None:
    """143 of 200 on time where it was tried; about 10 in 100 more than we would expect, give or take."""
    outcome = ESTIMATORS["area-change"](Panel.from_frame(table(ON_TIME, TRIED)))
    assert isinstance(outcome, Estimate)
    assert (outcome.test_areas, len(outcome.comparison_areas)) == (TRIED, 8)
    assert (outcome.periods_before, outcome.periods_after) == (("2020",), ("2021",))
    assert (outcome.scale, outcome.effect.unit) == (Scaling.LOG_ODDS, Unit.SHARE)
    assert (outcome.effect.numerator, outcome.effect.denominator) == (143.0, 200.0)
    assert outcome.effect.observed == pytest.approx(0.715)
    assert outcome.effect.observed - outcome.effect.expected == pytest.approx(outcome.effect.value)
    assert outcome.effect.value == pytest.approx(0.1019, abs=1e-4)
    assert outcome.degrees_of_freedom == 8


def test_areas_that_look_alike_are_not_trusted_more_than_their_counts() -> None:
    """These ten changed less unevenly than counting alone would make them: the range is that of the counts."""
    outcome = ESTIMATORS["area-change"](Panel.from_frame(table(ON_TIME, TRIED)))
    assert isinstance(outcome, Estimate)
    assert outcome.between_area_variance == 0
    assert Caution.AREAS_ALIKE in outcome.cautions
    assert outcome.effect.low < 0 < outcome.effect.high
    # Of 45 ways to call two of the ten test areas, only theirs moves so far apart.
    assert outcome.permutation_p == pytest.approx(1 / 45)
    assert outcome.smallest_p == pytest.approx(1 / 45)
    assert Caution.CHANCE_CHECK_DISAGREES in outcome.cautions


def test_each_area_is_one_dot() -> None:
    outcome = ESTIMATORS["area-change"](Panel.from_frame(table(ON_TIME, TRIED)))
    assert isinstance(outcome, Estimate)
    dots = {dot.area: dot for dot in outcome.areas}
    assert set(dots) == set(ON_TIME)
    assert dots["Birch"].apart > dots["Ashby"].apart > max(dots[area].apart for area in ON_TIME if area not in TRIED)


def test_one_place_beside_four_has_a_wide_range_and_no_chance_check() -> None:
    few = {area: ON_TIME[area] for area in ("Ashby", "Cole", "Dene", "Elm", "Ford")}
    comparison = compare(Panel.from_frame(table(few, ("Ashby",))))
    assert isinstance(comparison.outcome, Estimate)
    assert comparison.outcome.smallest_p == pytest.approx(1 / 5)
    assert {Caution.ONE_TEST_AREA, Caution.CHANCE_CHECK_CANNOT_SPEAK} <= set(comparison.cautions)
    # One of four: C at most; a single period before: one down.
    assert comparison.grade is Grade.D


def test_one_place_beside_three_is_refused() -> None:
    few = {area: ON_TIME[area] for area in ("Ashby", "Cole", "Dene", "Elm")}
    outcome = ESTIMATORS["area-change"](Panel.from_frame(table(few, ("Ashby",))))
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.TOO_FEW_AREAS
    assert outcome.why == "Only 1 area tried this, with 3 to compare with."


def test_without_comparison_only_the_change_is_told() -> None:
    """From 118 to 143 of 200: 12.5 points, whatever the reason; never better than descriptive."""
    comparison = compare(Panel.from_frame(table({area: ON_TIME[area] for area in TRIED}, TRIED)))
    assert isinstance(comparison.outcome, Estimate)
    assert comparison.outcome.method == "before-after"
    assert comparison.outcome.effect.value == pytest.approx(0.125)
    assert comparison.outcome.effect.low == pytest.approx(0.0317, abs=1e-4)
    assert (comparison.grade, comparison.maryland) == (Grade.D, 1)
    assert Caution.NO_COMPARISON in comparison.cautions


def test_published_percentages_are_compared_in_points() -> None:
    frame = table(ON_TIME, TRIED)
    published = frame.assign(value=frame["numerator"] / 100).drop(columns=["numerator", "denominator"])
    outcome = ESTIMATORS["area-change"](Panel.from_frame(published, scale="published_percentage"))
    assert isinstance(outcome, Estimate)
    # (12 + 13) / 2 points more in the two, (2 + 3 + 0 + 5 + 1 + 4 + 0 + 2) / 8 in the eight.
    assert outcome.effect.value == pytest.approx(0.125 - 0.02125)
    assert (outcome.scale, outcome.effect.unit) == (Scaling.PLAIN, Unit.SHARE)
    assert Caution.NO_DENOMINATORS in outcome.cautions
