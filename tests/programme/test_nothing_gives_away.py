"""Everything that is let out of a measure together: no hidden small number can be worked out from it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluation import store
from evaluation.disclosure import FLOOR
from evaluation.disclosure.rule import profile_of, shows_too_few
from evaluation.programme import Programme, Settings, compare, figures_table, import_file, open_programme
from evaluation.programme.results.protecting import counts_in
from tests.attacker import Attacker
from tests.programme.conftest import EVALUATOR, NOW, acting_as
from tests.small import figures

HOUSE = Path(__file__).parents[2]
# All of 1, 2, 3 and 4 stay possible.
WIDTH = FLOOR - 2


def gives_away(programme: Programme, measure_id: str) -> list[str]:
    """The small counts that somebody who has everything that leaves can narrow down below the rule's width."""
    framework = programme.framework
    measure = framework.measure(measure_id)
    truth = counts_in(store.observations(programme.store, measures={measure_id}), measure)
    attacker = Attacker()
    attacker.reads_figures(figures_table(programme, measure_id).content)
    counts = {spot: one.numerator for spot, one in truth.items()}
    for plan in programme.declarations.prototypes:
        if measure_id in {used.measure for used in plan.measures}:
            comparison = compare(programme, plan.id, measure_id).content.comparison
            attacker.reads_result(comparison, counts, plan.design.group or "")
    profile = profile_of(framework)
    small = [spot for spot, one in truth.items() if shows_too_few(one.numerator, one.denominator, profile)]
    assert small, "nothing here is small, so nothing is tested"
    shown = [str(spot) for spot in small if spot in attacker.known]
    hidden = [spot for spot in small if spot in attacker.out_of]
    ranges = attacker.ranges(hidden)
    return shown + [f"{spot}: {low} to {high}" for spot, (low, high) in ranges.items() if high - low < WIDTH]


def rare(programme: Programme, cells: str) -> Programme:
    """The small programme with 2 counted in each of these cells."""
    content = re.sub(rf"({cells}),\d+,", r"\1,2,", figures())
    import_file(acting_as(programme, EVALUATOR), "rare.csv", content.encode(), request_key="rare")
    return programme


@pytest.mark.parametrize(
    "cells",
    [
        "X05,2024-05",
        "X01,2025-03",
        "X0[123],2024-05",
        "X(04|09),2024-0[57]",
        "X0[1-9],2025-0[1-3]",
    ],
)
def test_no_small_count_can_be_worked_out_from_everything_that_leaves(programme: Programme, cells: str) -> None:
    assert gives_away(rare(programme, cells), "on-time") == []


def test_hiding_small_counts_alone_would_give_them_away(programme: Programme) -> None:
    rare(programme, "X05,2024-05")
    attacker = Attacker()
    attacker.reads_figures(figures_table(programme, "on-time").content)
    truth = counts_in(store.observations(programme.store), programme.framework.measure("on-time"))
    counts = {spot: one.numerator for spot, one in truth.items()}
    attacker.reads_result(compare(programme, "one-team", "on-time").content.comparison, counts)
    small = ("X05", "", "2024-05")
    # The same attacker, had nothing been hidden beside the small count.
    attacker.known |= {spot: counts[spot] for spot in attacker.hidden if spot != small}
    attacker.hidden = [small]
    assert attacker.ranges([small]) == {small: (2, 2)}


@pytest.fixture(scope="module")
def illustrative(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programme]:
    folder = tmp_path_factory.mktemp("illustrative")
    for name in ("frameworks", "prototypes", "data"):
        shutil.copytree(HOUSE / name, folder / name, ignore=shutil.ignore_patterns("*.sqlite*"))
    opened = open_programme(Settings.from_environment({}, folder=folder), clock=lambda: NOW)
    yield opened
    opened.store.close()


def test_no_small_count_of_the_illustrative_programme_can_be_worked_out(illustrative: Programme) -> None:
    assert gives_away(illustrative, "story-told-once") == []


@pytest.mark.long
@pytest.mark.parametrize("measure", ["reviews-on-time", "asq-expected", "immunised-on-time", "someone-to-talk-to"])
def test_nor_of_any_other_measure_of_it(illustrative: Programme, measure: str) -> None:
    assert gives_away(illustrative, measure) == []
