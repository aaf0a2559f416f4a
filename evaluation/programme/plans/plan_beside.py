"""What stands beside a result about its plan: how it was changed since it was agreed, and the result under either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from evaluation.learning import plan_differences
from evaluation.model.measure import Measure
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.programme.decisions.rule_lines import rules_said
from evaluation.programme.handle import Programme
from evaluation.programme.plans.adapting import AdaptationLine, adaptation_lines
from evaluation.programme.plans.agreed_plan import PlanVersions, changes_between, plan_versions, taken_back_said, under
from evaluation.programme.releasing import release, release_comparison
from evaluation.programme.results.comparing import stored_comparison
from evaluation.programme.same_for_all import same_for_all
from evaluation.words import day, headline, sentence, strength
from evaluation.words.capitals import inside
from evaluation.words.situations import AS_AGREED_AGAIN, PLAN_UNEXPLAINED, plan_changed, plan_unexplained


@dataclass(frozen=True, slots=True)
class OtherResult:
    """What is found under another version of the plan; `version` as in "the plan as agreed on 5 March 2024".

    `rule` is what the rules of that version point to, where they ask about this measure;
    `is_alike` where both read as in the version that counts.
    """

    version: str
    headline: str
    sentence: str
    strength: str
    reference: Reference
    rule: str
    is_alike: bool


@dataclass(frozen=True, slots=True)
class PlanBeside:
    """How the plan behind a result was changed, each change a sentence; empty where it is as agreed, or never was.

    `others` are the results under another version, where they differ; `in_short` is all of
    it in a line. `adaptations` are what is done another way in places.
    """

    said: tuple[str, ...] = ()
    is_unexplained: bool = False
    others: tuple[OtherResult, ...] = ()
    in_short: str = ""
    adaptations: tuple[AdaptationLine, ...] = ()


@same_for_all
def plan_beside(programme: Programme, prototype: str, measure: str) -> Released[PlanBeside]:
    """The changes to the plan of a prototype, and one of its results under each version. Raises UsageError.

    A second comparison is made only where a change touches what is compared.
    """
    found = plan_versions(programme, prototype)
    declared = under(programme, found.in_force).measure(found.in_force, measure)
    results = tuple(_others(programme, found, declared))
    others = tuple(other for other, _ in results)
    beside = PlanBeside(
        said=_said(programme, found, shown=len(others)),
        is_unexplained=bool(found.unexplained),
        others=others,
        in_short=_in_short(found, others),
        adaptations=adaptation_lines(programme, prototype),
    )
    return release(programme, beside, hidden=sum(hidden for _, hidden in results), measures=[measure] if others else [])


def _others(programme: Programme, found: PlanVersions, measure: Measure) -> Iterator[tuple[OtherResult, int]]:
    """The result under each other version in which it is another, and how many figures in it are hidden."""
    versions = dict(_other_versions(found, measure))
    if not versions:
        return
    shown = stored_comparison(under(programme, found.in_force), found.in_force, measure).comparison
    as_shown, points_to = headline(shown, measure), _rule(programme, found.in_force, measure)
    for name, plan in versions.items():
        theirs = under(programme, plan)
        judged = theirs.measure(plan, measure.id)
        record, rule = stored_comparison(theirs, plan, judged), _rule(programme, plan, measure)
        released = release_comparison(theirs, record)
        said = headline(released.content, judged)
        if record.comparison == shown and (said, rule) == (as_shown, points_to):
            continue
        other = OtherResult(
            version=name,
            headline=said,
            sentence=sentence(released.content, judged),
            strength=strength(record.comparison.grade),
            reference=record.reference,
            rule=rule,
            is_alike=(said, rule) == (as_shown, points_to),
        )
        yield other, released.stamps.hidden


def _rule(programme: Programme, plan: Prototype, measure: Measure) -> str:
    """What the rules of a version of the plan point to; empty where none hangs on this measure."""
    hang_on_it = any(used.criteria for used in plan.measures if used.measure == measure.id)
    return rules_said(under(programme, plan), plan).headline if hang_on_it else ""


def _other_versions(found: PlanVersions, measure: Measure) -> Iterator[tuple[str, Prototype]]:
    """The plan as agreed and as it reads now, where what is compared differs from the version that counts."""
    if not found.versions:
        return
    now = [("the plan as it reads now", found.declared)] if found.unexplained else []
    for name, plan in ((_named(found, 0), found.versions[0]), *now):
        looks_at_it = measure.id in {used.measure for used in plan.measures}
        if looks_at_it and any(each.is_compared for each in plan_differences(plan, found.in_force)):
            yield name, plan


def _said(programme: Programme, found: PlanVersions, *, shown: int) -> tuple[str, ...]:
    """A sentence for each change: when, what and the reason given; then what nobody has given a reason for."""
    if found.known is None:
        return taken_back_said(found)
    said = [*taken_back_said(found)]
    said += [
        f"{plan_changed(change.noun.on, '; '.join(changes_between(programme, before, after)), both=False)}"
        f' The reason given: "{change.noun.why}"'
        for change, (before, after) in zip(found.known.changes, pairwise(found.versions), strict=True)
    ]
    if found.known.changes and not found.unexplained and not plan_differences(found.versions[0], found.declared):
        said.append(AS_AGREED_AGAIN)
    if found.unexplained:
        said.append(plan_unexplained("; ".join(changes_between(programme, found.versions[-1], found.declared))))
    if shown:
        every = "both results" if shown == 1 else "every result"
        said.append(f"We show {every}. The first is under {_named(found, len(found.versions) - 1)}.")
    return tuple(said)


def _named(found: PlanVersions, number: int) -> str:
    """A version by its day: the one that was agreed, or after a numbered change."""
    if found.known is None:
        return ""
    if number == 0:
        return f"the plan as agreed on {day(found.known.agreement.noun.on)}"
    return f"the plan as changed on {day(found.known.changes[number - 1].noun.on)}"


def _in_short(found: PlanVersions, others: tuple[OtherResult, ...]) -> str:
    """That it was changed, and what is found under each other version: short enough for the meeting."""
    if found.known is None or not (found.known.changes or found.unexplained):
        return ""
    last = [f"The plan was changed on {day(change.noun.on)}" for change in found.known.changes]
    said = PLAN_UNEXPLAINED if found.unexplained else last[-1]
    return " ".join((f"{said}.", *(f"{_as(other)}, {_finding(other)}." for other in others)))


def _as(other: OtherResult) -> str:
    """`As agreed on 5 March 2024`."""
    return f"As{other.version.removeprefix('the plan as')}"


def _finding(other: OtherResult) -> str:
    return "the finding is the same" if other.is_alike else f"we find: {inside(other.headline)}"
