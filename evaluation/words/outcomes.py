"""The sentence of each outcome, made with the measure's own words."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from evaluation.model.codes import Unit
from evaluation.model.comparisons import FEWEST_BESIDE_ONE
from evaluation.model.measure import Measure, Polarity
from evaluation.model.places import PeriodKind
from evaluation.model.results import Effect, Estimate
from evaluation.words.capitals import capital
from evaluation.words.dates import day
from evaluation.words.numbers import about, counted, hold, telling

EXPECTED: Final = "than we would expect without the prototype"
# With fewer comparison areas than this the evidence only describes (the ladder's last rows).
FEWEST_BESIDE_SEVERAL: Final = 4
# Where a measure's name goes on after its noun; not between numbers, as in "2 to 2½ year reviews".
_AFTER_THE_NOUN: Final = re.compile(r"(?<=[a-z]) (?:at|by|from|in|made|of|on|to|who|with) ")
# "Babies who", but "reviews that"; of families either is said.
_PEOPLE: Final = frozenset({"babies", "carers", "children", "fathers", "mothers", "parents", "people", "women"})
_PERIODS_A_YEAR: Final = {
    PeriodKind.MONTH: 12,
    PeriodKind.QUARTER: 4,
    PeriodKind.CALENDAR_YEAR: 1,
    PeriodKind.FINANCIAL_YEAR: 1,
    PeriodKind.ACADEMIC_YEAR: 1,
}


def difference(outcome: Estimate, measure: Measure) -> str:
    """A difference: the level, how far from what we would expect, the range, and what that is a year."""
    effect, told = outcome.effect, telling(measure, outcome.effect.unit)
    a_year = children_a_year(outcome, measure)
    return (
        f"In the test areas {level(effect, measure)}, {told.about(effect.value)} {EXPECTED}. "
        f"The likely range is {told.range(effect.low, effect.high)}{f'; that is {a_year}' if a_year else ''}."
    )


def harm(outcome: Estimate, measure: Measure, rule_agreed_on: date | None, today: date | None) -> str:
    """A difference for the worse; and the rule that it meets, where there is one."""
    effect, told = outcome.effect, telling(measure, outcome.effect.unit)
    worse = f"{told.about(effect.value)} (likely range {told.bounds(effect.low, effect.high)})"
    found = f"{higher_or_lower(effect, measure)} in the test areas than we would expect: {worse}."
    if rule_agreed_on is None:
        return found
    return f"{found} The rule agreed on {day(rule_agreed_on, today)} says the group must look at this now."


def no_worthwhile_change(outcome: Estimate, measure: Measure) -> str:
    """The range rules a worthwhile gain out; where it does not rule a loss of that size out, less is said."""
    effect, told = outcome.effect, telling(measure, outcome.effect.unit)
    wanted = measure.worthwhile or 0
    spread = told.range(effect.low, effect.high)
    if max(abs(effect.low), abs(effect.high)) < wanted:
        found = (
            f"{capital(measure.name)} changed about as much in the test areas as elsewhere (likely range: {spread})."
        )
    else:
        found = f"The test areas did no better than the others (likely range: {spread})."
    gain = "fall" if measure.polarity is Polarity.LOWER else "gain"
    return f"{found} A {gain} of {told.size(wanted)}, which the group wanted, is unlikely."


def not_settled(outcome: Estimate, measure: Measure) -> str:
    """The range holds both no change and a worthwhile one."""
    effect, told = outcome.effect, telling(measure, outcome.effect.unit)
    return (
        f"The test areas {_leaning(effect, measure)}, but the likely range runs from "
        f"{told.range(effect.low, effect.high)}. The figures do not settle it either way."
    )


def not_enough_areas(outcome: Estimate) -> str:
    """Too few areas for any claim; or enough of them, and too much that speaks against one."""
    test, beside = len(outcome.test_areas), len(outcome.comparison_areas)
    needed = FEWEST_BESIDE_ONE if test == 1 else FEWEST_BESIDE_SEVERAL
    if beside >= needed:
        return (
            "The figures describe what happened, but too much speaks against them "
            "to tell a real change from usual ups and downs."
        )
    tried = f"Only {counted(test, 'area')} tried this, with "
    compared = (
        f"{hold(f'{beside:,}')} to compare {'it' if test == 1 else 'them'} with" if beside else "none to compare with"
    )
    return (
        f"{tried}{compared}. That is too few to tell a real change from usual ups and downs; "
        f"we would need at least {counted(needed, 'comparison area')}."
    )


def level(effect: Effect, measure: Measure) -> str:
    """The level after the start: `74 in every 100 reviews were on time`."""
    shown = telling(measure, effect.unit).level(effect.observed)
    if effect.unit is Unit.NUMBER:
        return f"{measure.counted} {measure.that}, {hold(f'on average {shown}')}"
    return f"{shown} {measure.counted} {measure.that}"


def those(measure: Measure) -> str:
    """What is counted, as a noun: `babies who were breastfed at 6 to 8 weeks`, `reviews that were on time`."""
    counted = measure.counted
    if " who " in counted:
        return f"{counted} and {measure.that}"
    return f"{counted} {'who' if counted.split()[0] in _PEOPLE else 'that'} {measure.that}"


def higher_or_lower(effect: Effect, measure: Measure) -> str:
    """`Breastfeeding at 6 to 8 weeks is lower`, `2 to 2½ year reviews on time are higher`."""
    head = _AFTER_THE_NOUN.split(measure.name)[0]
    verb = "are" if head.endswith("s") and not head.endswith("ss") else "is"
    return f"{capital(measure.name)} {verb} {'higher' if effect.value > 0 else 'lower'}"


def children_a_year(outcome: Estimate, measure: Measure) -> str:
    """`about 40 children a year`: the effect on as many as are counted in a year.

    Empty where there are no counts, the length of a period is not fixed, or it comes to less than one.
    """
    effect, periods = outcome.effect, _PERIODS_A_YEAR.get(measure.periods)
    if effect.unit is Unit.NUMBER or not effect.numerator or not effect.observed or periods is None:
        return ""
    # numerator / observed is out of how many, on whatever base the level stands
    many = abs(effect.value) * effect.numerator / effect.observed * periods / len(outcome.periods_after)
    return hold(f"about {about(many)} {measure.people} a year") if many >= 1 else ""


def _leaning(effect: Effect, measure: Measure) -> str:
    """Which way the middle of an unsettled range leans."""
    if telling(measure, effect.unit).size(effect.value).startswith(("less", "0")):
        return "did about as well as the others"
    little = "a little " if measure.worthwhile is None or abs(effect.value) < measure.worthwhile else ""
    if measure.polarity is Polarity.NEITHER:
        return f"came out {little}{'higher' if effect.value > 0 else 'lower'}"
    is_better = (effect.value > 0) is (measure.polarity is Polarity.HIGHER)
    return f"did {little}{'better' if is_better else 'worse'}"
