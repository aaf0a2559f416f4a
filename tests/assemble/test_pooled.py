from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.assemble import pooled
from evaluation.model.measure import Scale
from evaluation.model.observations import Status
from tests.assemble.test_panel import FIGURES, MEASURE, MONTHS, figure


def test_counts_are_added_up_over_the_areas() -> None:
    first, *_ = pooled(FIGURES, {"X1", "X2"}, MEASURE)
    assert (first.period, first.numerator, first.denominator, first.observed) == ("2024-07", 12, 20, 0.6)


def test_a_period_without_any_figure_is_a_gap() -> None:
    (point,) = pooled([figure("X1", MONTHS[0], status=Status.SUPPRESSED)], {"X1"}, MEASURE)
    assert (point.observed, point.numerator) == (None, None)


def test_figures_without_counts_are_averaged() -> None:
    bare = [
        replace(figure(area, MONTHS[0], many), numerator=None, denominator=None)
        for area, many in (("X1", 2), ("X2", 6))
    ]
    assert pooled(bare, {"X1", "X2"}, MEASURE)[0].observed == pytest.approx(0.4)


def test_rates_stand_on_the_base_of_their_measure() -> None:
    rate = replace(MEASURE, scale=Scale.RATE, per=1000)
    assert pooled([figure("X1", MONTHS[0])], {"X1"}, rate)[0].observed == pytest.approx(600)
