"""A Better Start: five test areas of 152, good level of development, start in the school year 2016/17.

Expected values were worked out independently from the same files.
"""

from __future__ import annotations

import pytest

from evaluation.model.codes import Caution, CheckState
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel, compare
from tests.official import BETTER_START, TO_2018, TO_2019, good_level


@pytest.mark.parametrize(("name", "areas", "points", "p_value"), [(TO_2018, 152, 1.9, 0.14), (TO_2019, 149, 1.7, 0.20)])
def test_the_gain_is_about_two_points_and_not_settled(name: str, areas: int, points: float, p_value: float) -> None:
    outcome = ESTIMATORS["area-change"](Panel.from_frame(good_level(name, BETTER_START, "201617")))
    assert isinstance(outcome, Estimate)
    assert len(outcome.test_areas) + len(outcome.comparison_areas) == areas
    assert 100 * outcome.effect.value == pytest.approx(points, abs=0.05)
    assert outcome.p_value == pytest.approx(p_value, abs=0.02)
    assert outcome.effect.low < 0 < outcome.effect.high


@pytest.mark.parametrize("name", [TO_2018, TO_2019])
def test_the_gap_was_closing_before(name: str) -> None:
    comparison = compare(Panel.from_frame(good_level(name, BETTER_START, "201617")))
    trends = {check.name: check for check in comparison.checks}["earlier-trends"]
    assert trends.state is CheckState.FAILED
    assert trends.findings[0].value > 0
    assert Caution.EARLIER_TRENDS_DIFFER in comparison.grade_because
    assert comparison.grade.value == "C"


def test_two_way_in_points_weighted_by_children() -> None:
    """Clustered errors that count every effect; Bell and McCaffrey's degrees say how far 5 areas of 152 carry."""
    outcome = ESTIMATORS["two-way"](Panel.from_frame(good_level(TO_2019, BETTER_START, "201617")))
    assert isinstance(outcome, Estimate)
    assert 100 * outcome.value == pytest.approx(2.07, abs=0.05)
    assert 100 * outcome.standard_error == pytest.approx(1.34, abs=0.05)
    assert outcome.p_value == pytest.approx(0.12, abs=0.02)
    assert Caution.RANGE_TOO_NARROW in outcome.cautions
    corrected = next(one for one in outcome.opinions if "CRV2" in one.inference)
    assert corrected.p_value > 0.2
