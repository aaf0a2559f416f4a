"""The groups: who reports to whom, who chairs, how often they meet and last decided, and what each may decide."""

from __future__ import annotations

from datetime import date
from typing import Final

from evaluation.learning import in_tree_order, next_meeting
from evaluation.model.framework import Group
from evaluation.programme.overview.part import Part, Scope, nothing_yet, sentences, table_of
from evaluation.words import POINTS, day
from evaluation.words.programme import due_again, missing, named
from evaluation.words.streams import CADENCES

TITLE: Final = "Groups"
REMITS: Final = "What each group is for, and may decide"
_INDENT: Final = "\N{EM DASH} "  # a mark, not spaces: it is read out, and survives in a file


def groups(scope: Scope) -> Part:
    """The groups as a tree: each stands below the one it reports to."""
    known = scope.framework.groups
    if not known:
        return nothing_yet("groups", TITLE)
    names = {group.id: group.name for group in known}
    last = {group.id: last_decided(scope, group) for group in known}
    late = [group.name for group in known if _is_late(group, last[group.id], scope.today)]
    rows = [
        (
            f"{_INDENT * depth}{group.name}",
            group.chair or "not said",
            CADENCES[group.cadence] if group.cadence else "not said",
            names.get(group.reports_to or "", "nobody here"),
            _said(last[group.id]),
            _next(group, last[group.id], scope.today),
        )
        for group, depth in in_tree_order(known)
    ]
    return Part(
        "groups",
        TITLE,
        missing(len(late), len(known), "group", "no decision since it was last due to meet"),
        sentences(named("No decision was confirmed since these were last due to meet", late)),
        (table_of(scope, ["Group", "Chair", "Meets", "Reports to", "Last decided", "Due again"], rows),),
    )


def remits(scope: Scope) -> Part:
    """What each group is for, what it may decide, who its members are."""
    known = [group for group, _ in in_tree_order(scope.framework.groups)]
    if not any(group.terms_of_reference or group.may_decide or group.members for group in known):
        return nothing_yet("remits", REMITS)
    silent = [group.name for group in known if not (group.may_decide or group.decides)]
    rows = [
        (group.name, group.terms_of_reference or "not said", _may_decide(group), "; ".join(group.members) or "not said")
        for group in known
    ]
    return Part(
        "remits",
        REMITS,
        missing(len(silent), len(known), "group", "no list of what it may decide"),
        sentences(named("It is not said what these may decide", silent)),
        (table_of(scope, ["Group", "What it is for", "What it may decide", "Members"], rows),),
    )


def last_decided(scope: Scope, group: Group) -> date | None:
    """The day of the last confirmed decision of a group; one that was replaced was taken all the same."""
    days = (
        each.decision.on
        for each in scope.known.decisions
        if each.decision.group == group.id and each.confirmed_on is not None
    )
    return max(days, default=None)


def _is_late(group: Group, last: date | None, today: date) -> bool:
    return bool(group.cadence and last and next_meeting(last, group.cadence) < today)


def _next(group: Group, last: date | None, today: date) -> str:
    return due_again(next_meeting(last, group.cadence), today) if group.cadence and last else "not known"


def _said(last: date | None) -> str:
    return day(last) if last else "nothing decided here yet"


def _may_decide(group: Group) -> str:
    """In its own words; and which of the four words it may say of a prototype, where that is named."""
    four = f"Of a prototype: {', '.join(POINTS[one] for one in group.decides)}" if group.decides else ""
    return "; ".join((*group.may_decide, *sentences(four))) or "not said"
