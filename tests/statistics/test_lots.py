"""Lots: anybody can draw the same again, every area is as likely, and permuting tries only what could have happened."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from math import comb

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.problems import UsageError
from evaluation.statistics import ESTIMATORS, doctor, simulate
from evaluation.statistics.inference.permutation import permute
from evaluation.statistics.lots import labellings_of

AREAS = ("a01", "a02", "a03", "a04", "a05", "a06")


def test_the_same_seed_draws_the_same_whatever_the_order_of_areas() -> None:
    one = doctor.draw_lots(AREAS, 2, seed=7)
    assert one == doctor.draw_lots(AREAS[::-1], 2, seed="7")
    assert doctor.is_replayed(one)
    assert not doctor.is_replayed(replace(one, chosen=one.order[1:3]))


def test_lots_can_be_drawn_again_without_this_tool() -> None:
    by_hand = sorted(AREAS, key=lambda area: hashlib.sha256(f"sha256-1\n7\n{area}".encode()).hexdigest())
    assert doctor.draw_lots(AREAS, 2, seed=7).order == tuple(by_hand)


def test_every_area_is_as_likely() -> None:
    drawn = Counter(doctor.draw_lots(AREAS, 1, seed=seed).chosen[0] for seed in range(3_000))
    assert all(400 < drawn[area] < 600 for area in AREAS)


def test_strata_each_give_their_number() -> None:
    strata = {area: "north" if area < "a04" else "south" for area in AREAS}
    draw = doctor.draw_lots(AREAS, 1, seed=3, strata=strata)
    assert sorted(strata[area] for area in draw.chosen) == ["north", "south"]
    assert doctor.draws_possible(draw) == 9
    assert doctor.is_replayed(draw)


@pytest.mark.parametrize(("areas", "number"), [(AREAS, 0), (AREAS, 6), (("a", "a", "b"), 1), ((), 1)])
def test_a_draw_that_cannot_be_is_refused(areas: tuple[str, ...], number: int) -> None:
    with pytest.raises(UsageError):
        doctor.draw_lots(areas, number, seed=1)
    with pytest.raises(UsageError, match="stratum"):
        doctor.draw_lots(AREAS, 1, seed=1, strata={"a01": "north"})


def drawn_for(chosen: set[str], among: tuple[str, ...]) -> doctor.Draw:
    draws = (doctor.draw_lots(among, len(chosen), seed=seed) for seed in range(10_000))
    return next(draw for draw in draws if set(draw.chosen) == chosen)


def test_only_draws_that_could_have_happened_are_tried() -> None:
    """Two of six drew lots, six more were never in the hat: 15 draws, not the 66 labellings of twelve."""
    panel = simulate.panel(np.random.default_rng(1), effect=2.0)
    draw = drawn_for({"a01", "a02"}, AREAS)
    outcome, free = ESTIMATORS["area-change"](panel, draw=draw), ESTIMATORS["area-change"](panel)
    assert isinstance(outcome, Estimate)
    assert isinstance(free, Estimate)
    assert outcome.smallest_p == outcome.permutation_p == pytest.approx(1 / 15)
    assert free.smallest_p == pytest.approx(1 / 66)
    assert (outcome.value, outcome.low, outcome.p_value) == (free.value, free.low, free.p_value)


def test_lots_that_fell_elsewhere_are_not_this_design() -> None:
    panel = simulate.panel(np.random.default_rng(1))
    with pytest.raises(UsageError, match="lots"):
        ESTIMATORS["area-change"](panel, draw=drawn_for({"a03", "a04"}, AREAS))


def test_an_area_without_figures_leaves_draws_with_as_many_test_areas() -> None:
    draw = drawn_for({"a01", "a02"}, AREAS)
    areas = ("a01", "a02", "a03", "a04", "a05", "a07")
    tried = labellings_of(draw, areas, np.array([True, True, False, False, False, False]))
    assert len(tried) == comb(5, 2)
    assert tried.max() == 4


def test_all_draws_of_all_areas_are_all_labellings() -> None:
    standardised = np.random.default_rng(2).standard_normal(6)
    is_test = np.arange(6) < 2
    tried = labellings_of(drawn_for({"a01", "a02"}, AREAS), AREAS, is_test)
    assert permute(standardised, is_test, tried) == permute(standardised, is_test)


def test_half_of_the_areas_have_a_mirror_image() -> None:
    standardised, is_test = np.arange(6.0), np.arange(6) < 3
    tried = labellings_of(drawn_for({"a01", "a02", "a03"}, AREAS), AREAS, is_test)
    assert permute(standardised, is_test, tried).smallest_p == pytest.approx(2 / 20)
