"""The plan of a prototype as the page Prototypes tells it: who agreed it, and each change since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.plans.adapting import AdaptationLine, adaptation_lines
from evaluation.programme.plans.agreed_by_mistake import why_not_taken_back
from evaluation.programme.plans.agreed_plan import (
    PlanVersions,
    agreed_said,
    called,
    changes_between,
    plan_versions,
    taken_back_said,
)
from evaluation.programme.releasing import release
from evaluation.words import counted, day


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version of the plan: `As agreed` or `Change 1`, when, by whom, why, and what changed, each a clause."""

    name: str
    on: str
    who: str
    why: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreedPage:
    """What was agreed of a plan. `unexplained` are the changes nobody has given a reason for, each a clause.

    `on_paper` says who agreed it before it was agreed here; `test_areas` are pairs of code and name.
    `taken_back` are the agreements that were a mistake, each a sentence; `stands` says why the one
    there is cannot be taken back, empty where it can, None where there is none.
    """

    prototype: str
    headline: str
    sponsor: str
    is_agreed: bool
    on_paper: str
    versions: tuple[VersionLine, ...]
    unexplained: tuple[str, ...]
    adaptations: tuple[AdaptationLine, ...]
    test_areas: tuple[tuple[str, str], ...]
    taken_back: tuple[str, ...] = ()
    stands: str | None = None


def agreed_page(programme: Programme, prototype: str) -> Released[AgreedPage]:
    """The versions of a plan and what is done another way in places. Raises UsageError."""
    found = plan_versions(programme, prototype)
    plan, names = found.declared, called(programme, found.declared)
    page = AgreedPage(
        prototype=plan.id,
        headline=_headline(found),
        sponsor=plan.sponsor,
        is_agreed=found.known is not None,
        on_paper="" if found.known else agreed_said(found),
        versions=tuple(_versions(programme, found)),
        unexplained=changes_between(programme, found.versions[-1], plan) if found.unexplained else (),
        adaptations=adaptation_lines(programme, plan.id),
        test_areas=tuple((code, names.get(code, code)) for code in plan.test_areas),
        taken_back=taken_back_said(found),
        stands=why_not_taken_back(programme, found) if found.known else None,
    )
    return release(programme, page)


def _headline(found: PlanVersions) -> str:
    """How the plan stands, as a finding."""
    if found.known is None:
        back = f", the agreement was taken back on {day(found.taken_back[-1][1].noun.on)}" if found.taken_back else ""
        return f"The plan: not agreed here yet{back}"
    if found.unexplained:
        return "The plan: changed after it was agreed, and nobody has said why"
    agreed = f"The plan: agreed on {day(found.known.agreement.noun.on)}"
    changes = len(found.known.changes)
    return f"{agreed}, {counted(changes, 'change')} since" if changes else f"{agreed}, not changed since"


def _versions(programme: Programme, found: PlanVersions) -> Iterator[VersionLine]:
    if found.known is None:
        return
    agreed = found.known.agreement
    yield VersionLine("As agreed", day(agreed.noun.on), agreed.actor.name, "")
    for change, (before, after) in zip(found.known.changes, pairwise(found.versions), strict=True):
        yield VersionLine(
            name=f"Change {change.noun.number}",
            on=day(change.noun.on),
            who=change.actor.name,
            why=change.noun.why,
            changed=changes_between(programme, before, after),
        )
