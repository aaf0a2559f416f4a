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
    GUESS = "guess beforehand"
    ANSWER_QUESTIONS = "answer a learning question"
    WEIGH_EVIDENCE = "say what speaks for or against a step"
    CHANGE_OTHERS_EVIDENCE = "correct or take back what somebody else said of a step"
    BRING_IN_FIGURES = "bring in figures"
    BRING_IN_NOTES = "bring in notes from a form"
    DRAFT_DECISIONS = "draft a decision"
    CONFIRM_DECISIONS = "confirm a decision"
    REMOVE_TEXT = "remove text"
    CHOOSE_AREAS = "choose areas or draw lots"
    ANSWER_WARNINGS = "say what is being done about a warning"
    KEEP_COMMITMENTS = "write down what somebody will do"
    KEEP_RISKS = "write down what could go wrong"
    KEEP_WHO_WAS_HEARD = "write down who was heard"
    TICK_OFF = "tick something off a list"
    AGREE_PLANS = "agree a plan"
    CHANGE_PLANS = "give the reason for a change to an agreed plan"
    MOVE_STAGES = "move a prototype to another stage"
    ADAPT = "say what is done another way in a place"
    ANSWER_HELP = "answer a note that asks for help"
    WRITE_REMINDERS = "write reminders"


_EVERYONE_WRITING: Final = frozenset(
    {Act.WRITE_NOTES, Act.GUESS, Act.KEEP_COMMITMENTS, Act.KEEP_RISKS, Act.KEEP_WHO_WAS_HEARD, Act.TICK_OFF}
)
# How a prototype goes on: for those who lead and sponsor it.
_STEERING: Final = frozenset({Act.CHANGE_PLANS, Act.MOVE_STAGES, Act.ADAPT})
ROLES: Final[Mapping[Role, frozenset[Act]]] = {
    Role.MEMBER: _EVERYONE_WRITING | {Act.DRAFT_DECISIONS},
    Role.CHAIR: _EVERYONE_WRITING
    | {
        Act.DRAFT_DECISIONS,
        Act.CONFIRM_DECISIONS,
        Act.ANSWER_WARNINGS,
        Act.MOVE_STAGES,
        Act.ANSWER_HELP,
        Act.WRITE_REMINDERS,
    },
    Role.NOTE_TAKER: _EVERYONE_WRITING | {Act.DRAFT_DECISIONS, Act.BRING_IN_NOTES, Act.WRITE_REMINDERS},
    Role.LEAD: _EVERYONE_WRITING
    | _STEERING
    | {Act.ANSWER_QUESTIONS, Act.WEIGH_EVIDENCE, Act.BRING_IN_NOTES, Act.CHOOSE_AREAS, Act.ANSWER_WARNINGS},
    Role.SPONSOR: _EVERYONE_WRITING
    | _STEERING
    | {
        Act.AGREE_PLANS,
        Act.ANSWER_QUESTIONS,
        Act.WEIGH_EVIDENCE,
        Act.BRING_IN_NOTES,
        Act.CHOOSE_AREAS,
        Act.ANSWER_WARNINGS,
        Act.ANSWER_HELP,
        Act.WRITE_REMINDERS,
    },
    Role.EVALUATOR: _EVERYONE_WRITING
    | {
        Act.ADAPT,
        Act.ANSWER_QUESTIONS,
        Act.WEIGH_EVIDENCE,
        Act.CHANGE_OTHERS_EVIDENCE,
        Act.BRING_IN_FIGURES,
        Act.BRING_IN_NOTES,
        Act.CHOOSE_AREAS,
        Act.ANSWER_WARNINGS,
    },
    Role.OFFICER: _EVERYONE_WRITING
    | {Act.BRING_IN_FIGURES, Act.BRING_IN_NOTES, Act.REMOVE_TEXT, Act.ANSWER_WARNINGS, Act.WRITE_REMINDERS},
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
