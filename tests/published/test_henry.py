"""HENRY in Leeds: one test area of all upper-tier authorities, obesity in reception, published percentages.

Expected values were worked out independently from the same file.
"""

from __future__ import annotations

import pytest

from evaluation.model.codes import Caution
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel
from tests.official import reception_obesity

LEEDS = "E08000035"


@pytest.mark.parametrize(
    ("skip", "after", "areas", "points", "p_value", "rank_p"),
    [(3, 2, 132, -0.85, 0.43, 0.41), (5, 3, 123, 0.14, 0.91, None)],
)
def test_leeds_moved_as_other_areas_do_by_chance(
    *, skip: int, after: int, areas: int, points: float, p_value: float, rank_p: float | None
) -> None:
    """2010/11 and 2011/12 against 2015/16 and 2016/17, and against 2017/18 to 2019/20."""
    panel = Panel.from_frame(reception_obesity(LEEDS, "2012/13"), scale="published_percentage")
    outcome = ESTIMATORS["area-change"](panel, before=2, skip=skip, after=after)
    assert isinstance(outcome, Estimate)
    assert len(outcome.areas) == areas
    assert 100 * outcome.effect.value == pytest.approx(points, abs=0.05)
    assert outcome.p_value == pytest.approx(p_value, abs=0.02)
    assert outcome.permutation_p is not None
    assert rank_p is None or outcome.permutation_p == pytest.approx(rank_p, abs=0.02)
    assert Caution.NO_DENOMINATORS in outcome.cautions
