"""Which group may decide what, and whose chair confirms it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evaluation.model.decisions import Decision, Verdict
from evaluation.model.framework import Framework, Group
from evaluation.model.people import Actor, known_as
from evaluation.model.prototype import Prototype
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.words import VERDICTS


@dataclass(frozen=True, slots=True)
class Taker:
    """Another group, which decides what this one may not. `name` is empty where no group it reports to may."""

    verdict: Verdict
    group: str
    name: str


def group_of(programme: Programme, plan: Prototype, given: str | None) -> Group:
    """The group that decides: the one named, else the plan's, else the framework's first. Raises UsageError."""
    there = _groups(programme.framework_of(plan))
    group = given or plan.group or next(iter(there), "")
    if group not in there:
        raise UsageError(
            "We need to know which group decides.",
            [Problem("unknown-id", f'There is no group "{group}".', f"There is: {', '.join(there) or 'none yet'}.")],
        )
    return there[group]


def takers(programme: Programme, plan: Prototype) -> tuple[Taker, ...]:
    """What the plan's own group may not decide, each with the group that may."""
    there = _groups(programme.framework_of(plan))
    own = there.get(plan.group or next(iter(there), ""))
    return () if own is None else tuple(_takers(own, there))


def check_remit(programme: Programme, plan: Prototype, group: Group, verdict: Verdict) -> None:
    """Refuse what this group may not decide, with the name of the one that may. Raises UsageError."""
    there = _groups(programme.framework_of(plan))
    if _may(group, verdict, there):
        return
    taker = _taker(group, verdict, there)
    name = f"the {_bare(taker.name)}" if taker else "no group that it reports to"
    mend = f"Draft it for {name} (group {taker.id})." if taker else "Say in the framework which group decides this."
    raise UsageError(
        f"The {_bare(group.name)} may not decide this: {name} {'does' if taker else 'may either'}.",
        [Problem("other-body", f"{group.name} may not decide: {VERDICTS[verdict].lower()}.", mend)],
    )


def check_chair(programme: Programme, plan: Prototype, decision: Decision, actor: Actor) -> None:
    """Refuse a chair who is not that group's: names are not checked, so nobody confirms for another body.

    A group that names no chair takes anybody's word who says they chair it, if it is the
    plan's own; for another body it takes a sign-in.
    """
    group = _groups(programme.framework_of(plan)).get(decision.group)
    chair = group.chair if group else ""
    is_theirs = known_as(chair) == known_as(actor.name) if chair else decision.group == plan.group or actor.verified
    if is_theirs:
        return
    name = group.name if group else decision.group
    mend = f"Ask {chair}, who chairs it." if chair else "Its chair is not named in the framework: add the name there."
    raise UsageError(
        f"Only the chair of the {_bare(name)} confirms this decision.",
        [Problem("other-body", f"{actor.name} does not chair it.", mend)],
    )


def _takers(own: Group, there: Mapping[str, Group]) -> Iterator[Taker]:
    for verdict in Verdict:
        if not _may(own, verdict, there):
            taker = _taker(own, verdict, there)
            yield Taker(verdict, taker.id if taker else "", taker.name if taker else "")


def _may(group: Group, verdict: Verdict, there: Mapping[str, Group]) -> bool:
    """Coming back decides nothing; where no group says what it decides, every group may decide all."""
    is_said = any(each.decides for each in there.values())
    return verdict is Verdict.COME_BACK or not is_said or verdict.value in {one.value for one in group.decides}


def _taker(group: Group, verdict: Verdict, there: Mapping[str, Group]) -> Group | None:
    """The nearest group up the line that may decide this."""
    seen, up = {group.id}, there.get(group.reports_to or "")
    while up is not None and up.id not in seen:
        if _may(up, verdict, there):
            return up
        seen.add(up.id)
        up = there.get(up.reports_to or "")
    return None


def _groups(framework: Framework) -> dict[str, Group]:
    return {group.id: group for group in framework.groups}


def _bare(name: str) -> str:
    """The name after "the", which it may begin with itself."""
    return name.removeprefix("The ")
