"""The two real plans: what they declare is whole, and with the official figures they give the published numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.assemble import assemble, compare_settings
from evaluation.declare.declarations import Declarations, Known
from evaluation.declare.read import read
from evaluation.measures import SOURCES, read_file
from evaluation.model.prototype import Prototype
from evaluation.model.results import Estimate, Refusal
from evaluation.problems import Severity
from evaluation.statistics import CHECKS, ESTIMATORS, compare

Official = Callable[[str], bytes]
KNOWN = Known(frozenset(ESTIMATORS), frozenset(CHECKS), frozenset(SOURCES), frozenset({"below-5"}))


def folder(name: str) -> Declarations:
    return read(Path(__file__).parent / name, KNOWN)


def outcome(name: str, file: bytes, prototype: Prototype | None = None) -> Estimate:
    """The headline result of a real plan on an official file."""
    declared = folder(name)
    framework, prototype = declared.frameworks[0], prototype or declared.prototypes[0]
    reading = read_file("official.csv", file, framework, areas=None)
    panel = assemble(reading.observations, prototype, framework.measures[0], framework)
    assert not isinstance(panel, Refusal)
    found = compare(panel, **compare_settings(prototype, framework.measures[0])).outcome
    assert isinstance(found, Estimate)
    return found


@pytest.mark.parametrize("name", ["better-start", "henry"])
def test_a_real_plan_has_warnings_at_most_and_is_not_illustrative(name: str) -> None:
    declared = folder(name)
    assert {problem.severity for problem in declared.problems} <= {Severity.WARNING}
    assert [framework.illustrative for framework in declared.frameworks] == [False]
    assert all(stream.published and stream.source for stream in declared.frameworks[0].streams)


# Expected: the same estimate made independently on the same files; points to 0.05, p to 0.02.
@pytest.mark.parametrize(
    ("file", "points", "p_value", "areas"),
    [
        ("ees/EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv", 1.9, 0.14, 152),
        ("ees/APS_GLD_ELG_EXP_2013_2019.csv", 1.7, 0.20, 149),
    ],
)
def test_a_better_start_on_both_releases(
    official: Official, file: str, points: float, p_value: float, areas: int
) -> None:
    found = outcome("better-start", official(file))
    assert 100 * found.effect.value == pytest.approx(points, abs=0.05)
    assert found.p_value == pytest.approx(p_value, abs=0.02)
    assert len(found.test_areas) + len(found.comparison_areas) == areas


NCMP = "ncmp/obese_reception_corporate_plan_2024.csv"


def test_henry_in_the_windows_of_the_claim(official: Official) -> None:
    found = outcome("henry", official(NCMP))
    assert (found.periods_before, found.periods_after) == (("2010-11", "2011-12"), ("2015-16", "2016-17"))
    assert 100 * found.effect.value == pytest.approx(-0.85, abs=0.05)
    assert found.p_value == pytest.approx(0.43, abs=0.02)
    assert len(found.test_areas) + len(found.comparison_areas) == 132


def test_henry_in_later_years_is_not_borne_out(official: Official) -> None:
    (plan,) = folder("henry").prototypes
    later = replace(plan, design=replace(plan.design, skip=5, after=3))
    found = outcome("henry", official(NCMP), later)
    assert found.periods_after == ("2017-18", "2018-19", "2019-20")
    assert 100 * found.effect.value == pytest.approx(0.14, abs=0.05)
    assert found.p_value == pytest.approx(0.91, abs=0.02)
    assert len(found.test_areas) + len(found.comparison_areas) == 123
