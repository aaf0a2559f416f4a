"""Who may do what: one table, asked before each write."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from evaluation.model.people import Actor, Role
from evaluation.problems import Problem, UsageError


class Act(StrEnum):
    """The acts a role may or may not do; the value completes the sentence "may not ..."."""

    WRITE_NOTES = "add notes"
    ANSWER_QUESTIONS = "answer a learning question"
    BRING_IN_FIGURES = "bring in figures"
    BRING_IN_NOTES = "bring in notes from a form"
    DRAFT_DECISIONS = "draft a decision"
    CONFIRM_DECISIONS = "confirm a decision"
    REMOVE_TEXT = "remove text"
    CHOOSE_AREAS = "choose areas or draw lots"
    ANSWER_WARNINGS = "say what is being done about a warning"


_EVERYONE_WRITING: Final = frozenset({Act.WRITE_NOTES})
ROLES: Final[Mapping[Role, frozenset[Act]]] = {
    Role.MEMBER: _EVERYONE_WRITING | {Act.DRAFT_DECISIONS},
    Role.CHAIR: _EVERYONE_WRITING | {Act.DRAFT_DECISIONS, Act.CONFIRM_DECISIONS, Act.ANSWER_WARNINGS},
    Role.NOTE_TAKER: _EVERYONE_WRITING | {Act.DRAFT_DECISIONS, Act.BRING_IN_NOTES},
    Role.LEAD: _EVERYONE_WRITING | {Act.ANSWER_QUESTIONS, Act.BRING_IN_NOTES, Act.CHOOSE_AREAS, Act.ANSWER_WARNINGS},
    Role.SPONSOR: _EVERYONE_WRITING | {Act.ANSWER_QUESTIONS, Act.BRING_IN_NOTES, Act.CHOOSE_AREAS, Act.ANSWER_WARNINGS},
    Role.EVALUATOR: _EVERYONE_WRITING
    | {Act.ANSWER_QUESTIONS, Act.BRING_IN_FIGURES, Act.BRING_IN_NOTES, Act.CHOOSE_AREAS, Act.ANSWER_WARNINGS},
    Role.OFFICER: _EVERYONE_WRITING | {Act.BRING_IN_FIGURES, Act.BRING_IN_NOTES, Act.REMOVE_TEXT, Act.ANSWER_WARNINGS},
    Role.READER: frozenset(),
}


def may(actor: Actor | None, act: Act) -> bool:
    """Whether this person may do this: for a page that offers it. Whoever writes asks `acting`."""
    return actor is not None and act in ROLES[actor.role]


def acting(actor: Actor | None, act: Act) -> Actor:
    """The actor, who may do this. Raises UsageError where there is nobody, or their role may not."""
    if actor is None:
        raise UsageError(
            "Say who you are first.",
            [Problem("not-allowed", f"Nobody is named who could {act.value}.", "Give your name and your role.")],
        )
    if act not in ROLES[actor.role]:
        able = ", ".join(role.value for role, acts in ROLES.items() if act in acts)
        raise UsageError(
            f"A person in the role of {actor.role.value} may not {act.value}.",
            [
                Problem(
                    "not-allowed", f"{actor.name} may not {act.value}.", f"Ask someone in one of these roles: {able}."
                )
            ],
        )
    return actor
