"""Official look-ups are known by their headings, wherever those stand, and read into facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.measures import grids_of
from evaluation.model.place_facts import FactsKind, Neighbours, PlaceFacts
from evaluation.model.places import Area, ChangeKind, PlaceChange
from evaluation.places import LookedUp, known, look_up
from evaluation.places.looking_up import edition_in
from evaluation.problems import MeasuresError

REAL = Path(__file__).parents[2].parent / "shared" / "real-data"
CELLS = (
    "",
    "-",
    "NA",
    "873",
    "931",
    "000",
    "E06000009",
    "E47000001",
    "2019-04-01",
    "9999-12-31",
    "31/03/2019",
    "AAA",
    "1.5",
    "nan",
)
AUTHORITIES = (
    "local-authority-code,nice-name,gss-code,start-date,end-date,replaced-by,county-la,local-authority-type-name"
)


def read(text: str, name: str = "list.csv", edition: str | None = None) -> LookedUp:
    table = [(number, line.split(",")) for number, line in enumerate(text.strip().splitlines(), 1)]

    def rows() -> Iterator[tuple[int, Sequence[str]]]:
        return iter(table)

    return look_up(name, text.encode(), [rows], known(), edition)


def real(path: str) -> PlaceFacts:
    if not (REAL / path).exists():
        pytest.skip(f"the official file {path} is not at ../shared/real-data")
    content, name = (REAL / path).read_bytes(), Path(path).name
    return look_up(name, content, [grid.rows for grid in grids_of(name, content, None)[0]], known()).facts


def test_neighbours_are_read_below_three_rows_of_headings() -> None:
    above = "A,B,C,3,4,5,6\n1,2,3,4,5,6,7"
    heading = "LA num,LA Name,GOInd,SN1,SNP,SN2,SNP"
    found = read(f"{above}\n{heading}\n873,Cambs,6,931,Close,916,Not Close", "sn_april_2021.csv")
    assert found.facts.edition == "2021-04"
    assert found.facts.neighbours == (
        Neighbours("E10000003", ("E10000025", "E10000013"), closeness=("Close", "Not Close")),
    )


def test_a_row_with_a_number_nobody_knows_is_refused_and_the_others_read() -> None:
    found = read("LA num,SN1,SN2\n873,931,916\n931,873,007\n916,-,-", edition="2025-05")
    assert [each.area for each in found.facts.neighbours] == ["E10000003"]
    assert (found.facts.rows_read, found.facts.rows_used) == (3, 1)
    assert [problem.origin and problem.origin.row for problem in found.problems] == [3, 4]


def test_neighbours_without_an_edition_are_refused() -> None:
    with pytest.raises(MeasuresError) as refused:
        read("LA num,SN1,SN2\n873,931,916")
    assert [problem.code for problem in refused.value.problems] == ["no-edition"]


def test_a_file_nobody_knows_and_one_with_nothing_usable_are_refused() -> None:
    for text, code in (("a,b\n1,2", "unknown-format"), ("code,score\nX,Y", "bad-area")):
        with pytest.raises(MeasuresError) as refused:
            read(text)
        assert [problem.code for problem in refused.value.problems] == [code]


def test_an_end_is_the_day_after_the_last_however_it_is_written() -> None:
    found = read(
        f"{AUTHORITIES}\nAAA,A,E07000001,,2019-03-31,NEW,CTY,district\nBBB,B,E07000002,,2019-04-01,NEW,CTY,district\n"
        "CTY,County,E10000099,,2019-03-31,NEW,,county\nNEW,New,E06000099,2019-04-01,,,,unitary\n"
        "COM,Across,E47000001,2014-04-01,,,,\nBAD,Bad,none,,,,,\nDAY,Day,E07000003,soon,,,,"
    )
    source = "list of local authorities"
    assert found.facts.changes == (
        PlaceChange(date(2019, 4, 1), ChangeKind.MERGED, ("E07000001", "E07000002"), ("E06000099",), source),
        PlaceChange(date(2019, 4, 1), ChangeKind.REDRAWN, ("E10000099",), ("E06000099",), source),
    )
    assert {area.code: area.within for area in found.facts.areas}["E07000001"] == "E10000099"
    assert (found.facts.rows_used, len(found.problems)) == (4, 2)


def test_codes_lie_in_the_next_larger_area_that_is_another() -> None:
    found = read(
        "LADCD,LADNM,UTLACD,UTLANM,RGNCD,RGNNM\nE07000010,Fenland,E10000003,Cambridgeshire,E12000006,East\n"
        "E06000031,Peterborough,E06000031,Peterborough,E12000006,East\n,,,,,"
    )
    assert found.facts.areas == (
        Area("E07000010", "Fenland", within="E10000003"),
        Area("E10000003", "Cambridgeshire", within="E12000006"),
        Area("E12000006", "East"),
        Area("E06000031", "Peterborough", within="E12000006"),
    )


def test_numbers_and_deprivation_find_their_areas() -> None:
    numbers = read("LA Number,LA Name,Region,Type\n838,Dorset,South West,UA\n987,London (Inner),NA,NA")
    assert [(area.code, area.number) for area in numbers.facts.areas] == [("E06000059", "838")]
    deprivation = read("ltla19_code,Score\nE06000009,45.039\nE06000010,NA")
    assert [(area.name, area.deprivation) for area in deprivation.facts.areas] == [("Blackpool", 45.039)]


@pytest.mark.parametrize(
    ("name", "edition"),
    [("sn_may_2025.xlsx", "2025-05"), ("Neighbours Apr 2021.xlsx", "2021-04"), ("imd2019.csv", "2019"),
     ("E06000009.csv", None), ("list.csv", None), ("mayor_2024.csv", "2024-05")],
)  # fmt: skip
def test_the_edition_in_a_name(name: str, edition: str | None) -> None:
    assert edition_in(name) == edition


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        ["LA num,SN1,SNP,SN2", "LA Number,LA Name", AUTHORITIES, "LADCD,LADNM,UTLACD,UTLANM", "code,score"]
    ),
    st.lists(st.lists(st.sampled_from(CELLS), max_size=9), max_size=6),
)
def test_whatever_stands_below_a_heading_is_facts_or_a_problem(header: str, lines: list[list[str]]) -> None:
    text = "\n".join([header, *(",".join(line) for line in lines)])
    found = None
    with suppress(MeasuresError):
        found = read(text, edition="2021")
    assert found is None or 0 < found.facts.rows_used <= found.facts.rows_read


@pytest.mark.parametrize(
    ("path", "kind", "edition", "used", "read_"),
    [
        ("lait/sn_april_2021.xlsx", FactsKind.NEIGHBOURS, "2021-04", 156, 159),
        ("lait/sn_may_2025.xlsx", FactsKind.NEIGHBOURS, "2025-05", 158, 159),
        ("lait/la_code_list.xlsx", FactsKind.NUMBERS, "", 168, 171),
        ("lookups/uk_local_authorities_future.csv", FactsKind.AUTHORITIES, "", 430, 470),
        ("lookups/la_all_codes.csv", FactsKind.CODES, "", 415, 415),
        ("lookups/utla_all_codes.csv", FactsKind.CODES, "", 218, 218),
        ("lookups/imd2019_england_ltla19.csv", FactsKind.DEPRIVATION, "2019", 317, 317),
    ],
)
def test_official_look_ups(path: str, kind: FactsKind, edition: str, used: int, read_: int) -> None:
    facts = real(path)
    assert (facts.kind, facts.edition, facts.rows_used, facts.rows_read) == (kind, edition, used, read_)


def test_the_neighbours_of_cambridgeshire_are_the_ten_of_each_edition() -> None:
    gazetteer = known()
    ten = [gazetteer.known_as(str(n))[0] for n in (931, 916, 850, 800, 865, 938, 869, 919, 885, 937)]
    (found,) = [each for each in real("lait/sn_april_2021.xlsx").neighbours if each.area == "E10000003"]
    assert list(found.nearest) == ten
    (later,) = [each for each in real("lait/sn_may_2025.xlsx").neighbours if each.area == "E10000003"]
    assert later.nearest != found.nearest
