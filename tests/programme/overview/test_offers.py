"""What is offered where: a county of three smallest areas, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.model.framework import Comparator, Framework, Offer, Service
from evaluation.model.places import Area
from evaluation.programme.overview.offers import offers
from tests.programme.overview.parts import FRAMEWORK, TODAY, rows, said, scope

SERVICES = (Service("visiting", "Health visiting"), Service("midwifery", "Midwifery"), Service("care", "Social care"))
CLINIC = Offer("clinic", "visiting", "Weighing", ("D1",), "The hub", aligned_with=("midwifery",))
CLASSES = Offer("classes", "midwifery", "Classes", ("R1",), "The hub", start=date(2026, 6, 3))
CLOSED = Offer("closed", "care", "Advice", ("D2",), "The old hall", end=TODAY)


def offering(*made: Offer, **other: object) -> Framework:
    return replace(FRAMEWORK, services=SERVICES, offers=made, **other)  # type: ignore[arg-type]


def test_an_offer_to_a_district_reaches_all_within_it_and_gaps_come_first() -> None:
    part = offers(scope(offering(CLINIC, CLASSES, CLOSED)))
    assert said(part) == [
        "1 of 3 areas has nothing offered yet",
        "Nothing is offered yet in: South.",
        "Offered nowhere yet: Social care.",
    ]
    assert rows(part, 1) == [
        ("South", "nothing offered yet", "every service"),
        ("Mill", "Health visiting: Weighing (The hub); Midwifery: Classes (The hub)", "Social care"),
        ("Quay", "Health visiting: Weighing (The hub)", "Midwifery, Social care"),
    ]


def test_being_run_together_holds_both_ways() -> None:
    part = offers(scope(offering(CLINIC, CLASSES)))
    assert rows(part) == [
        ("Health visiting", "2 of 3 areas", "Midwifery", "Social care"),
        ("Midwifery", "1 of 3 areas", "Health visiting", "Social care"),
        ("Social care", "0 of 3 areas", "no other yet", "Health visiting, Midwifery"),
    ]


def test_every_building_is_listed_with_what_has_closed() -> None:
    part = offers(scope(offering(CLOSED, replace(CLINIC, venue=""), CLASSES)))
    assert rows(part, 2) == [
        ("The hub", "Classes", "Midwifery", "Mill", "from 3 June 2026"),
        ("The old hall", "Advice", "Social care", "South", "until 2 June 2026"),
        ("no building named", "Weighing", "Health visiting", "North", "all the time"),
    ]


def test_an_offer_to_the_county_leaves_no_gap() -> None:
    assert said(offers(scope(offering(replace(CLINIC, areas=("C",))))))[0] == "3 areas, nothing missing"


def test_what_only_stands_beside_and_what_is_no_more_are_not_gaps() -> None:
    areas = (*FRAMEWORK.areas, Area("E", "England"), Area("OLD", "Old parish", valid_to=date(2024, 1, 1)))
    part = offers(scope(offering(CLINIC, areas=areas, comparators=(Comparator("E"),))))
    assert [row[0] for row in rows(part, 1)] == ["South", "Mill", "Quay"]


def test_without_declared_areas_those_that_offers_name_are_looked_at() -> None:
    part = offers(scope(offering(replace(CLINIC, areas=("E06000031",)), areas=())))
    assert rows(part, 1) == [("E06000031", "Health visiting: Weighing (The hub)", "Midwifery, Social care")]


def test_areas_that_lie_in_one_another_do_not_hang_the_page() -> None:
    areas = (Area("A", "A", within="B"), Area("B", "B", within="A"), Area("D", "D", within="B"))
    assert [row[0] for row in rows(offers(scope(offering(CLINIC, areas=areas))), 1)] == ["D"]
