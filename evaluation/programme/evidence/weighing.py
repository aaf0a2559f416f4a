"""Say what a note, a story or a result means for a step or a question: that it speaks for it, or against it.

A result that speaks the other way by itself, or that is not the one on its measure as it
stands today, is weighed with a reason only, and one that shows nothing not at all: the
rule is in `evaluation.learning.shown`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from evaluation import store
from evaluation.learning.evidence import can_carry
from evaluation.model.comparisons import StoredComparison
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.learning import REMOVED, Entry, EntryKind, Visible
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.model.stories import Story
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.evidence.shows import shown
from evaluation.programme.evidence.taking_back import check_whose, wordings
from evaluation.programme.evidence.weighed_results import nothing_shown, otherwise
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.recording import check_text, subject
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting
from evaluation.programme.seeing import sees
from evaluation.store import Stored
from evaluation.words import STRENGTH
from evaluation.words.theory import EARNED, STRENGTHS
from evaluation.words.weighing import all_the_same

WHY: Final = "How does it bear on the step?"
_KEPT: Final = "We have kept what speaks {side} it. What follows is shown with the step."


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
    although: str = "",
    amends: str | None = None,
    on: date | None = None,
) -> Released[Receipt]:
    """Keep that something speaks for (`supports`) or against a step or question of a plan, or correct what was kept.

    `about` is `link:ID` or `question:ID`, `rests_on` a note, a story or a result. The
    strength is no more than what it rests on can carry; `although` says why a result
    counts on a side that it does not speak on itself. What somebody else said only an
    evaluator corrects. Raises UsageError, for identifying text StoppedTextError.
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
    check_text({WHY: why, all_the_same(supports=supports): although})
    source = _source(programme, rests_on)
    _check_strength(programme, source, strength)
    _check_side(programme, source, supports=supports, although=although)
    noun = Evidence(
        prototype=plan.id,
        about=on_what,
        rests_on=source.reference,
        supports=supports,
        strength=strength,
        on=not_to_come(programme, on),
        why=why.strip(),
        although=although.strip(),
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
    found = shown(programme, row) if isinstance(row.noun, StoredComparison) else None
    return can_carry(row.reference, found.grade if found else None)


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
    there = strengths(programme, source)
    if strength in there:
        return
    if not there:
        problem = Problem("cannot-carry", nothing_shown(programme, source.noun), "Until then choose something else.")
        raise UsageError("This result shows nothing yet.", [problem])
    if isinstance(source.noun, StoredComparison):
        is_strong = STRENGTH[source.noun.comparison.grade]
        what = f"The strength of this result is {is_strong}, so it cannot stand as {STRENGTHS[strength]}."
    else:
        kind = "story" if source.reference.kind is Kind.STORY else "note"
        what = f"A {kind} cannot stand as {STRENGTHS[strength]}."
    mend = f"Choose {' or '.join(STRENGTHS[each] for each in there)}. {EARNED[strength]}"
    raise UsageError("It cannot stand for that.", [Problem("cannot-carry", what, mend)])


def _check_side(programme: Programme, source: Stored[Any], *, supports: bool, although: str) -> None:
    """Stop a result on a side that it does not speak on itself, where nobody says why. Raises UsageError."""
    if although.strip() or not isinstance(source.noun, StoredComparison):
        return
    mend = "Look at it again, or say in one sentence why it counts this way."
    if said := otherwise(programme, source, supports=supports):
        problems = [Problem("speaks-otherwise", each, mend) for each in said]
        raise UsageError(all_the_same(supports=supports), problems)


def _corrected(programme: Programme, prototype: str, text: str) -> Reference:
    """What was said before of this plan, by this reference. Raises UsageError."""
    rows = wordings(programme, text)
    row = rows[-1]
    if row.noun.prototype != prototype:
        raise UsageError(
            "This was said of another prototype.",
            [Problem("unknown-reference", f"{text} is about another plan.", "Correct it there.")],
        )
    check_whose(programme, rows)
    if any(each.noun.taken_back_because for each in rows):
        mend = "Say anew what speaks for or against the step."
        problem = Problem("taken-back", f"{text} was taken back, so it counts no more.", mend)
        raise UsageError("This was taken back.", [problem])
    return exists(programme, text, Kind.EVIDENCE)
