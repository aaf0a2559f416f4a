"""National Child Measurement Programme: percentages without counts, in files that mix areas and windows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from evaluation.measures.preview import preview
from evaluation.measures.reading import read_file
from evaluation.model.framework import Framework
from evaluation.model.observations import Status
from evaluation.places.choose import every

Official = Callable[[str], bytes]
Declared = Callable[[str], Framework]
TO_2023 = "ncmp/obese_reception_corporate_plan_2024.csv"
TO_2025 = "ncmp/obese_reception.csv"


def test_yearly_figures_are_taken_and_windows_and_quintiles_passed_over(official: Official, declared: Declared) -> None:
    reading = read_file(TO_2023, official(TO_2023), declared("henry"), areas=None)
    # By hand: 341 areas in each of 9 years to 2018/19, then 323, 316, 316 and 299: 3,069 + 1,254 = 4,323.
    # Passed over: 59 five-year figures by quintile of deprivation and 21 three-year figures of wards.
    assert (reading.rows_read, reading.rows_used, reading.rows_filtered, reading.rows_refused) == (4403, 4323, 80, 0)
    assert Counter(found.status for found in reading.observations) == {Status.REPORTED: 3974, Status.MISSING: 349}
    assert {found.symbol for found in reading.observations if found.value is None} == {"NA"}


def test_leeds_is_as_published(official: Official, declared: Declared) -> None:
    reading = read_file(TO_2023, official(TO_2023), declared("henry"), areas=frozenset({"E08000035"}))
    leeds = {found.period.notation: found.value for found in reading.observations}
    assert len(leeds) == 13
    assert reading.rows_used == 13
    assert [leeds[year] for year in ("2010-11", "2011-12", "2012-13")] == pytest.approx([0.096, 0.093, 0.087])


def test_upper_tier_areas_are_chosen_by_rule(official: Official, declared: Declared) -> None:
    reading = read_file(TO_2023, official(TO_2023), declared("henry"), areas=None)
    codes = (found.area for found in reading.observations)
    # By hand: 65 unitary authorities, 36 metropolitan districts, 33 London boroughs and 2 counties, without Leeds.
    assert len(every(("E06", "E08", "E09", "E10"), (), codes, test_areas=("E08000035",))) == 65 + 36 + 33 + 2 - 1


def test_two_releases_agree_wherever_both_speak(official: Official, declared: Declared) -> None:
    framework = declared("henry")
    first = read_file(TO_2023, official(TO_2023), framework, areas=None)
    later = read_file(TO_2025, official(TO_2025), framework, areas=None)
    seen = preview(later, {found.key: found for found in first.observations})
    assert (len(seen.unchanged), len(seen.revised)) == (2950, 0)
    assert sum(found.value is None for found in seen.unchanged) == 337
