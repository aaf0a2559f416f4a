from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from evaluation import store
from evaluation.model.design import Specification
from evaluation.model.references import Kind
from evaluation.programme import Programme, import_file, results_page
from evaluation.words import breakable
from tests.programme.conftest import EVALUATOR, acting_as
from tests.small import figures


def test_the_finding_is_not_said_twice(filled: Programme) -> None:
    page = results_page(filled, "one-team", "on-time").content
    assert page.headline[1:] in page.sentence
    assert page.further.startswith("The likely range is")
    assert page.sentence.endswith(page.further)


def test_a_caution_is_said_once(filled: Programme) -> None:
    page = results_page(filled, "one-team", "on-time").content
    assert not set(page.cautions) & set(page.weakened)


def test_where_there_is_a_result_nothing_stands_instead(filled: Programme) -> None:
    assert results_page(filled, "one-team", "on-time").content.instead is None


def test_before_the_first_figures_the_page_says_where_to_look(programme: Programme) -> None:
    page = results_page(programme, "one-team", "on-time").content
    assert breakable(page.headline) == "We cannot work this out yet"
    assert page.further.startswith("No figures yet.")
    assert page.instead is not None
    assert page.instead.picture is None


def test_checks_that_failed_come_first_and_those_that_held_last(filled: Programme) -> None:
    states = [check.state for check in results_page(filled, "one-team", "on-time").content.checks]
    assert states == sorted(states, key=("look at this", "informs only", "holds").index)
    assert {"informs only", "holds"} <= set(states)


def test_the_path_of_the_first_way_that_has_one_is_drawn_for_the_evaluator(programme: Programme) -> None:
    random = Random(4)
    noisy = re.sub(r",(\d+),100", lambda found: f",{int(found[1]) + random.randint(-5, 5)},100", figures())
    import_file(acting_as(programme, EVALUATOR), "figures.csv", noisy.encode(), request_key="figures")
    page = results_page(programme, "one-team", "on-time").content
    assert page.pictures is not None
    assert page.pictures.of_path is not None
    spec = page.pictures.of_path.content
    assert spec.title == "Before the start the areas moved alike, as far as these figures can tell"
    assert "event-study, log-odds" in spec.unit
    assert [row[0] for row in spec.table.rows] == [at for at in range(-12, 12) if at != -1]  # measured from there


def test_other_fair_ways_stand_in_the_plans_order_with_why_and_what_they_give(programme: Programme) -> None:
    ways = (
        Specification("Six months before only", "Staff changed in summer.", before=6),
        Specification("A level we do not have", "To see a refusal.", method="gap"),
    )
    (plan,) = programme.declarations.prototypes
    specified = replace(plan, design=replace(plan.design, specifications=ways))
    programme = replace(programme, declarations=replace(programme.declarations, prototypes=(specified,)))
    content = (programme.folder / "figures.csv").read_bytes()
    import_file(acting_as(programme, EVALUATOR), "figures.csv", content, request_key="figures")
    page = results_page(programme, "one-team", "on-time").content
    (first, second) = page.specifications
    assert first[:2] == ("Six months before only", "Staff changed in summer.")
    assert breakable(first[2]).startswith("about 8 in 100 more (likely range ")
    assert second[2].startswith("We cannot work this out yet.")
    kept = store.comparison(programme.store, store.rows(programme.store, Kind.COMPARISON)[-1].noun.fingerprint)
    assert kept is not None
    assert [found.name for found in kept.comparison.specifications] == [way.name for way in ways]
