"""The programme: what it is for, what is tried where, who decides; worked out on each look from the plan and the notes.

Where a folder holds several programmes, one is chosen; what they share is shown in each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evaluation import store
from evaluation.model.framework import Framework
from evaluation.model.in_use import in_use
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.programme.by_name import by_name
from evaluation.programme.days import today
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.overview import PARTS, Part, Scope, standing_of
from evaluation.programme.releasing import release
from evaluation.words.programme import phase_now

# No framework is without outcomes.
_ALWAYS: Final = frozenset({"outcomes"})


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """One programme: what it is, its phase now, and its parts under their headings.

    `choices` are the programmes of the folder, `groups` the groups of this one, each an id
    and a name. `shares` names the programmes whose common ground is this one's too.
    """

    id: str
    name: str
    about: str
    now: str
    shares: tuple[str, ...]
    parts: tuple[tuple[str, tuple[Part, ...]], ...]
    choices: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]

    @property
    def is_said(self) -> bool:
        """Whether the programme says more of itself than any has to: its outcomes, and what it measures."""
        return any(part.tables and part.id not in _ALWAYS for _, parts in self.parts for part in parts)

    @property
    def unsaid(self) -> tuple[Part, ...]:
        """The parts of which the programme says nothing yet."""
        return tuple(part for _, parts in self.parts for part in parts if not part.tables)


def programme_page(programme: Programme, framework: str = "") -> Released[ProgrammePage]:
    """A programme of the folder, the first where none is named. Raises UsageError where there is none of this id."""
    frameworks = programme.declarations.frameworks
    scope = _scope(programme, framework)
    names = {one.id: one.name for one in frameworks}
    page = ProgrammePage(
        id=scope.framework.id,
        name=scope.framework.name,
        about=scope.framework.about,
        now=phase_now(scope.framework.phases, scope.today),
        shares=tuple(names[one] for one in scope.framework.shares if one in names),
        parts=tuple((heading, tuple(part(scope) for part in parts)) for heading, parts in PARTS),
        choices=tuple(names.items()),
        groups=tuple((group.id, group.name) for group in scope.framework.groups),
    )
    return release(programme, page)


def roll_up_page(programme: Programme, group: str, framework: str = "") -> Released[Part]:
    """What the chair of a group answers for. Raises UsageError where there is no such group."""
    scope = _scope(programme, framework)
    of = by_name("group", group, {one.id: one for one in scope.framework.groups})
    return release(programme, standing_of(scope, of))


def _scope(programme: Programme, framework: str) -> Scope:
    now, chosen = today(programme), _chosen(programme, framework)
    plans = [plan for plan in programme.declarations.prototypes if in_use(plan, now)]
    return Scope(
        framework=chosen,
        plans=tuple(plan for plan in plans if plan.framework == chosen.id),
        known=history(programme),
        commitments=store.rows(programme.store, Kind.COMMITMENT, as_at=programme.as_at),
        today=now,
        others=tuple(plan for plan in plans if plan.framework != chosen.id),
    )


def _chosen(programme: Programme, framework: str) -> Framework:
    if not framework:
        return programme.opening_framework
    return by_name("programme", framework, {one.id: one for one in programme.declarations.frameworks})
