"""Areas that became others: stop and say why, drop, or carry counts over."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.codes import Reason
from evaluation.model.design import BoundaryPolicy, EveryArea
from evaluation.model.observations import Observation, Status
from tests.assemble.places_in_time import (
    BOTH,
    EAST,
    LOWER,
    NORTH,
    OTHERS,
    UPPER,
    WEST,
    YEARS,
    figure,
    panel,
    percentage,
    plan,
    refusal,
    since_the_change,
    throughout,
    until_the_change,
)

REST = throughout(*OTHERS)
MERGED = [*REST, *until_the_change(EAST, WEST), *since_the_change(BOTH)]
SPLIT = [*REST, *until_the_change(NORTH), *since_the_change(UPPER, LOWER)]
CARRY, DROP = BoundaryPolicy.CARRY, BoundaryPolicy.DROP


@pytest.mark.parametrize(
    ("figures", "test", "why"),
    [
        (MERGED, BOTH, "Both was made of East and West on 1 April 2019"),
        (MERGED, EAST, "East became part of Both on 1 April 2019"),
        (SPLIT, NORTH, "North was split into Upper and Lower on 1 April 2019"),
        (SPLIT, UPPER, "Upper was part of North on 1 April 2019"),
    ],
)
def test_an_area_the_plan_names_stops_the_comparison_and_it_says_what_happened_when(
    figures: list[Observation], test: str, why: str
) -> None:
    found = refusal(figures, plan(test))
    assert (found.reason, found.why.replace("\N{NO-BREAK SPACE}", " ")) == (Reason.BOUNDARY_CHANGED, why)


def test_a_comparison_area_is_dropped_where_the_plan_says_so() -> None:
    found = panel(MERGED, plan(OTHERS[0], comparison=(*OTHERS[1:], EAST), policy=DROP))
    assert found.areas == OTHERS
    assert refusal(MERGED, plan(BOTH, policy=DROP)).reason is Reason.BOUNDARY_CHANGED


def test_an_area_its_publisher_restated_is_one_place() -> None:
    found = panel([*REST, *throughout(BOTH)], plan(BOTH))
    assert found.boundary_changes == ()


def test_counts_of_places_that_merged_are_added_up() -> None:
    figures = [figure(EAST, YEARS[0], 9, 20), *(one for one in MERGED if (one.area, one.period) != (EAST, YEARS[0]))]
    found = panel(figures, plan(BOTH, policy=CARRY))
    assert found.areas[0] == BOTH
    assert found.numerators is not None
    assert found.denominators is not None
    assert (found.numerators[0, 0], found.denominators[0, 0]) == (15, 30)  # 9 of 20 and 6 of 10
    assert (found.numerators[0, 1], found.denominators[0, 1]) == (12, 20)
    assert (found.numerators[0, -1], found.denominators[0, -1]) == (6, 10)
    assert found.boundary_changes == ()


def test_counts_of_the_parts_go_on_for_a_place_that_was_split() -> None:
    found = panel(SPLIT, plan(NORTH, policy=CARRY))
    assert found.denominators is not None
    assert found.denominators[0].tolist() == [10] * 4 + [20] * 4


def test_an_area_that_merged_is_followed_as_what_it_became() -> None:
    found = panel(MERGED, plan(OTHERS[0], comparison=(*OTHERS[1:], EAST, WEST), policy=CARRY))
    assert found.areas == (*OTHERS, BOTH)
    both = panel(MERGED, plan(EAST, WEST, policy=CARRY))
    assert both.areas == (BOTH, *OTHERS)
    assert both.is_test.tolist() == [True] + [False] * len(OTHERS)


def test_a_test_area_does_not_become_a_place_part_of_which_never_tried_it() -> None:
    found = refusal(MERGED, plan(EAST, policy=CARRY))
    assert found.why.endswith("and it was not tried in West")


def test_published_percentages_are_never_carried_over() -> None:
    figures = [
        *REST,
        *since_the_change(BOTH),
        *(percentage(area, period) for area in (EAST, WEST) for period in YEARS[:4]),
    ]
    found = refusal(figures, plan(BOTH, policy=CARRY))
    assert found.reason is Reason.BOUNDARY_CHANGED
    assert "published without their counts, and percentages and averages do not add up" in found.why


def test_the_part_of_a_place_that_was_split_has_no_past_of_its_own() -> None:
    found = refusal(SPLIT, plan(UPPER, policy=CARRY))
    assert found.why.endswith("and there are no figures of Upper for 2015-16")


def test_a_part_that_is_missing_stops_it_and_is_named() -> None:
    found = refusal([one for one in MERGED if one.area != WEST], plan(BOTH, policy=CARRY))
    assert found.why.endswith("and there are no figures of West for 2015-16")


def test_a_hidden_part_makes_a_gap_and_never_a_sum_without_it() -> None:
    hidden = Observation("on-time", WEST, YEARS[1], Status.SUPPRESSED, symbol="c")
    figures = [one for one in MERGED if (one.area, one.period) != (WEST, YEARS[1])]
    found = panel([*figures, hidden], plan(BOTH, policy=CARRY))
    assert np.isnan(found.values[0, 1])
    assert found.values[0, 0] == 0.6


def test_areas_by_rule_that_cannot_be_followed_fall_out_and_are_named_in_the_panel() -> None:
    rule = EveryArea(("E06",))
    found = panel([*MERGED, *SPLIT], plan(OTHERS[0], comparison=(), rule=rule))
    assert dict(found.boundary_changes) == dict.fromkeys((BOTH, UPPER, LOWER), "2019-20")
    carried = panel([*MERGED, *SPLIT], plan(OTHERS[0], comparison=(), rule=rule, policy=CARRY))
    assert BOTH in carried.areas
    assert dict(carried.boundary_changes) == dict.fromkeys((UPPER, LOWER), "2019-20")
