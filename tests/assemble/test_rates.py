from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evaluation.assemble import on_base
from evaluation.model.comparisons import Comparison, SpecificationResult
from evaluation.model.measure import Scale
from evaluation.model.results import Estimate
from evaluation.statistics import Panel, compare
from tests.assemble.test_panel import MEASURE

RATE = replace(MEASURE, scale=Scale.RATE, per=1000)


def compared(scale: Scale) -> Comparison:
    rng = np.random.default_rng(3)
    denominators = np.full((12, 24), 200.0)
    panel = Panel.from_matrix(
        areas=[f"X{number}" for number in range(12)],
        periods=[f"{2024 + month // 12}-{month % 12 + 1:02d}" for month in range(24)],
        starts=[12, 12, *[None] * 10],
        numerators=rng.poisson(40, (12, 24)).astype(float),
        denominators=denominators,
        scale=scale,
    )
    return compare(panel)


def test_rates_are_on_the_measures_base_and_counts_are_left_alone() -> None:
    comparison = compared(Scale.RATE)
    before, after = comparison.outcome, on_base(comparison, RATE).outcome
    assert isinstance(before, Estimate)
    assert isinstance(after, Estimate)
    assert after.effect.value == pytest.approx(1000 * before.effect.value)
    assert after.effect.observed == pytest.approx(200, abs=15)
    assert (after.effect.numerator, after.effect.denominator) == (before.effect.numerator, before.effect.denominator)
    assert after.series[0].observed == pytest.approx(200, abs=60)
    assert (after.value, after.low, after.p_value) == (before.value, before.low, before.p_value)


def test_proportions_are_left_as_they_are() -> None:
    comparison = compared(Scale.PROPORTION)
    assert on_base(comparison, RATE) == comparison


def test_the_other_fair_ways_are_on_the_measures_base_too() -> None:
    plain = compared(Scale.RATE)
    comparison = replace(plain, specifications=(SpecificationResult("one", "why", plain.outcome),))
    found = on_base(comparison, RATE)
    assert found.specifications[0].outcome == found.outcome
