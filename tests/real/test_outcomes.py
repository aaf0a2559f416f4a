"""Every official file beside the project is taken, figure by figure as counted by hand, or refused for a reason."""

from __future__ import annotations

import csv
import hashlib
import math
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from evaluation import places
from evaluation.measures.reading import Reading, read_file
from evaluation.measures.tables import from_text
from evaluation.measures.workbooks import from_workbook, is_workbook
from evaluation.model.framework import Framework
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.measure import Find, Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import Area, Period, PeriodKind
from evaluation.problems import MeasuresError
from tests.real.by_hand import ByHand, count
from tests.real.conftest import OFFICIAL

Official = Callable[[str], bytes]
OUTCOMES: Mapping[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "outcomes.toml").read_text(encoding="utf-8")
)
TAKEN = [(entry, file) for entry in OUTCOMES["taken"] for file in entry["files"]]
REFUSED = OUTCOMES["refused"]


def framework(*measures: Mapping[str, Any]) -> Framework:
    return Framework(id="f", name="F", outcomes=(), measures=tuple(map(declared, measures)), streams=())


def declared(measure: Mapping[str, Any]) -> Measure:
    find = {key: lists_as_tuples(value) for key, value in measure["find"].items()}
    return Measure(
        id=measure["id"],
        name=measure["id"],
        kind=MeasureKind.OUTCOME,
        outcomes=("x",),
        stream="s",
        scale=Scale(measure["scale"]),
        polarity=Polarity.HIGHER,
        periods=PeriodKind(measure["periods"]),
        counted="children",
        that="were",
        per=measure.get("per", 100),
        find=(Find(**find),),
    )


def lists_as_tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}
    return value


@cache
def known_places() -> Gazetteer:
    return places.known()


def gazetteer(entry: Mapping[str, Any], content: bytes) -> Gazetteer:
    """The places the tool knows; where a programme would declare small areas, codes of its own for their names."""
    if "declares" not in entry:
        return known_places()
    rows = csv.DictReader(content.decode("utf-8-sig").splitlines())
    return places.gazetteer(Area(f"S{number:05}", row[entry["declares"]]) for number, row in enumerate(rows))


def read(entry: Mapping[str, Any], file: str, content: bytes) -> Reading:
    known = gazetteer(entry, content)
    return read_file(file, content, framework(*entry["measures"]), areas=None, gazetteer=known)


def by_hand(entry: Mapping[str, Any], content: bytes) -> ByHand:
    return count(content, {measure["id"]: measure["plain"] for measure in entry["measures"]})


def test_every_file_of_the_folder_has_its_outcome() -> None:
    if not OFFICIAL.exists():
        pytest.skip("official figures are not beside the project")
    there = {path.relative_to(OFFICIAL).as_posix() for path in OFFICIAL.rglob("*") if path.is_file()}
    assert {file["file"] for _, file in TAKEN} | {entry["file"] for entry in REFUSED} == there


def test_the_files_are_those_of_the_manifest(official: Official) -> None:
    listed = list(csv.DictReader(official("MANIFEST.csv").decode("utf-8-sig").splitlines()))
    there = {path.relative_to(OFFICIAL).as_posix() for path in OFFICIAL.rglob("*") if path.is_file()}
    assert {row["file"] for row in listed} == there - {"MANIFEST.csv"}
    for row in listed:
        content = official(row["file"])
        assert (str(len(content)), hashlib.sha256(content).hexdigest()[:16]) == (row["bytes"], row["sha256"])


@pytest.mark.parametrize(("entry", "file"), TAKEN, ids=[file["file"] for _, file in TAKEN])
def test_a_file_that_is_taken_gives_the_figures_counted_by_hand(
    official: Official, entry: Mapping[str, Any], file: Mapping[str, Any]
) -> None:
    content = official(file["file"])
    reading, counted = read(entry, file["file"], content), by_hand(entry, content)
    rows = [reading.rows_read, reading.rows_used, reading.rows_filtered, reading.rows_refused]
    assert reading.source == entry["source"]
    assert rows == counted.rows == file["rows"]
    assert counted.with_and_without_value == file["figures"]
    is_wide = any(column for _, _, column in counted.figures)
    found = {(one.measure, one.row, written(one.period) if is_wide else ""): one.value for one in reading.figures}
    assert found.keys() == counted.figures.keys()
    assert [key for key, value in found.items() if not is_same(value, counted.figures[key])] == []


def is_same(one: float | None, other: float | None) -> bool:
    """Both gaps, or one number but for the digits that storing it in binary adds."""
    return one == other if one is None or other is None else math.isclose(one, other, rel_tol=1e-12)


@cache
def written(period: Period) -> str:
    """A rolling window as these headings write it: April 2008 up to April 2011 is `2008/09 to 2010/11`."""
    first, last = period.start.year, period.end.year
    return f"{first}/{(first + 1) % 100:02} to {last - 1}/{last % 100:02}"


@pytest.mark.parametrize("entry", REFUSED, ids=[entry["file"] for entry in REFUSED])
def test_a_file_that_is_refused_says_why(official: Official, entry: Mapping[str, str]) -> None:
    every = {measure["id"]: measure for taken in OUTCOMES["taken"] for measure in taken["measures"]}
    with pytest.raises(MeasuresError) as refused:
        read_file(entry["file"], official(entry["file"]), framework(*every.values()), areas=None)
    assert {problem.code for problem in refused.value.problems} == {entry["code"]}
    assert entry["why"].endswith(".")


@pytest.mark.parametrize("entry", [entry for entry in REFUSED if "door" in entry], ids=lambda entry: entry["file"])
def test_a_look_up_comes_in_by_the_door_of_places(official: Official, entry: Mapping[str, str]) -> None:
    assert entry["door"] == "places"
    content = official(entry["file"])
    grids = from_workbook("f", content, None) if is_workbook(content) else [from_text("f", content)]
    looked_up = places.look_up(entry["file"], content, [grid.rows for grid in grids], known_places(), edition="2021-04")
    assert looked_up.facts.rows_used > 0
