"""Small-area obesity of the National Child Measurement Programme: a column for each three-year window."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from evaluation.measures.reading import Reading, read_file
from evaluation.model.framework import Framework
from evaluation.model.measure import Find, Scale
from evaluation.model.observations import Status
from evaluation.model.places import Area, PeriodKind
from evaluation.places.gazetteer import gazetteer
from evaluation.problems import MeasuresError
from tests.measures.conftest import measure

Official = Callable[[str], bytes]
PATH = "ncmp/Reception_obesity_rates.csv"
FIND = Find("wide", area="MSOA name", value="{period} | %", values_as="percent")


@pytest.fixture(scope="module")
def reading(official: Official) -> Reading:
    return _read(official(PATH))


@cache
def _read(content: bytes) -> Reading:
    """The whole file, its areas declared by the names it gives them."""
    names = [row["MSOA name"] for row in csv.DictReader(io.StringIO(content.decode()))]
    areas = tuple(Area(f"M{number:05d}", name) for number, name in enumerate(names))
    only = measure("obesity", Scale.PUBLISHED_PERCENTAGE, PeriodKind.ROLLING, FIND)
    framework = Framework("small-areas", "Small areas", (), (only,), (), areas=areas)
    codes = frozenset(area.code for area in areas)
    return read_file("rates.csv", content, framework, areas=codes, gazetteer=gazetteer(areas))


def test_every_row_is_used_and_every_cell_is_a_figure_or_hidden(reading: Reading) -> None:
    # By hand: 6,791 small areas and 8 windows make 54,328 cells; 1,718 of them hold an "s".
    assert (reading.rows_read, reading.rows_used, reading.rows_filtered, reading.rows_refused) == (6791, 6791, 0, 0)
    assert Counter(found.status for found in reading.observations) == {
        Status.REPORTED: 54_328 - 1_718,
        Status.SUPPRESSED: 1_718,
    }
    assert "Columns not read: LA name." in reading.notes


def test_of_eight_windows_three_share_no_day(reading: Reading) -> None:
    windows = sorted({found.period for found in reading.observations})
    assert len(windows) == 8
    apart = windows[:1]
    for window in windows:
        apart += [window] if not window.overlaps(apart[-1]) else []
    assert [window.notation for window in apart] == ["2008-04--2011-04", "2011-04--2014-04", "2014-04--2017-04"]


def test_leeds_is_as_counted_from_the_file(official: Official, reading: Reading) -> None:
    names = [row["MSOA name"] for row in csv.DictReader(io.StringIO(official(PATH).decode()))]
    leeds = [found for found in reading.observations if names[int(found.area[1:])].startswith("Leeds ")]
    means = []
    for window in sorted({found.period for found in leeds}):
        values = [found.value for found in leeds if found.period == window]
        given = [value for value in values if value is not None]
        means.append(round(100 * sum(given) / len(given), 2))
    # Counted from the file independently: the unweighted mean over the small areas of Leeds, in each window.
    assert means == pytest.approx([9.70, 9.43, 9.03, 9.04, 8.90, 8.87, 8.45, 8.66], abs=0.006)


def test_names_nobody_declared_are_never_guessed_at(official: Official) -> None:
    only = measure("obesity", Scale.PUBLISHED_PERCENTAGE, PeriodKind.ROLLING, FIND)
    reading = read_file("rates.csv", official(PATH), Framework("s", "S", (), (only,), ()), areas=None)
    assert (reading.rows_used, reading.rows_refused) == (0, 6791)
    assert {problem.code for problem in reading.problems} == {"bad-area"}


def test_a_plan_that_does_not_say_where_it_stands_does_not_know_the_file(
    official: Official, declared: Callable[[str], Framework]
) -> None:
    with pytest.raises(MeasuresError) as refused:
        read_file("rates.csv", official(PATH), declared("henry"), areas=None)
    assert refused.value.problems[0].code == "unknown-format"
