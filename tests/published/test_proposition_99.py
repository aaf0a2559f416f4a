"""California's Proposition 99 (tobacco control, from 1989): one test area of 39 states, packs a head, 1970 to 2000.

Difference in differences and synthetic difference in differences as in
Arkhangelsky et al. (2021), table 1, of whose synthetic control (-19.6) ours is the
exact solution. The rank of prediction errors without other predictors than the
outcome is 3 of 39; with them Abadie, Diamond and Hainmueller (2010) have 1 of 39.
"""

from __future__ import annotations

import pandas as pd
import pytest

from evaluation.model.codes import Caution
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel, compare
from tests.official import FOLDER

NAME = "classic/california_prop99.csv"


@pytest.fixture(scope="module")
def states() -> Panel:
    if not (FOLDER / NAME).exists():
        pytest.skip(f"published figures are not beside the project: {NAME}")
    figures = pd.read_csv(FOLDER / NAME, sep=";")
    frame = figures.rename(columns={"State": "area", "Year": "period", "PacksPerCapita": "value"})
    frame["start"] = frame["area"].map(lambda state: 1989 if state == "California" else None)
    return Panel.from_frame(frame)


def estimate(states: Panel, method: str) -> Estimate:
    outcome = ESTIMATORS[method](states)
    assert isinstance(outcome, Estimate)
    return outcome


def test_the_plain_difference_is_27_packs(states: Panel) -> None:
    assert estimate(states, "area-change").value == pytest.approx(-27.35, abs=0.01)


def test_the_synthetic_control_is_19_and_a_half_packs_below(states: Panel) -> None:
    outcome = estimate(states, "synthetic-control")
    assert outcome.value == pytest.approx(-19.51, abs=0.005)
    assert [area for area, _ in outcome.donors] == [
        "Utah",
        "Montana",
        "Nevada",
        "Connecticut",
        "New Hampshire",
        "Colorado",
    ]
    assert Caution.POOR_FIT_BEFORE not in outcome.cautions
    assert outcome.permutation_p == pytest.approx(3 / 39)
    assert outcome.smallest_p == pytest.approx(1 / 39)


def test_synthetic_difference_in_differences_is_15_packs_and_a_half_below(states: Panel) -> None:
    outcome = estimate(states, "synthetic-difference-in-differences")
    assert outcome.value == pytest.approx(-15.605, abs=0.002)
    assert [area for area, _ in outcome.donors[:3]] == ["Nevada", "New Hampshire", "Connecticut"]


@pytest.mark.parametrize(
    ("method", "published"), [("synthetic-control", 9.9), ("synthetic-difference-in-differences", 8.4)]
)
def test_the_spread_of_placebos_is_about_as_published(states: Panel, method: str, published: float) -> None:
    """Theirs from random draws of placebos, ours from every one of them once."""
    error = estimate(states, method).opinions[0].standard_error
    assert error == pytest.approx(published, rel=0.15)


def test_both_stand_beside_the_comparison_of_changes(states: Panel) -> None:
    beside = {outcome.method for outcome in compare(states).second_opinions if isinstance(outcome, Estimate)}
    assert {"synthetic-control", "synthetic-difference-in-differences"} <= beside
