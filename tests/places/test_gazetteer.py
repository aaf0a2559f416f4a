from __future__ import annotations

from datetime import date

from evaluation.model.place_facts import FactsKind, PlaceFacts
from evaluation.model.places import Area, ChangeKind, PlaceChange
from evaluation.places import declared_changes, gazetteer, known

DAY = date(2025, 4, 1)


def facts(*areas: Area, changes: tuple[PlaceChange, ...] = ()) -> PlaceFacts:
    return PlaceFacts(FactsKind.AUTHORITIES, "list.csv", "0" * 64, len(areas), len(areas), areas=areas, changes=changes)


def test_what_is_declared_goes_before_a_look_up_and_a_look_up_before_the_table() -> None:
    declared = (Area("E06000009", "Blackpool by the Sea"),)
    looked_up = (facts(Area("E06000009", "Borough of Blackpool"), Area("E06000031", "Peterborough (2026)")),)
    found = known(declared, looked_up)
    assert found.name("E06000009") == "Blackpool by the Sea"
    assert found.name("E06000031") == "Peterborough (2026)"
    assert found.name("E10000003") == "Cambridgeshire"


def test_every_name_is_known_and_what_one_account_leaves_out_comes_from_the_next() -> None:
    found = known((Area("E06000059", "Dorset Council area"),))
    assert found.known_as("Dorset Council area") == ("E06000059",)
    assert set(found.known_as("Dorset")) == {"E10000009", "E06000059"}
    assert found.known_as("838") == ("E06000059",)
    assert found.stood["E06000059"][0] == date(2019, 4, 1)


def test_of_an_end_the_table_already_tells_of_a_look_up_adds_no_second_account() -> None:
    vague = PlaceChange(date(2020, 4, 1), ChangeKind.REDRAWN, ("E10000002",), ("E06000060",), source="a list")
    newer = PlaceChange(date(2028, 4, 1), ChangeKind.REDRAWN, ("E10000012",), ("E06000070",), source="a list")
    found = known((), (facts(Area("E06000070", "New"), changes=(vague, newer)),))
    assert vague not in found.changes
    assert newer in found.changes
    assert found.place("E10000002") == "E06000060"


def test_declared_areas_with_one_successor_merged_and_of_one_alone_nobody_knows() -> None:
    areas = (
        Area("A", "A", valid_to=DAY, successor="AB"),
        Area("B", "B", valid_to=DAY, successor="AB"),
        Area("C", "C", valid_to=DAY, successor="D"),
        Area("E", "E", valid_to=DAY),
    )
    merged, unknown = declared_changes(areas)
    assert (merged.kind, merged.before, merged.after) == (ChangeKind.MERGED, ("A", "B"), ("AB",))
    assert (unknown.kind, unknown.before, unknown.after) == (ChangeKind.REDRAWN, ("C",), ("D",))


def test_a_list_that_leads_back_to_itself_ends_all_the_same() -> None:
    round_and_round = (
        PlaceChange(DAY, ChangeKind.RECODED, ("A",), ("B",)),
        PlaceChange(DAY, ChangeKind.RECODED, ("B",), ("A",)),
    )
    found = gazetteer((Area("A", "A", within="C"), Area("C", "C", within="A")), round_and_round)
    assert found.place("A") in {"A", "B"}
    assert found.parts("A")
    assert found.parts("C")
