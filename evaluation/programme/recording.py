"""Write down what was noticed and what was answered: the acts of an innovation lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation import learning, store
from evaluation.model.learning import Answer, AnswerState, Entry, EntryKind
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting

LONGEST_NOTE: Final = 5_000  # characters; about two pages, more than anybody reads at a meeting

# The boxes of a note as people see them.
BOXES: Final = ("Your note", "What had you expected?", "What do you make of it?", "What will you do next?")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was kept, and the sentence that says so."""

    reference: Reference
    sentence: str


class StoppedTextError(UsageError):
    """Text that could identify someone: nothing was kept, and `marked` shows the places, box by box."""

    def __init__(self, marked: Mapping[str, str], problems: Iterable[Problem]) -> None:
        super().__init__(
            "We have not saved this: it could identify someone. Take out the marked parts and save again.", problems
        )
        self.marked = dict(marked)


def add_note(
    programme: Programme,
    *,
    prototype: str,
    noticed: str,
    request_key: str,
    expected: str = "",
    make_of_it: str = "",
    next_step: str = "",
    about: str | None = None,
    area: str | None = None,
    on: date | None = None,
    amends: str | None = None,
) -> Released[Receipt]:
    """Keep a note. The same `request_key` twice keeps one. Raises UsageError, for identifying text StoppedTextError."""
    actor = acting(programme.actor, Act.WRITE_NOTES)
    plan = programme.prototype(prototype)
    boxes = dict(zip(BOXES, (noticed, expected, make_of_it, next_step), strict=True))
    if not noticed.strip():
        raise UsageError(
            "Write one sentence first.",
            [Problem("empty-note", "The note is empty.", 'Say what you noticed, or choose "Nothing new this week".')],
        )
    check_text(boxes)
    entry = Entry(
        prototype=plan.id,
        kind=EntryKind.NOTE,
        on=on or programme.clock().date(),
        noticed=noticed.strip(),
        expected=expected.strip(),
        make_of_it=make_of_it.strip(),
        next_step=next_step.strip(),
        about=_subject(plan, about),
        area=area,
    )
    kept = store.append(
        programme.store,
        entry,
        actor,
        at=programme.clock(),
        request_key=request_key,
        amends=exists(programme, amends, Kind.ENTRY) if amends else None,
        plan=plan,
    )
    return release(programme, Receipt(kept.reference, "We have saved your note."))


def nothing_new(programme: Programme, *, prototype: str, request_key: str, on: date | None = None) -> Released[Receipt]:
    """Keep "nothing new this week": an answer too, in one tap."""
    actor = acting(programme.actor, Act.WRITE_NOTES)
    plan = programme.prototype(prototype)
    entry = Entry(prototype=plan.id, kind=EntryKind.NOTHING_NEW, on=on or programme.clock().date())
    kept = store.append(programme.store, entry, actor, at=programme.clock(), request_key=request_key, plan=plan)
    return release(programme, Receipt(kept.reference, "Thank you. We have kept that there was nothing new this week."))


def answer(
    programme: Programme,
    *,
    prototype: str,
    question: str,
    state: AnswerState,
    text: str,
    request_key: str,
    cites: Iterable[str] = (),
    supports: bool | None = None,
    on: date | None = None,
) -> Released[Receipt]:
    """Keep what is known of a learning question so far, on which notes and comparisons."""
    actor = acting(programme.actor, Act.ANSWER_QUESTIONS)
    plan = programme.prototype(prototype)
    if question not in {asked.id for asked in plan.questions}:
        raise _no_such(plan, "question", question, (asked.id for asked in plan.questions))
    if state is not AnswerState.OPEN and not text.strip():
        raise UsageError(
            "Say what we know now.", [Problem("empty-note", "The answer is empty.", "Write one sentence.")]
        )
    check_text({"What we know": text})
    kept = store.append(
        programme.store,
        Answer(
            prototype=plan.id,
            question=question,
            state=state,
            on=on or programme.clock().date(),
            text=text.strip(),
            cites=tuple(exists(programme, cited) for cited in cites),
            supports=supports,
        ),
        actor,
        at=programme.clock(),
        request_key=request_key,
        plan=plan,
    )
    return release(programme, Receipt(kept.reference, "We have saved the answer."))


def check_text(boxes: Mapping[str, str]) -> None:
    """Stop text that is too long or could identify someone. Raises UsageError, StoppedTextError."""
    for name, text in boxes.items():
        if len(text) > LONGEST_NOTE:
            raise UsageError(
                "This is too long to be read.",
                [Problem("too-long", f'"{name}" has {len(text):,} characters.', f"Keep it under {LONGEST_NOTE:,}.")],
            )
    found = {name: learning.identifying(text) for name, text in boxes.items()}
    if any(found.values()):
        raise StoppedTextError(
            {name: learning.marked(boxes[name], places) for name, places in found.items() if places},
            [
                Problem(
                    "identifies-someone",
                    f'"{name}" holds {place.kind}.',
                    "Take it out, or describe the person in a way that fits many.",
                )
                for name, places in found.items()
                for place in places
            ],
        )


def _subject(plan: Prototype, about: str | None) -> Reference | None:
    """`question:ID` or `link:ID`, with or without the prototype's id, as a reference into this plan."""
    if not about:
        return None
    kind, _, key = about.partition(":")
    there = {
        Kind.QUESTION.value: [question.id for question in plan.questions],
        Kind.LINK.value: [link.id for link in plan.theory_of_change.links],
    }
    own = key.removeprefix(f"{plan.id}/")
    if own not in there.get(kind, []):
        raise _no_such(
            plan, "question or link", about, (f"{kind}:{key}" for kind, keys in there.items() for key in keys)
        )
    return Reference(Kind(kind), f"{plan.id}/{own}")


def _no_such(plan: Prototype, what: str, given: str, there: Iterable[str]) -> UsageError:
    return UsageError(
        f"{plan.name} has no such {what}.",
        [Problem("unknown-id", f'There is no {what} "{given}".', f"There is: {', '.join(there) or 'none yet'}.")],
    )
