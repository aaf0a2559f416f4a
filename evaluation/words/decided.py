"""Decisions in words: against the agreed rule, what was stopped, and how it went on. Never about a person."""

from __future__ import annotations

from datetime import date

from evaluation.learning.actions import actions, only_words
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.framework import Points
from evaluation.words.dates import day
from evaluation.words.learning import POINTS, VERDICTS
from evaluation.words.numbers import counted

NOTHING_STOPPED = "Nothing has been stopped yet."
NOT_SAID = "not said"
WHO_DOES_WHAT = "Who does what (name: what)"
DRAFT_KEPT = "We have saved the draft."
CONFIRMED = "The decision is confirmed."


def against(pointed: Points) -> str:
    """As in "Decided against the agreed rule, which pointed to: stop"."""
    return f"Decided against the agreed rule, which pointed to: {POINTS[pointed]}"


def drafted(decision: Decision) -> str:
    """What is said of a draft that was kept, and what will follow from it."""
    return f"{DRAFT_KEPT} It stands when the chair confirms it. {follows(decision)}".strip()


def follows(decision: Decision) -> str:
    """As in "2 commitments follow from it"; and which lines of who does what stay words. Empty without any."""
    many, left = len(actions(decision)), len(only_words(decision))
    made = f"{counted(many, 'commitment')} {'follows' if many == 1 else 'follow'} from it." if many else ""
    stays = f"{counted(left, 'line')} of who does what {'does' if left == 1 else 'do'} not say who, what and by when, "
    stays += f"and {'stays' if left == 1 else 'stay'} words."
    return " ".join(said for said in (made, stays if left else "") if said)


def confirmed(many: int) -> str:
    """What is said of a decision the chair has just confirmed, from which so many commitments follow."""
    if not many:
        return CONFIRMED
    return f"{CONFIRMED.rstrip('.')}, and {counted(many, 'commitment')} {'is' if many == 1 else 'are'} written down."


def stopped_headline(many: int) -> str:
    """As in "2 prototypes were stopped, and what that released"."""
    if not many:
        return NOTHING_STOPPED.rstrip(".")
    return f"{counted(many, 'prototype')} {'was' if many == 1 else 'were'} stopped, and what that released"


def went_on(decided: Verdict, on: date) -> str:
    """That what was stopped goes on: `On 3 June 2026 it was decided to carry on.`."""
    return f"On {day(on)} it was decided to {_to(decided)}."


def fared(decided: Verdict, pointed: Points, now: Points | None, on: date) -> str:
    """How a decision against the rule stands against what the rule points to now."""
    taken = f"On {day(on)} the group decided to {_to(decided)} where the agreed rule pointed to: {POINTS[pointed]}."
    if now is None:
        return f"{taken} Today the rule does not settle it."
    if now is pointed:
        return f"{taken} The rule still points to: {POINTS[now]}."
    if now.value == decided.value:
        return f"{taken} Today the rule points to what was decided: {POINTS[now]}."
    return f"{taken} Today the rule points to: {POINTS[now]}."


def fared_headline(many: int) -> str:
    """As in "1 decision was taken against an agreed rule"."""
    return f"{counted(many, 'decision')} {'was' if many == 1 else 'were'} taken against an agreed rule"


def other_body(name: str) -> str:
    """What is said where this group may not take the decision chosen; empty `name`: nobody above it may either."""
    if not name:
        return "This group may not decide that, and no group it reports to may. Say in the framework which one does."
    return f"This group may not decide that: the {name} does. Your words are kept as a draft for its chair to confirm."


def _to(decided: Verdict) -> str:
    """`carry on`, as after "decided to"."""
    return VERDICTS[decided].lower()
