"""Real files across reorganisations: the two Dorsets, Bournemouth, Christchurch and Poole, and the claim for Leeds."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from evaluation.assemble import assemble, compare_settings
from evaluation.measures import Reading, read_file
from evaluation.model.codes import Reason
from evaluation.model.design import AreaRole, BoundaryPolicy, Design, EveryArea, PrototypeArea
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from evaluation.model.results import Estimate, Refusal
from evaluation.places import known
from evaluation.statistics import Panel, compare
from tests.real.test_plans import NCMP, folder

Official = Callable[[str], bytes]
TO_2019 = "ees/APS_GLD_ELG_EXP_2013_2019.csv"
OLD_DORSET, NEW_DORSET, TOGETHER, CHRISTCHURCH = "E10000009", "E06000059", "E06000058", "E07000048"
ENGLAND = known()


def by_name(content: bytes) -> bytes:
    """The same file without a code: only names, as many hand-made files are."""
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["measure", "area", "period", "numerator", "denominator"])
    for row in rows:
        if row["geographic_level"].lower() == "local authority" and row["gender"] == "Total":
            writer.writerow(["gld", row["la_name"], row["time_period"], row["gld_number"], row["number_of_children"]])
    return out.getvalue().encode()


def reading(framework: Framework, content: bytes) -> Reading:
    return read_file("figures.csv", content, framework, areas=None, gazetteer=ENGLAND)


def made(framework: Framework, prototype: Prototype, content: bytes) -> Panel | Refusal:
    figures = reading(framework, content).observations
    return assemble(figures, prototype, framework.measures[0], framework, gazetteer=ENGLAND)


def plan(name: str, test: str, policy: BoundaryPolicy, start: date, named: tuple[str, ...] = ()) -> Prototype:
    (declared,) = folder(name).prototypes
    areas = (PrototypeArea(test, AreaRole.TEST), *(PrototypeArea(code, AreaRole.COMPARISON) for code in named))
    design = Design(boundary_policy=policy)
    return replace(
        declared, areas=areas, comparison=EveryArea(("E06", "E08", "E09", "E10")), start=start, design=design
    )


def test_by_name_alone_every_authority_is_found_but_for_dorset_in_the_year_it_changed(official: Official) -> None:
    framework = folder("better-start").frameworks[0]
    coded, named = reading(framework, official(TO_2019)), reading(framework, by_name(official(TO_2019)))
    mine = {(one.area, one.period): one.value for one in named.observations}
    theirs = {(one.area, one.period): one.value for one in coded.observations}
    across = {key for key in theirs if key[0] == NEW_DORSET}
    assert {area for area, _ in mine} >= {OLD_DORSET}
    assert mine == {key: value for key, value in theirs.items() if key not in across}
    assert [problem.code for problem in named.problems] == ["bad-area"] * len(across)
    assert "E10000009 or E06000059" in named.problems[0].what


def test_the_two_dorsets_are_never_one_series(official: Official) -> None:
    framework = folder("better-start").frameworks[0]
    found = made(framework, plan("better-start", "E06000009", BoundaryPolicy.STOP, date(2015, 9, 1)), official(TO_2019))
    assert isinstance(found, Panel)
    assert OLD_DORSET in found.areas
    assert NEW_DORSET not in found.areas  # it stands where the old one stood, with one year of figures
    year = found.periods.index("2018-19")
    assert found.values[found.areas.index(OLD_DORSET), year] != found.values[found.areas.index(OLD_DORSET), year]


def test_without_figures_of_christchurch_counts_cannot_be_carried_over_and_it_says_so(official: Official) -> None:
    framework = folder("better-start").frameworks[0]
    merged = plan("better-start", TOGETHER, BoundaryPolicy.CARRY, date(2015, 9, 1))
    found = reading(framework, official(TO_2019)).observations
    refused = assemble(found, merged, framework.measures[0], framework, gazetteer=ENGLAND)
    assert isinstance(refused, Refusal)
    assert refused.reason is Reason.BOUNDARY_CHANGED
    assert refused.why.endswith("and there are no figures of Christchurch for 2012-13")


def test_with_counts_of_all_three_bournemouth_christchurch_and_poole_has_a_past(official: Official) -> None:
    framework = folder("better-start").frameworks[0]
    found = reading(framework, official(TO_2019)).observations
    bournemouth = [one for one in found if one.area == "E06000028"]
    poole = {one.period: one for one in found if one.area == "E06000029"}
    # The file has no districts: 100 of 150 children stand in for Christchurch.
    there = [replace(one, area=CHRISTCHURCH, value=2 / 3, numerator=100.0, denominator=150.0) for one in bournemouth]
    merged = plan("better-start", TOGETHER, BoundaryPolicy.CARRY, date(2015, 9, 1))
    panel = assemble([*found, *there], merged, framework.measures[0], framework, gazetteer=ENGLAND)
    assert isinstance(panel, Panel)
    assert panel.numerators is not None
    assert panel.denominators is not None
    first = next(one for one in bournemouth if one.period.notation == "2012-13")
    assert (first.numerator, first.denominator) == (1093, 1901)
    assert (poole[first.period].numerator, poole[first.period].denominator) == (777, 1618)
    assert (panel.numerators[0, 0], panel.denominators[0, 0]) == (1093 + 777 + 100, 1901 + 1618 + 150)


def test_published_percentages_restated_by_their_publisher_are_one_place_from_the_first_year(
    official: Official,
) -> None:
    framework = folder("henry").frameworks[0]
    found = made(framework, plan("henry", TOGETHER, BoundaryPolicy.STOP, date(2016, 9, 1)), official(NCMP))
    assert isinstance(found, Panel)
    assert not {"E06000028", "E06000029", CHRISTCHURCH} & set(found.areas)
    assert found.boundary_changes == ()


@pytest.mark.parametrize(("gazetteer", "areas"), [(None, 132), (ENGLAND, 130)])
def test_the_claim_for_leeds_without_counting_bournemouth_and_poole_twice(
    official: Official, gazetteer: object, areas: int
) -> None:
    framework, (prototype,) = folder("henry").frameworks[0], folder("henry").prototypes
    figures = reading(framework, official(NCMP)).observations
    known_places = {} if gazetteer is None else {"gazetteer": ENGLAND}
    panel = assemble(figures, prototype, framework.measures[0], framework, **known_places)  # type: ignore[arg-type]
    assert isinstance(panel, Panel)
    found = compare(panel, **compare_settings(prototype, framework.measures[0])).outcome
    assert isinstance(found, Estimate)
    assert len(found.test_areas) + len(found.comparison_areas) == areas
    assert 100 * found.effect.value == pytest.approx(-0.85, abs=0.05)
    assert found.p_value == pytest.approx(0.43, abs=0.02)
