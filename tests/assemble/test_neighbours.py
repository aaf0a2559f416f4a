"""A comparison with the statistical neighbours of an area, of one edition or the latest."""

from __future__ import annotations

from dataclasses import replace

from evaluation.assemble import assemble
from evaluation.model.codes import Reason
from evaluation.model.design import EveryArea
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.places import PeriodKind
from evaluation.model.results import Refusal
from evaluation.statistics import Panel
from evaluation.words.refusals import refusal as sentence
from tests.assemble.places_in_time import NEW, OLD, OTHERS, PLACES, plan, throughout
from tests.assemble.test_panel import FRAMEWORK, MEASURE

TEST, *REST = OTHERS
HELD = replace(PLACES, neighbours={"2021-04": {TEST: (REST[0], NEW)}, "2025-05": {TEST: tuple(REST[1:3])}})


def made(rule: EveryArea, gazetteer: Gazetteer = HELD) -> Panel | Refusal:
    measure = replace(MEASURE, periods=PeriodKind.FINANCIAL_YEAR)
    framework = replace(FRAMEWORK, areas=(), measures=(measure,))
    figures = throughout(*OTHERS, OLD)
    return assemble(figures, plan(TEST, comparison=(), rule=rule), measure, framework, gazetteer=gazetteer)


def test_the_neighbours_of_the_edition_named_or_of_the_latest_are_compared_with() -> None:
    named, latest = made(EveryArea(neighbours_of=TEST, edition="2021-04")), made(EveryArea(neighbours_of=TEST))
    assert isinstance(named, Panel)
    assert isinstance(latest, Panel)
    assert named.areas == (TEST, REST[0], NEW)
    assert latest.areas == (TEST, *REST[1:3])


def test_neighbours_can_be_left_out() -> None:
    found = made(EveryArea(neighbours_of=TEST, leaving_out=(REST[1],)))
    assert isinstance(found, Panel)
    assert found.areas == (TEST, REST[2])


def test_without_a_list_the_comparison_is_refused_and_it_says_what_it_takes() -> None:
    found = made(EveryArea(neighbours_of=TEST, edition="2020"))
    assert isinstance(found, Refusal)
    assert found.reason is Reason.TOO_FEW_AREAS
    assert sentence(found).startswith("We hold no list of 2020 of the statistical neighbours of Other 0.")
