"""The gap between boys and girls in the good level of development: the one gap the open files allow.

They hold no figures by free school meals and area. Five test areas of A Better Start,
which was not meant to narrow this gap.
"""

from __future__ import annotations

import pandas as pd
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import Panel, compare
from tests.official import BETTER_START, TO_2019, by_sex


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    return by_sex(TO_2019, BETTER_START, "201617")


def test_boys_stand_behind_girls_everywhere_and_a_little_less_so_in_the_test_areas(figures: pd.DataFrame) -> None:
    outcome = compare(Panel.from_frame(figures), method="gap", group="Boys", reference="Girls").outcome
    assert isinstance(outcome, Estimate)
    said = outcome.effect
    assert len(outcome.areas) == 149
    assert said.observed == pytest.approx(-0.129, abs=0.002)
    assert 100 * said.value == pytest.approx(1.5, abs=0.1)
    assert all(point.comparison is not None and point.comparison < -0.1 for point in outcome.series)
