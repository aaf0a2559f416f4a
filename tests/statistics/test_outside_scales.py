"""Other people's scales."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.codes import Grade, Reason
from evaluation.model.results import Refusal
from evaluation.statistics import ESTIMATORS, compare, simulate
from evaluation.statistics.outside_scales import eif, nesta

MORE, NONE = (
    ESTIMATORS["area-change"](simulate.panel(np.random.default_rng(seed), effect=effect))
    for seed, effect in ((1, 0.8), (2, 0.0))
)


@pytest.mark.parametrize(
    ("grade", "higher_is_better", "levels"),
    [
        (Grade.A, True, (3, "3")),
        (Grade.B, True, (3, "3")),
        (Grade.C, True, (2, "2")),
        (Grade.D, True, (2, "2")),
        (Grade.A, False, (1, "NE")),
        (Grade.C, False, (1, "NL2")),
        (Grade.A, None, (1, "NL2")),
    ],
)
def test_an_improvement_and_the_strength_of_it_decide(
    grade: Grade, higher_is_better: bool | None, levels: tuple[int, str]
) -> None:
    assert (
        nesta(MORE, grade, higher_is_better=higher_is_better),
        eif(MORE, grade, higher_is_better=higher_is_better),
    ) == (levels)


def test_what_is_not_settled_or_refused_is_the_lowest_level() -> None:
    refused = Refusal("area-change", Reason.NO_FIGURES, "", "")
    for outcome in (NONE, refused):
        assert (nesta(outcome, Grade.A, higher_is_better=True), eif(outcome, Grade.A, higher_is_better=True)) == (
            1,
            "NL2",
        )


def test_a_comparison_carries_them() -> None:
    found = compare(simulate.panel(np.random.default_rng(1), effect=0.8), higher_is_better=True)
    assert (found.maryland, found.nesta, found.eif) == (3, 3, "3") if found.grade <= Grade.B else (3, 2, "2")
