"""A place given a new code is one place."""

from __future__ import annotations

import numpy as np

from evaluation.assemble.one_code import under_one_code
from tests.assemble.places_in_time import (
    BOTH,
    NEW,
    OLD,
    OTHERS,
    PLACES,
    YEARS,
    figure,
    panel,
    plan,
    since_the_change,
    throughout,
    until_the_change,
)


def test_figures_under_two_codes_make_one_series_under_the_code_of_the_plan() -> None:
    figures = [*throughout(*OTHERS), *until_the_change(OLD), *since_the_change(NEW)]
    for code in (OLD, NEW):
        found = panel(figures, plan(code))
        assert found.areas[0] == code
        assert not np.isnan(found.values[0]).any()
        assert found.boundary_changes == ()


def test_of_two_figures_of_one_period_that_under_the_newer_code_is_taken() -> None:
    old, new = figure(OLD, YEARS[0], 3), figure(NEW, YEARS[0], 5)
    for figures in ([old, new], [new, old]):
        (found,) = under_one_code(figures, plan(OTHERS[0]), PLACES)
        assert (found.area, found.numerator) == (NEW, 5)


def test_what_has_one_code_is_left_as_it_is() -> None:
    figures = tuple(throughout(BOTH, OTHERS[0]))
    assert under_one_code(figures, plan(OTHERS[0]), PLACES) == figures
