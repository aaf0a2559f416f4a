"""Say what a note, a story or a result means for a step or a question: that it speaks for it, or against it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from evaluation import store
from evaluation.learning.evidence import can_carry
from evaluation.model.codes import Grade
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.learning import REMOVED, Entry, EntryKind, Visible
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.model.results import StoredComparison
from evaluation.model.stories import Story
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.recording import check_text, subject
from evaluation.programme.roles import Act, acting
from evaluation.programme.seeing import sees
from evaluation.programme.shows import grade_shown
from evaluation.store import Stored
from evaluation.words import STRENGTH
from evaluation.words.theory import EARNED, STRENGTHS

WHY: Final = "How does it bear on the step?"
_KEPT: Final = "We have kept what speaks {side} it. You see on the page what follows."


def weigh_evidence(
    programme: Programme,
    *,
    prototype: str,
    about: str,
    rests_on: str,
    supports: bool,
    why: str,
    request_key: str,
    strength: Strength = Strength.ONE_ACCOUNT,
    amends: str | None = None,
    on: date | None = None,
) -> Released[Receipt]:
    """Keep that something speaks for (`supports`) or against a step or question of a plan, or correct what was kept.

    `about` is `link:ID` or `question:ID`, `rests_on` a note, a story or a result. The
    strength is no more than what it rests on can carry. Raises UsageError, for
    identifying text StoppedTextError.
    """
    actor = acting(programme.actor, Act.WEIGH_EVIDENCE)
    plan = programme.prototype(prototype)
    on_what = subject(plan, about)
    if on_what is None or not why.strip():
        said = "no step or question" if on_what is None else "no reason"
        raise UsageError(
            "Say which step it is about, and how it bears on it.",
            [Problem("empty-note", f"There is {said}.", "One sentence is enough.")],
        )
    check_text({WHY: why})
    source = _source(programme, rests_on)
    _check_strength(programme, source, strength)
    noun = Evidence(
        prototype=plan.id,
        about=on_what,
        rests_on=source.reference,
        supports=supports,
        strength=strength,
        on=not_to_come(programme, on),
        why=why.strip(),
    )
    return keep(
        programme,
        noun,
        actor,
        _KEPT.format(side="for" if supports else "against"),
        request_key=request_key,
        amends=_corrected(programme, plan.id, amends) if amends else None,
        plan=plan,
    )


def strengths(programme: Programme, row: Stored[Any]) -> tuple[Strength, ...]:
    """What evidence resting on this can carry, the least first; none where it shows nothing."""
    return can_carry(row.reference, _grade(programme, row))


def _grade(programme: Programme, row: Stored[Any]) -> Grade | None:
    return grade_shown(programme, row.noun) if isinstance(row.noun, StoredComparison) else None


def _source(programme: Programme, text: str) -> Stored[Any]:
    """The note, story or result it rests on, which others can read too. Raises UsageError."""
    reference = exists(programme, text)
    row = store.get(programme.store, reference)
    if row is None or not isinstance(row.noun, Entry | Story | StoredComparison) or not sees(programme, row):
        raise _nothing(text, "It rests on a note, a story or a result: entry:12, story:3 or comparison:9f2c41d0.")
    if isinstance(row.noun, Entry | Story) and row.noun.visible is Visible.ME:
        raise _nothing(text, "Only you may see it, so nobody else could weigh it. Let your team or the group see it.")
    if (isinstance(row.noun, Entry) and row.noun.kind is EntryKind.NOTHING_NEW) or _is_removed(row.noun):
        raise _nothing(text, "It says nothing, or its text was taken out. Choose another.")
    return row


def _is_removed(noun: object) -> bool:
    return REMOVED in (getattr(noun, "noticed", ""), getattr(noun, "told", ""))


def _nothing(text: str, mend: str) -> UsageError:
    return UsageError(
        f"Nothing can rest on {text}.", [Problem("unknown-reference", f'"{text}" cannot be weighed.', mend)]
    )


def _check_strength(programme: Programme, source: Stored[Any], strength: Strength) -> None:
    """Stop evidence stronger, or weaker, than what it rests on. Raises UsageError."""
    there, grade = strengths(programme, source), _grade(programme, source)
    if strength in there:
        return
    if not there:
        what = "There is no number, or the figures do not settle it: it speaks neither for nor against."
        problem = Problem("cannot-carry", what, "Choose another result, or wait for more figures.")
        raise UsageError("This result shows nothing yet.", [problem])
    if grade is not None:
        what = f"The strength of this result is {STRENGTH[grade]}, so it cannot stand as {STRENGTHS[strength]}."
    else:
        kind = "story" if source.reference.kind is Kind.STORY else "note"
        what = f"A {kind} cannot stand as {STRENGTHS[strength]}."
    mend = f"Choose {' or '.join(STRENGTHS[each] for each in there)}. {EARNED[strength]}"
    raise UsageError("It cannot stand for that.", [Problem("cannot-carry", what, mend)])


def _corrected(programme: Programme, prototype: str, text: str) -> Reference:
    """What was said before of this plan, by this reference. Raises UsageError."""
    reference = exists(programme, text, Kind.EVIDENCE)
    row = store.get(programme.store, reference)
    if row is None or row.noun.prototype != prototype:
        raise UsageError(
            "This was said of another prototype.",
            [Problem("unknown-reference", f"{text} is about another plan.", "Correct it there.")],
        )
    return reference
