"""What a comparison found, in a sentence and in a headline.

Which of the outcomes it is, `evaluation.model.results.finds` decides; the texts
are in `outcomes` and `refusals`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from evaluation.model.codes import Caution, Finds
from evaluation.model.comparisons import Comparison, StoredComparison, finds
from evaluation.model.measure import Measure
from evaluation.model.results import Estimate, Refusal
from evaluation.words import outcomes
from evaluation.words.capitals import capital
from evaluation.words.numbers import telling
from evaluation.words.refusals import refusal
from evaluation.words.trends import earlier_trends


def sentence(
    record: StoredComparison | Comparison,
    measure: Measure,
    *,
    rule_agreed_on: date | None = None,
    today: date | None = None,
    areas: Mapping[str, str] | None = None,
) -> str:
    """What was found, in full sentences.

    `rule_agreed_on` is the day of the rule that a harm meets; dates of the year of
    `today` leave it out; `areas` gives names for area codes.
    """
    comparison = _comparison(record)
    outcome = comparison.outcome
    if isinstance(outcome, Refusal):
        return refusal(outcome, areas)
    match outcome_of(record, measure):
        case Finds.DIFFERENCE:
            return f"{outcomes.difference(outcome, measure)}{_but(comparison, outcome, measure)}"
        case Finds.HARM:
            harm = outcomes.harm(outcome, measure, rule_agreed_on, today)
            return f"{harm}{_but(comparison, outcome, measure)}"
        case Finds.NO_WORTHWHILE_CHANGE:
            return outcomes.no_worthwhile_change(outcome, measure)
        case Finds.NOT_SETTLED:
            return outcomes.not_settled(outcome, measure)
        case Finds.NOT_ENOUGH_AREAS | Finds.CANNOT_SAY:
            return outcomes.not_enough_areas(outcome)


def headline(record: StoredComparison | Comparison, measure: Measure) -> str:
    """The finding as a title, without a full stop."""
    outcome = _comparison(record).outcome
    if isinstance(outcome, Refusal):
        return "We cannot work this out yet"
    told = telling(measure, outcome.effect.unit)
    match outcome_of(record, measure):
        case Finds.DIFFERENCE:
            apart = told.about(outcome.effect.value)
            return f"{capital(outcomes.level(outcome.effect, measure))}, {apart} {outcomes.EXPECTED}"
        case Finds.HARM:
            worse = outcomes.higher_or_lower(outcome.effect, measure)
            return f"{worse} than we would expect: {told.about(outcome.effect.value)}"
        case Finds.NO_WORTHWHILE_CHANGE:
            return outcomes.no_worthwhile_change(outcome, measure).partition(" (likely range")[0]
        case Finds.NOT_SETTLED:
            return f"The figures do not settle it: {told.range(outcome.effect.low, outcome.effect.high)}"
        case Finds.NOT_ENOUGH_AREAS | Finds.CANNOT_SAY:
            return "Not enough to tell a real change from usual ups and downs"


def range_sentence(record: StoredComparison | Comparison, measure: Measure) -> str:
    """`The likely range is 1 to 11 more.` Empty where there is no result."""
    outcome = _comparison(record).outcome
    if isinstance(outcome, Refusal):
        return ""
    told = telling(measure, outcome.effect.unit)
    return f"The likely range is {told.range(outcome.effect.low, outcome.effect.high)}."


def outcome_of(record: StoredComparison | Comparison, measure: Measure) -> Finds:
    """Which of the outcomes this is, for this measure."""
    comparison = _comparison(record)
    return finds(comparison.outcome, measure.polarity, measure.worthwhile, comparison.grade)


def _comparison(record: StoredComparison | Comparison) -> Comparison:
    return record.comparison if isinstance(record, StoredComparison) else record


def _but(comparison: Comparison, outcome: Estimate, measure: Measure) -> str:
    """What takes a claim back: the areas were not moving alike before."""
    if Caution.EARLIER_TRENDS_DIFFER not in (*comparison.cautions, *outcome.cautions):
        return ""
    return f" {earlier_trends(comparison, measure)} So we cannot say the prototype made the difference."
