"""All the counts of a measure, with everything that is shown of them added up."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.disclosure.editions import Count, Edition, Mask, Spot, Together
from evaluation.disclosure.families import exposed_in, protect_family
from evaluation.disclosure.rule import PROFILES
from evaluation.disclosure.secondary import KnownAlready
from evaluation.disclosure.totals import totals_in
from evaluation.model.places import Period, PeriodKind

BELOW_5 = PROFILES["below-5"]
MONTHS = ("2025-01", "2025-02", "2025-03", "2025-04")
AREAS = ("a", "b", "c")
YEAR = frozenset(MONTHS)
WITHIN = dict.fromkeys(AREAS, "county")


def counts(**small: int) -> dict[Spot, Count]:
    """40 of 100 everywhere but where said: `a1=3` is 3 in area a in the first month."""
    return {
        (area, "", month): Count(small.get(f"{area}{number}", 40), 100)
        for area in AREAS
        for number, month in enumerate(MONTHS, 1)
    }


def by_month(areas: tuple[str, ...] = AREAS) -> tuple[Together, ...]:
    return tuple(Together(frozenset(areas), "", frozenset([month])) for month in MONTHS)


def test_without_anything_small_nothing_is_hidden() -> None:
    assert protect_family(Edition(counts()), (), BELOW_5) == Mask()


def test_a_small_count_alone_is_hidden_alone() -> None:
    assert protect_family(Edition(counts(a1=3)), (), BELOW_5).counts == {("a", "", "2025-01")}


def test_a_small_count_beside_its_sum_takes_another_of_that_sum_with_it() -> None:
    mask = protect_family(Edition(counts(a1=3), together=by_month()), (), BELOW_5)
    assert ("a", "", "2025-01") in mask.counts
    assert len(mask.counts) == 2
    assert {period for _, _, period in mask.counts} == {"2025-01"}
    assert not mask.hides(AREAS, "", ["2025-01"])


def test_sums_over_areas_and_over_time_take_three_more_with_it() -> None:
    whole = tuple(Together(frozenset([area]), "", YEAR) for area in AREAS)
    mask = protect_family(Edition(counts(a1=3), together=(*by_month(), *whole)), (), BELOW_5)
    assert len(mask.counts) == 4
    assert exposed_in(Edition(counts(a1=3), together=(*by_month(), *whole)), (), BELOW_5, mask) == 0


def test_the_attack_sees_a_mask_that_hides_too_little() -> None:
    alone = Mask(frozenset([("a", "", "2025-01")]))
    assert exposed_in(Edition(counts(a1=3), together=by_month()), (), BELOW_5, alone) == 1
    assert exposed_in(Edition(counts(a1=3)), (), BELOW_5, Mask()) == 1


def test_who_was_left_out_is_protected_like_who_was_counted() -> None:
    assert protect_family(Edition(counts(b2=98)), (), BELOW_5).counts == {("b", "", "2025-02")}


def test_who_was_left_out_is_protected_where_another_area_left_out_nobody() -> None:
    figures = Edition(counts(a1=100, b2=98))
    assert protect_family(figures, (), BELOW_5).counts == {("b", "", "2025-02")}
    assert exposed_in(figures, (), BELOW_5, Mask()) == 1


def test_a_group_of_so_few_is_hidden_whole() -> None:
    few = counts() | {("a", "", "2025-01"): Count(2, 3)}
    mask = protect_family(Edition(few), (), BELOW_5)
    assert mask.counts == mask.denominators == {("a", "", "2025-01")}


def test_a_sum_that_is_small_itself_is_hidden() -> None:
    mask = protect_family(Edition(counts(a1=1, b1=1, c1=1), together=by_month()), (), BELOW_5)
    assert mask.hides(AREAS, "", ["2025-01"])


def test_a_county_that_is_the_sum_of_its_areas_is_found_and_one_that_is_not_is_left() -> None:
    found = counts()
    found |= {("county", "", "2025-01"): Count(120, 300), ("county", "", "2025-02"): Count(121, 300)}
    periods = {
        month: Period.starting(date(2025, number, 1), PeriodKind.MONTH) for number, month in enumerate(MONTHS, 1)
    }
    parts = frozenset((area, "", "2025-01") for area in AREAS)
    assert totals_in(found, WITHIN, periods) == ((("county", "", "2025-01"), parts),)


def test_groups_of_the_same_children_and_quarters_of_months_are_found() -> None:
    months = {f"2025-0{number}": Period.starting(date(2025, number, 1), PeriodKind.MONTH) for number in (1, 2, 3)}
    quarter = Period.starting(date(2025, 1, 1), PeriodKind.QUARTER)
    found = {("a", "", month): Count(10, 20) for month in months} | {("a", "", "2025-Q1"): Count(30, 60)}
    found |= {("a", "boys", "2025-01"): Count(4, 11), ("a", "girls", "2025-01"): Count(6, 9)}
    totals = dict(totals_in(found, {}, {**months, "2025-Q1": quarter}))
    assert totals[("a", "", "2025-01")] == {("a", "boys", "2025-01"), ("a", "girls", "2025-01")}
    assert totals[("a", "", "2025-Q1")] == {("a", "", month) for month in months}


def test_a_total_added_after_some_left_hides_no_more_of_what_left_and_no_less() -> None:
    before = Edition(counts(a1=3), hidden=frozenset([("a", "", "2025-01")]))
    now = Edition(counts(a1=3), together=by_month())
    mask = protect_family(now, [before], BELOW_5) if _can(now, [before]) else None
    # All else of January has left: its sum would give the small count away, so the sum is hidden.
    assert mask is not None
    assert mask.counts == {("a", "", "2025-01")}
    assert mask.hides(AREAS, "", ["2025-01"])


def test_a_revised_figure_is_another_figure() -> None:
    revised = counts(a1=3) | {("b", "", "2025-01"): Count(38, 100, version=1)}
    before = Edition(counts(a1=3), together=by_month(), hidden=frozenset([("a", "", "2025-01"), ("b", "", "2025-01")]))
    mask = protect_family(Edition(revised, together=by_month()), [before], BELOW_5)
    assert ("a", "", "2025-01") in mask.counts
    assert exposed_in(Edition(revised, together=by_month()), [before], BELOW_5, mask) == 0


def test_what_has_left_already_can_make_protection_impossible() -> None:
    left = Edition(counts(a1=3), together=by_month(), hidden=frozenset([("a", "", "2025-01")]))
    assert not _can(Edition(counts(a1=3)), [left])


def _can(now: Edition, earlier: list[Edition]) -> bool:
    try:
        protect_family(now, earlier, BELOW_5)
    except KnownAlready:
        return False
    return True


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_profile_leaves_nothing_to_the_attack(profile: object) -> None:
    whole = tuple(Together(frozenset([area]), "", YEAR) for area in AREAS)
    now = Edition(counts(a1=3, b2=6, c3=96), together=(*by_month(), *whole))
    mask = protect_family(now, (), profile)  # type: ignore[arg-type]
    assert exposed_in(now, (), profile, mask) == 0  # type: ignore[arg-type]
