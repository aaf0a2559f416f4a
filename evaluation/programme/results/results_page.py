"""One comparison as it is shown: sentence, range, strength, pictures, checks, and the method folded away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation import store
from evaluation.model.codes import CheckState, Reason
from evaluation.model.comparisons import Check, Comparison, StoredComparison
from evaluation.model.framework import Event, Framework
from evaluation.model.measure import Measure
from evaluation.model.places import parse_notation
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.model.results import Estimate, Refusal
from evaluation.programme.figures.corrected import corrected_on
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.figures.places_said import places_joined
from evaluation.programme.handle import Programme
from evaluation.programme.plans.agreed_plan import judged_by
from evaluation.programme.releasing import carry, release_comparison
from evaluation.programme.results.beside import beside, cost_line
from evaluation.programme.results.comparing import stored_comparison
from evaluation.programme.results.drawing import Drawn, Pictures, pictures
from evaluation.programme.results.instead import Instead, instead
from evaluation.programme.same_for_all import same_for_all
from evaluation.words import (
    CheckLine,
    caution,
    check_line,
    checks_headline,
    children_a_year,
    counted,
    day,
    headline,
    method_lines,
    number,
    range_sentence,
    reach,
    said_once,
    sentence,
    specification_line,
    strength,
    stronger,
    weaknesses,
)
from evaluation.words.corrections import corrected_since
from evaluation.words.dates import since
from evaluation.words.situations import left_out_before, no_results

ORDER: Final = (CheckState.FAILED, CheckState.INFORMS, CheckState.PASSED)


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What the page Results shows of one measure of one prototype.

    `further` is what the sentence says beyond the headline, `weakened` what was found that
    makes the evidence weaker and `cautions` what must be known beyond that; `facts` and `method` are
    pairs of words, `specifications` the other fair ways of comparing: name, why, what
    each gives. Where there is no result `pictures` is None and `need` says what would
    be needed; where there is nothing to compare with, `instead` is what was seen in the
    test areas.
    """

    reference: Reference
    prototype: str
    prototype_name: str
    measure: str
    measure_name: str
    where: str
    question: str
    headline: str
    sentence: str
    further: str
    range: str
    strength: str
    why: str
    weakened: tuple[str, ...]
    stronger: str
    facts: tuple[tuple[str, str], ...]
    cautions: tuple[str, ...]
    checks_headline: str
    checks: tuple[CheckLine, ...]
    pictures: Pictures | None
    method: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    need: str
    specifications: tuple[tuple[str, str, str], ...] = ()
    instead: Instead | None = None


@same_for_all
def results_page(programme: Programme, prototype: str, measure: str) -> Released[ResultPage]:
    """The page of one measure, under the plan that counts. Raises UsageError.

    Works the comparison out where it was not worked out before.
    """
    programme = judged_by(programme, prototype)
    plan = programme.prototype(prototype)
    declared = programme.measure(plan, measure)
    record = stored_comparison(programme, plan, declared)
    released = release_comparison(programme, record)
    return carry(released, _page(programme, plan, declared, released, _hidden(record, released.content)))


def agreed_on(plan: Prototype, measure: Measure) -> date | None:
    """When the rules on this measure were agreed: the latest date any of them carries."""
    dates = [
        criterion.agreed_on
        for used in plan.measures
        if used.measure == measure.id
        for criterion in used.criteria
        if criterion.agreed_on
    ]
    return max(dates, default=plan.agreed_on)


def _page(
    programme: Programme,
    plan: Prototype,
    measure: Measure,
    released: Released[StoredComparison],
    hidden: frozenset[str],
) -> ResultPage:
    record, framework = released.content, programme.framework_of(plan)
    outcome = record.comparison.outcome
    names = gazetteer_of(programme, framework).called
    today = (programme.as_at or programme.clock()).date()
    sources = _sources(programme, framework, measure, record)
    title, weakened = headline(record, measure), weaknesses(record.comparison)
    drawn = Drawn(plan, measure, names, _events(framework, plan), sources[0], hidden)
    found = sentence(record, measure, rule_agreed_on=agreed_on(plan, measure), today=today, areas=names)
    return ResultPage(
        reference=record.reference,
        prototype=plan.id,
        prototype_name=plan.name,
        measure=measure.id,
        measure_name=measure.name,
        where=plan.where,
        question=next((question.text for question in plan.questions if question.measure == measure.id), ""),
        headline=title,
        sentence=found,
        further=_beyond(title, found, outcome),
        range=_range(record, measure),
        strength=strength(record.comparison.grade),
        why=reach(record.comparison),
        weakened=weakened,
        stronger=stronger(record.comparison),
        facts=_facts(plan, record, measure),
        cautions=(
            *_corrected(programme, record),
            *(said for said in map(caution, said_once(record.comparison.cautions)) if said not in weakened),
            *_under_one_definition(record.comparison, measure),
        ),
        checks_headline=checks_headline(record.comparison),
        checks=tuple(check_line(check, measure, names) for check in _worst_first(record.comparison.checks)),
        pictures=_pictures(released, drawn),
        method=(
            *method_lines(record.comparison),
            *places_joined(programme, plan, measure, outcome),
            *beside(programme, plan, measure, record),
        ),
        sources=sources,
        need=outcome.need.rstrip(".") if isinstance(outcome, Refusal) else "",
        specifications=tuple(specification_line(other, measure, names) for other in record.comparison.specifications),
        instead=None if _is_compared(outcome) else instead(programme, drawn, outcome),
    )


def _under_one_definition(comparison: Comparison, measure: Measure) -> tuple[str, ...]:
    """Since when it has been measured differently, where figures from before were left out for it."""
    outcome = comparison.outcome
    told = {check.name: check.note for check in comparison.checks}
    if isinstance(outcome, Refusal) or told.get("break-in-definition") != "outside":
        return ()
    first = parse_notation(outcome.periods_before[0], measure.periods).start
    earlier = [changed.on for changed in measure.breaks if changed.on <= first]
    return (left_out_before(measure.name, since(max(earlier), measure.periods)),) if earlier else ()


def _beyond(title: str, found: str, outcome: Estimate | Refusal) -> str:
    """What is left of the sentence where its first words say what the title says; else all of it.

    Before the first figures there is more to say than that there are none.
    """
    if isinstance(outcome, Refusal) and outcome.reason is Reason.NO_FIGURES:
        return no_results()
    at = found.casefold().find(f"{title}. ".casefold())
    return found[at + len(title) + 2 :] if at >= 0 else found


def _pictures(released: Released[StoredComparison], drawn: Drawn) -> Pictures | None:
    outcome = released.content.comparison.outcome
    return pictures(released, outcome, drawn) if isinstance(outcome, Estimate) else None


def _worst_first(checks: Sequence[Check]) -> list[Check]:
    """What failed, what only informs, what held; each in the order it was checked."""
    return sorted(checks, key=lambda check: ORDER.index(check.state))


def _is_compared(outcome: Estimate | Refusal) -> bool:
    """Whether test areas were compared with others, and not only with their own past."""
    return isinstance(outcome, Estimate) and bool(outcome.comparison_areas)


def _corrected(programme: Programme, record: StoredComparison) -> tuple[str, ...]:
    """What stands with a result shown as it was known before its figures were corrected; today's is the latest."""
    on = None if programme.as_at is None else corrected_on(programme, record)
    return () if on is None else (corrected_since(on),)


def _range(record: StoredComparison, measure: Measure) -> str:
    """The likely range, and how many children a year the difference comes to."""
    outcome = record.comparison.outcome
    a_year = children_a_year(outcome, measure) if isinstance(outcome, Estimate) else ""
    return " ".join(part for part in (range_sentence(record, measure), f"That is {a_year}." if a_year else "") if part)


def _facts(plan: Prototype, record: StoredComparison, measure: Measure) -> tuple[tuple[str, str], ...]:
    """The few facts beside the range picture."""
    outcome = record.comparison.outcome
    facts = [("Strength", strength(record.comparison.grade))]
    if isinstance(outcome, Estimate):
        effect = outcome.effect
        if effect.numerator is not None and effect.denominator is not None:
            many = f"{number(effect.numerator)} of {number(effect.denominator)} {measure.counted}"
            facts.append(("How many", many))
        facts.append(("Test areas", number(len(outcome.test_areas))))
        facts.append(("Compared with", counted(len(outcome.comparison_areas), "area")))
        facts.append(("Periods since the start", number(len(outcome.periods_after))))
        if cost := cost_line(plan, measure, outcome):
            facts.append(("What it cost", cost))
    return tuple(facts)


def _sources(programme: Programme, framework: Framework, measure: Measure, record: StoredComparison) -> tuple[str, ...]:
    """Where the figures come from: the source, then each file that brought some."""
    stream = framework.stream(measure.stream)
    files = [store.get(programme.store, batch) for batch in record.batches]
    brought = [
        f"{row.noun.file}, brought in on {day(row.recorded_at.date())} ({row.reference})" for row in files if row
    ]
    asked = (f'Families were asked: "{measure.survey.question}".',) if measure.survey else ()
    return (f"Source: {stream.name}, {stream.owner}.", *asked, *brought)


def _events(framework: Framework, plan: Prototype) -> tuple[Event, ...]:
    """What happened to everyone, or to the test areas, and may explain a change."""
    concerned = set(plan.test_areas)
    return tuple(
        event for event in (*framework.events, *plan.events) if not event.areas or concerned & set(event.areas)
    )


def _hidden(record: StoredComparison, protected: StoredComparison) -> frozenset[str]:
    """The periods whose figure was there and is now hidden to protect privacy."""
    before, after = record.comparison.outcome, protected.comparison.outcome
    if isinstance(before, Refusal) or isinstance(after, Refusal):
        return frozenset()
    return frozenset(
        old.period
        for old, new in zip(before.series, after.series, strict=True)
        if old.observed is not None and new.observed is None
    )
