"""What is drawn holds what was declared true: who was chosen, what prototypes do, what the pandemic does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from evaluation.programme.declared import read_declarations
from evaluation.programme.illustrating.illustrative_county import EFFECTS, MADE, PANDEMIC, Effect, Made
from evaluation.programme.illustrating.illustrative_figures import CHOSEN_FROM, Figures, draw

Drawn = dict[tuple[str, str], Figures]
DECLARED = read_declarations(Path(__file__).parents[3])
FRAMEWORK: Framework = DECLARED.framework("best-start-in-life")
PROTOTYPES: dict[str, Prototype] = {prototype.id: prototype for prototype in DECLARED.prototypes}
SEEDS = 12
CHOSEN = [how for how in MADE if how.chosen_for]


@pytest.fixture(scope="module")
def many() -> list[Drawn]:
    """The county under several seeds, so that no test leans on the one that ships."""
    return [draw(FRAMEWORK, PROTOTYPES, seed) for seed in range(SEEDS)]


@pytest.fixture(scope="module")
def quiet() -> list[Drawn]:
    """The same seeds where no prototype does anything."""
    return [draw(FRAMEWORK, PROTOTYPES, seed, effects=()) for seed in range(SEEDS)]


def level(figures: Figures, start: int) -> float:
    """The share of all counted, or the mean of the means, from the period `start` on."""
    if figures.out_of is None:
        return float(figures.counted[:, start:].mean())
    return float(figures.counted[:, start:].sum() / figures.out_of[:, start:].sum())


def shares(figures: Figures) -> NDArray[np.float64]:
    assert figures.out_of is not None
    return figures.counted / figures.out_of


@pytest.mark.parametrize("how", CHOSEN, ids=lambda how: f"{how.measure} {how.group}")
def test_test_areas_stood_among_the_neediest_when_they_were_chosen(many: list[Drawn], how: Made) -> None:
    for drawn in many:
        figures = drawn[how.measure, how.group]
        at = [period.notation for period in figures.periods].index(how.chosen_at)
        then = shares(figures)[:, at] * (-1 if how.needy_is_high else 1)
        assert figures.out_of is not None
        one_child = 1 / figures.out_of[:, at].min()  # shares are of whole children
        for area in PROTOTYPES[how.chosen_for].areas:
            assert then[figures.areas.index(area.code)] <= np.sort(then)[CHOSEN_FROM - 1] + one_child


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: f"{effect.prototype} {effect.measure}")
def test_a_prototype_does_what_is_declared_in_its_test_areas_after_its_start(
    many: list[Drawn], quiet: list[Drawn], effect: Effect
) -> None:
    """The same seeds without any effect differ by the effect in those cells, on average over seeds."""
    key = effect.measure, effect.group
    start = PROTOTYPES[effect.prototype].start
    assert start is not None
    moved, counted = [], 0.0
    for with_effect, without in zip(many, quiet, strict=True):
        figures, as_was = (drawn[key].of(PROTOTYPES[effect.prototype].test_areas) for drawn in (with_effect, without))
        reached = sum(period.start < start for period in figures.periods) + FRAMEWORK.measure(effect.measure).lag
        assert np.array_equal(figures.counted[:, :reached], as_was.counted[:, :reached])
        moved.append(level(figures, reached) - level(as_was, reached))
        counted += 0 if figures.out_of is None else figures.out_of[:, reached:].sum()
    # Four standard errors of a difference of two shares, at their widest; means are moved exactly.
    tolerance = 4 * np.sqrt(0.5 / counted) if counted else 0.001
    assert np.mean(moved) == pytest.approx(effect.by, abs=tolerance)


def test_nothing_else_happens(many: list[Drawn], quiet: list[Drawn]) -> None:
    touched = {(effect.measure, effect.group) for effect in EFFECTS} | {("gld", ""), ("gld-fsm", "")}
    for with_effects, without in zip(many, quiet, strict=True):
        for key in with_effects.keys() - touched:
            assert np.array_equal(with_effects[key].counted, without[key].counted)


def test_the_pandemic_makes_before_and_after_mislead(quiet: list[Drawn]) -> None:
    """Two years each side of April 2021, nothing done: every area seems to have gained."""
    gains = []
    for drawn in quiet:
        figures = drawn["immunised-on-time", ""]
        at = [period.notation for period in figures.periods].index("2021-04")
        share = shares(figures)
        gains.append(share[:, at : at + 24].mean() - share[:, at - 24 : at].mean())
    assert min(gains) > 0.04  # the gain the group had asked for


def test_groups_of_a_measure_add_up(many: list[Drawn]) -> None:
    for drawn in many:
        fsm, others, everyone = (drawn["gld", group] for group in ("fsm", "not_fsm", ""))
        assert np.array_equal(fsm.counted + others.counted, everyone.counted)
        assert np.array_equal(fsm.counted, drawn["gld-fsm", ""].counted)


def test_visits_are_counted_only_where_the_team_works(many: list[Drawn]) -> None:
    assert many[0]["visits-as-planned", ""].areas == PROTOTYPES["one-team"].test_areas


def test_the_pandemic_is_the_event_of_the_framework() -> None:
    event = next(event for event in FRAMEWORK.events if event.id == "pandemic")
    assert (event.start, event.end) == PANDEMIC


def test_areas_are_chosen_on_what_their_plan_says() -> None:
    for how in CHOSEN:
        chosen = PROTOTYPES[how.chosen_for].chosen
        if chosen is not None and chosen.period is not None:
            assert how.chosen_at == chosen.period
