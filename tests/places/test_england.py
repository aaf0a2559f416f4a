"""The table shipped, held against official look-ups where they lie beside the project."""

from __future__ import annotations

import csv
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from evaluation.model.gazetteer import is_code
from evaluation.model.places import ChangeKind
from evaluation.places import england, known

LOOKUPS = Path(__file__).parents[2].parent / "shared" / "real-data" / "lookups"
AREAS = {area.code: area for area in england.areas()}
COUNTS = {"E92": 1, "E12": 9, "E10": 27, "E06": 66, "E07": 208, "E08": 39, "E09": 33}


def rows(name: str) -> list[dict[str, str]]:
    if not (LOOKUPS / name).exists():
        pytest.skip(f"the official look-up {name} is not at ../shared/real-data")
    with (LOOKUPS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_table_holds_every_authority_there_was_since_2009() -> None:
    assert {start: sum(code.startswith(start) for code in AREAS) for start in COUNTS} == COUNTS
    assert all(is_code(code) and area.name and area.level for code, area in AREAS.items())
    assert {area.within for area in AREAS.values()} - {None} <= AREAS.keys()


def test_dates_and_successors_come_from_the_changes() -> None:
    assert AREAS["E10000009"].valid_to == AREAS["E06000059"].valid_from == date(2019, 4, 1)
    assert AREAS["E07000246"].valid_from == date(2019, 4, 1)
    assert AREAS["E07000246"].valid_to == date(2023, 4, 1)
    assert AREAS["E07000246"].predecessors == ("E07000190", "E07000191")
    assert AREAS["E07000246"].successor == "E06000066"
    assert AREAS["E10000006"].successor is None  # Cumbria became two


def test_every_change_has_its_law_and_codes() -> None:
    for change in england.changes():
        assert change.source
        assert all(map(is_code, (*change.before, *change.after)))
        assert change.on.day == 1


def test_names_and_codes_are_those_of_the_official_list() -> None:
    official = {row["LADCD"]: row["LADNM"].strip() for row in rows("la_all_codes.csv") if row["LADCD"].startswith("E")}
    official |= {row["UTLACD"]: row["UTLANM"] for row in rows("utla_all_codes.csv") if row["UTLACD"].startswith("E")}
    assert {code: AREAS[code].name for code in official} == official


def test_every_code_that_ended_leads_to_the_code_the_official_list_says_is_active() -> None:
    gazetteer = known()
    into = {
        code: change.after
        for change in england.changes()
        for code in change.before
        if change.kind is not ChangeKind.SPLIT
    }

    def active(code: str) -> str:
        return active(into[code][0]) if code in into else code

    listed = [row for row in rows("la_all_codes.csv") if row["LADCD"].startswith("E")]
    assert {row["LADCD"]: active(row["LADCD"]) for row in listed} == {
        row["LADCD"]: row["LADCD_ACTIVE"] for row in listed
    }
    assert all(gazetteer.share_ground(row["LADCD"], row["LADCD_ACTIVE"]) for row in listed)


def test_the_days_of_the_mergers_are_those_of_another_list() -> None:
    ended = {code: change.on for change in england.changes() for code in change.before}
    for row in rows("uk_local_authorities_future.csv"):
        if row["nation"] == "England" and row["end-date"] and row["replaced-by"]:
            last = date.fromisoformat(row["end-date"])
            assert ended[row["gss-code"]] in {last, last + timedelta(days=1)}, row["official-name"]


def test_districts_lie_in_the_counties_of_another_list() -> None:
    listed = rows("uk_local_authorities_future.csv")
    codes = {row["local-authority-code"]: row["gss-code"] for row in listed}
    wrong = {"E07000201"}  # Forest Heath, which that list puts in Surrey
    for row in listed:
        if row["gss-code"] in AREAS and row["county-la"] and row["gss-code"] not in wrong:
            assert AREAS[row["gss-code"]].within == codes[row["county-la"]], row["official-name"]


def test_the_gazetteer_is_made_in_an_instant_and_kept() -> None:
    england.areas.cache_clear()
    england.changes.cache_clear()
    known.cache_clear()
    began = time.process_time()
    first = known()
    assert time.process_time() - began < 0.5
    assert known() is first
