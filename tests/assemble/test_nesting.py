"""No area of a comparison lies in another."""

from __future__ import annotations

from evaluation.model.codes import Reason
from evaluation.model.design import EveryArea
from evaluation.words.refusals import refusal as sentence
from tests.assemble.places_in_time import (
    BOTH,
    COUNTY,
    DISTRICT,
    EAST,
    NEW,
    OLD,
    OTHERS,
    WEST,
    panel,
    plan,
    refusal,
    throughout,
    until_the_change,
)

FIGURES = throughout(*OTHERS, COUNTY, DISTRICT)
UNITARY = EveryArea(("E06",))


def test_a_district_is_not_compared_with_its_county() -> None:
    found = refusal(FIGURES, plan(DISTRICT, comparison=(*OTHERS, COUNTY)))
    assert found.reason is Reason.NESTED_AREAS
    assert sentence(found, {DISTRICT: "Fen", COUNTY: "Shire"}) == (
        "We cannot work this out yet. Fen lies in Shire. "
        "The same children would be counted in both. We have not compared them; name areas that lie apart."
    )


def test_a_rule_that_picks_counties_and_districts_is_refused() -> None:
    found = refusal(FIGURES, plan(OTHERS[0], comparison=(), rule=EveryArea(("E",))))
    assert (found.reason, found.why) == (Reason.NESTED_AREAS, "Fen lies in Shire")
    within = refusal(FIGURES, plan(DISTRICT, comparison=(), rule=EveryArea(("E06", "E10"))))
    assert within.reason is Reason.NESTED_AREAS


def test_one_place_under_two_codes_is_named_twice() -> None:
    found = refusal(throughout(*OTHERS, OLD, NEW), plan(OLD, comparison=(*OTHERS, NEW)))
    assert found.why == "Hill and Hill are one place"


def test_of_an_area_and_what_it_became_the_one_with_more_figures_is_taken_by_rule() -> None:
    restated = [*throughout(*OTHERS, BOTH), *until_the_change(EAST, WEST)]
    assert panel(restated, plan(OTHERS[0], comparison=(), rule=UNITARY)).areas == (*OTHERS, BOTH)


def test_among_equals_the_area_that_still_stands_is_taken() -> None:
    equal = throughout(*OTHERS, BOTH, EAST, WEST)
    assert panel(equal, plan(OTHERS[0], comparison=(), rule=UNITARY)).areas == (*OTHERS, BOTH)


def test_what_a_test_area_was_made_of_is_no_comparison_area_by_rule() -> None:
    equal = throughout(*OTHERS, BOTH, EAST, WEST)
    assert panel(equal, plan(BOTH, comparison=(), rule=UNITARY)).areas == (BOTH, *OTHERS)
