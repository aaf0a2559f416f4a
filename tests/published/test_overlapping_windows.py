"""HENRY in Leeds on eight overlapping windows of three years (NCMP, small areas): three are independent, not eight.

An ordinary regression that takes the eight windows of 2,030 small areas in sixteen cities for so many independent
figures says p 0.014. The cities are sixteen, the windows that share no year three, and the city that tried it one.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from statistics import fmean
from typing import Any

import numpy as np
import pytest

from evaluation.assemble import assemble, compare_settings
from evaluation.measures.cells import Number, read_cell
from evaluation.measures.periods import read_period
from evaluation.model.codes import Caution, CheckState, Reason
from evaluation.model.design import AreaRole, EveryArea, PrototypeArea
from evaluation.model.framework import Cadence, Framework, Outcome, StageId, Stream
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Area, PeriodKind
from evaluation.model.prototype import Prototype
from evaluation.model.results import Estimate, Refusal
from evaluation.model.theory import LearningQuestion
from evaluation.statistics import compare
from evaluation.words.refusals import refusal
from tests.official import FOLDER

FILE = "ncmp/Reception_obesity_rates.csv"
LEEDS = "Leeds"
FEWEST_PARTS = 30
MEASURE = Measure(
    id="obesity", name="Obesity in reception", kind=MeasureKind.OUTCOME, outcomes=("weight",), stream="ncmp",
    scale=Scale.PUBLISHED_PERCENTAGE, polarity=Polarity.LOWER, periods=PeriodKind.ROLLING,
    windows_of=PeriodKind.ACADEMIC_YEAR, counted="children in reception", that="were very overweight",
)  # fmt: skip
FRAMEWORK = Framework(
    id="weight", name="Weight", outcomes=(Outcome("weight", "Weight"),), measures=(MEASURE,),
    streams=(Stream("ncmp", "NCMP", "NHS England", Cadence.YEARLY, "open", published=True),),
)  # fmt: skip
# The windows the ordinary regression takes for "after" begin in 2011/12.
PLAN = Prototype(
    id="henry", name="HENRY", framework="weight", stage=StageId.MEASURE, what="w", where="Leeds", for_whom="f",
    lead="l", questions=(LearningQuestion("q", "Q?"),), start=date(2011, 9, 1),
    areas=(PrototypeArea(LEEDS, AreaRole.TEST),), comparison=EveryArea(("",)),
)  # fmt: skip


@pytest.fixture(scope="module")
def small_areas() -> list[tuple[str, str, Observation]]:
    """City, small area, figure."""
    if not (FOLDER / FILE).exists():
        pytest.skip(f"official figures are not beside the project: {FILE}")
    with (FOLDER / FILE).open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    found = []
    for small, city, *cells in rows:
        for heading, text in zip(header[2:], cells, strict=True):
            cell = read_cell(text)
            window = read_period(heading.removesuffix(" | %"), MEASURE).period
            told = (Status.REPORTED, cell.value / 100) if isinstance(cell, Number) else (cell.status, None)
            found.append((city, small, Observation("obesity", small, window, *told)))
    return found


def cities(small_areas: list[tuple[str, str, Observation]]) -> list[Observation]:
    """The unweighted mean over the small areas of each city that has thirty of them: the file has no counts."""
    by_city: dict[tuple[str, Any], list[float]] = {}
    parts: dict[str, set[str]] = {}
    for city, small, figure in small_areas:
        parts.setdefault(city, set()).add(small)
        if figure.value is not None:
            by_city.setdefault((city, figure.period), []).append(figure.value)
    return [
        Observation("obesity", city, window, Status.REPORTED, fmean(values))
        for (city, window), values in by_city.items()
        if len(parts[city]) >= FEWEST_PARTS
    ]


def test_three_of_eight_windows_are_used_and_nothing_near_the_naive_p_is_offered(
    small_areas: list[tuple[str, str, Observation]],
) -> None:
    panel = assemble(cities(small_areas), PLAN, MEASURE, FRAMEWORK)
    assert not isinstance(panel, Refusal)
    assert len(panel.areas) == 66
    # Leeds, over all eight windows, worked out independently: 9.70 9.43 9.03 9.04 8.90 8.87 8.45 8.66.
    assert 100 * panel.values[0] == pytest.approx([9.70, 9.04, 8.45], abs=0.005)
    assert panel.periods == ("2008-09--2011-09", "2011-09--2014-09", "2014-09--2017-09")
    assert len(panel.overlapping) == 5
    comparison = compare(panel, **compare_settings(PLAN, MEASURE))
    outcome = comparison.outcome
    assert isinstance(outcome, Estimate)
    assert outcome.p_value > 0.3
    assert outcome.permutation_p is not None
    assert outcome.permutation_p > 0.3
    assert Caution.OVERLAPS_LEFT_OUT in comparison.cautions
    (check,) = [one for one in comparison.checks if one.name == "overlapping-periods"]
    assert check.state is CheckState.PASSED
    assert {finding.label: finding.value for finding in check.findings} == {"left_out": 5, "used": 3}
    opinions = [one for one in (outcome, *comparison.second_opinions) if isinstance(one, Estimate)]
    assert min(one.p_value for one in opinions) > 0.1


def test_small_areas_of_one_city_are_one_city(small_areas: list[tuple[str, str, Observation]]) -> None:
    known = {small: city for city, small, _ in small_areas}
    framework = replace(FRAMEWORK, areas=tuple(Area(small, small, within=city) for small, city in known.items()))
    leeds = [small for small, city in known.items() if city == LEEDS]
    plan = replace(PLAN, areas=tuple(PrototypeArea(small, AreaRole.TEST) for small in leeds))
    refused = assemble([figure for _, _, figure in small_areas], plan, MEASURE, framework)
    assert isinstance(refused, Refusal)
    assert refused.reason is Reason.PARTS_OF_A_PLACE
    assert refusal(refused) == (
        "We cannot work this out yet. The 107 test areas are all there is of Leeds, so one place tried it. What else "
        "happened there cannot be told apart from it, however many parts are counted."
    )


def test_the_ordinary_regression_says_what_we_say_it_says(
    small_areas: list[tuple[str, str, Observation]],
) -> None:
    """Least squares on every window of every small area of Leeds and fifteen other cities, as if all stood apart."""
    others = {
        "Sheffield", "Kirklees", "Bolton", "Darlington", "Bury", "Calderdale", "Derby", "Liverpool", "County Durham",
        "Swindon", "Medway", "Wakefield", "Newcastle upon Tyne", "Bradford", "Coventry",
    }  # fmt: skip
    rows = [
        (city == LEEDS, figure.period.start >= PLAN.start, figure.value)
        for city, _, figure in small_areas
        if (city == LEEDS or city in others) and figure.value is not None and PLAN.start
    ]
    is_test, is_after, level = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    design = np.column_stack([np.ones_like(level), is_test, is_after, is_test * is_after])
    fitted, squares, *_ = np.linalg.lstsq(design, level)
    error = np.sqrt(squares[0] / (len(level) - 4) * np.linalg.inv(design.T @ design)[3, 3])
    assert 100 * fitted[3] == pytest.approx(-0.53, abs=0.01)
    assert fitted[3] / error == pytest.approx(-2.45, abs=0.01)  # p 0.014, and it means nothing
