"""How all stands that answers to a group, of whichever programme: for its chair, and for whoever that reports to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from evaluation.learning import Beneath, beneath, in_tree_order, promised_beneath, question_standings, roll_up
from evaluation.model.framework import Group
from evaluation.model.prototype import Prototype
from evaluation.programme.overview.part import Part, PartTable, Scope, nothing_yet, sentences, short_name, table_of
from evaluation.words import counted, day
from evaluation.words.around import COMMITMENTS
from evaluation.words.programme import named, stands

TITLE: Final = "How things stand beneath each group"
_COLUMNS: Final = ("Questions", "Last decided", "To confirm or look at again", "Commitments open", "Overdue")


def standing(scope: Scope) -> Part:
    """One line a group: the groups and prototypes beneath it, and how they stand together; then each prototype."""
    known = scope.framework.groups
    names = {group.id for group in known}
    plans = (*scope.plans, *(plan for plan in scope.others if plan.group in names))
    if not known or not plans:
        return nothing_yet("standing", TITLE)
    loose = [short_name(plan) for plan in scope.plans if plan.group not in names]
    told = sentences(named("These prototypes answer to no group", loose))
    return _part(scope, TITLE, told, [group for group, _ in in_tree_order(known)], plans)


def standing_of(scope: Scope, group: Group) -> Part:
    """The same for one group and what is beneath it: what its chair reports upwards."""
    ids = (group.id, *beneath(group.id, scope.framework.groups))
    by_id = {one.id: one for one in scope.framework.groups}
    groups = [by_id[one] for one in ids]
    plans = _plans(scope, ids)
    part = _part(scope, f"What {group.name} answers for", (), groups, plans)
    promised = _promised(scope, plans, ids)
    return replace(part, tables=(*part.tables, promised)) if promised.table.rows else part


def _part(
    scope: Scope, title: str, told: tuple[str, ...], groups: Sequence[Group], plans: tuple[Prototype, ...]
) -> Part:
    ids = {group.id for group in groups}
    late = _roll_up(scope, plans, ids).overdue
    found = f"{counted(late, 'commitment')} overdue"
    tables = (_by_group(scope, groups), _by_prototype(scope, plans))
    return Part("standing", title, found, told, tuple(each for each in tables if each.table.rows))


def _by_group(scope: Scope, groups: Sequence[Group]) -> PartTable:
    rows = []
    for group in groups:
        below = beneath(group.id, scope.framework.groups)
        ids = (group.id, *below)
        plans = _plans(scope, ids)
        cells = _cells(_roll_up(scope, plans, ids))
        rows.append((group.name, str(len(below) or "none"), str(len(plans) or "none"), *cells))
    return table_of(scope, ["Group", "Groups beneath", "Prototypes", *_COLUMNS], rows, "Group by group")


def _by_prototype(scope: Scope, plans: tuple[Prototype, ...]) -> PartTable:
    names = {group.id: group.name for group in scope.framework.groups}
    rows = [
        (short_name(plan), names.get(plan.group or "", "no group"), *_cells(_roll_up(scope, (plan,), ())))
        for plan in plans
    ]
    return table_of(scope, ["Prototype", "Answers to", *_COLUMNS], rows, "Prototype by prototype")


def _promised(scope: Scope, plans: Sequence[Prototype], groups: Collection[str]) -> PartTable:
    """What is promised and not done yet, by the day it is due."""
    names = {plan.id for plan in plans}
    found = promised_beneath(names, groups, scope.known.decisions, scope.commitments, scope.today)
    rows = [
        (each.commitment.what, each.commitment.owner, day(each.commitment.due), COMMITMENTS[each.state])
        for each in found
        if each.is_outstanding
    ]
    return table_of(scope, ["What", "Who", "By", "State"], rows, "Promised and not done yet")


def _plans(scope: Scope, groups: Collection[str]) -> tuple[Prototype, ...]:
    return tuple(plan for plan in (*scope.plans, *scope.others) if plan.group in groups)


def _roll_up(scope: Scope, plans: Sequence[Prototype], groups: Collection[str]) -> Beneath:
    """These prototypes and groups together; a commitment or decision of several of them counts once."""
    known = scope.known
    questions = [
        one
        for plan in plans
        for one in question_standings(plan, known.answers, known.entries, scope.today, known.decisions)
    ]
    ids = {plan.id for plan in plans}
    return roll_up(ids, groups, questions, known.decisions, scope.commitments, scope.today)


def _cells(found: Beneath) -> tuple[str, ...]:
    again = sentences(
        f"{counted(found.drafts, 'draft')}" if found.drafts else "",
        f"{found.look_again} to look at again" if found.look_again else "",
    )
    return (
        stands(found.answered, found.open, found.both_ways, found.overdue_questions),
        day(found.last_decided) if found.last_decided else "not yet",
        ", ".join(again) or "none",
        str(found.outstanding or "none"),
        str(found.overdue or "none"),
    )
