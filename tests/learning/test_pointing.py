"""What the agreed rules point to, all together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.learning.criteria import Judged
from evaluation.learning.pointing import pointing
from evaluation.model.codes import Grade
from evaluation.model.comparisons import Comparison
from evaluation.model.design import Compares, Criterion, MeasureRole
from evaluation.model.framework import Points
from evaluation.model.measure import Polarity
from evaluation.model.results import Estimate
from tests.learning.test_criteria import GAIN, HARM, LITTLE, SELDOM, TODAY, comparison, judged, look

SPREAD = Criterion(Points.SPREAD, Compares.BETTER_BY, 0.05, "It does at least 5 in 100 better")
WIDE = comparison(0.0, -0.2, 0.2)
UP = comparison(0.06, 0.01, 0.11)


def asked(now: Comparison, *criteria: Criterion) -> Judged:
    return replace(judged(now, look(1, now), look(2, None, due=date(2027, 6, 1))), criteria=criteria)


def test_the_most_cautious_rule_that_is_met_speaks_whatever_the_order() -> None:
    little = comparison(0.03, 0.01, 0.045)
    for rules in ((GAIN, LITTLE), (LITTLE, GAIN)):
        assert pointing([asked(little, *rules)], TODAY).points is Points.CHANGE
    bad = comparison(-0.05, -0.09, -0.01)
    assert pointing([asked(bad, LITTLE, HARM)], TODAY).points is Points.STOP


def test_of_equally_cautious_rules_the_first_declared_speaks() -> None:
    other = replace(HARM, text="another")
    found = pointing([asked(comparison(-0.05, -0.09, -0.01), other, HARM)], TODAY)
    assert found.because is not None
    assert found.because.criterion == other


def test_harm_on_a_measure_that_must_not_get_worse_stops_what_gains_elsewhere() -> None:
    beside = Judged("visits", MeasureRole.BALANCING, Polarity.LOWER, (HARM,), now=UP)
    assert pointing([asked(UP, GAIN), beside], TODAY).points is Points.STOP


def test_where_carrying_on_and_spreading_are_both_met_spreading_speaks() -> None:
    assert pointing([asked(UP, GAIN, SPREAD)], TODAY).points is Points.SPREAD


def test_spreading_takes_more_than_one_place_or_strong_evidence() -> None:
    assert isinstance(UP.outcome, Estimate)
    alone = replace(UP, outcome=replace(UP.outcome, test_areas=("a",)))
    held = pointing([asked(alone, SPREAD)], TODAY)
    assert (held.points, held.is_held_back) == (Points.CARRY_ON, True)
    strong = pointing([asked(replace(alone, grade=Grade.A), SPREAD)], TODAY)
    assert (strong.points, strong.is_held_back) == (Points.SPREAD, False)


def test_a_rule_for_spreading_that_is_held_back_does_not_silence_one_that_is_not() -> None:
    on_a_level = Criterion(Points.SPREAD, Compares.LEVEL_ABOVE, 0.7, "Most visits are made")
    found = pointing([replace(asked(UP, on_a_level, SPREAD), level=0.9)], TODAY)
    assert (found.points, found.because and found.because.criterion) == (Points.SPREAD, SPREAD)


def test_a_rule_for_spreading_that_rests_on_a_level_alone_is_held_back() -> None:
    each = Judged(
        "visits", MeasureRole.PROCESS, Polarity.HIGHER, (replace(SELDOM, points_to=Points.SPREAD),), level=0.1
    )
    assert pointing([each], TODAY).points is Points.CARRY_ON


def test_early_on_how_it_ran_decides() -> None:
    early = replace(judged(WIDE, look(1, None, due=date(2027, 1, 1))), criteria=(GAIN, LITTLE))
    assert pointing([early], TODAY).is_early
    ran_badly = Judged("visits", MeasureRole.PROCESS, Polarity.HIGHER, (SELDOM,), level=0.5)
    found = pointing([early, ran_badly], TODAY)
    assert (found.points, found.is_early) == (Points.CHANGE, True)
    assert not pointing([ran_badly], TODAY).is_early


def test_a_rule_that_spoke_at_a_look_stands_until_the_next_and_says_that_figures_came_since() -> None:
    later = comparison(0.0, -0.1, 0.1, periods=2)
    each = replace(asked(UP, GAIN), now=later)
    found = pointing([each], TODAY)
    assert (found.points, found.is_between) == (Points.CARRY_ON, True)
    assert found.next_look is not None
    assert found.next_look.periods == 2
    assert not pointing([asked(UP, GAIN)], TODAY).is_between


def test_figures_of_another_measure_are_none_that_came_since() -> None:
    spoke = asked(UP, GAIN)
    other = Judged("visits", MeasureRole.PROCESS, Polarity.HIGHER, (), now=comparison(0.0, -0.1, 0.1, periods=9))
    assert not pointing([spoke, other], TODAY).is_between
    assert not pointing([replace(spoke, now=None), other], TODAY).is_between


def test_it_is_not_early_once_one_rule_about_gain_has_been_asked() -> None:
    waits = replace(judged(WIDE, look(1, None)), criteria=(GAIN,))
    assert not pointing([waits, asked(WIDE, GAIN)], TODAY).is_early


def test_the_next_look_is_the_earliest_of_any_measure_with_a_rule_about_gain() -> None:
    soon, later = look(1, None), look(2, None)
    others = Judged("visits", MeasureRole.BALANCING, Polarity.LOWER, (HARM,), looks=(look(0, None),))
    measures = [replace(judged(WIDE, each), criteria=(GAIN,)) for each in (later, soon)]
    assert pointing([*measures, others], TODAY).next_look == soon


def test_without_rules_nothing_is_pointed_to() -> None:
    found = pointing([], TODAY)
    assert (found.points, found.because, found.rules, found.is_early, found.next_look) == (None, None, (), False, None)
