"""What is asked of every text before it is kept, and answers to learning questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from evaluation import learning
from evaluation.model.learning import Answer, AnswerState
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting

LONGEST_NOTE: Final = 5_000  # characters; about two pages, more than anybody reads at a meeting

# The boxes of a note as people see them.
BOXES: Final = ("Your note", "What had you expected?", "What do you make of it?", "What will you do next?")


class StoppedTextError(UsageError):
    """Text that could identify someone: nothing was kept, and `marked` shows the places, box by box."""

    def __init__(self, marked: Mapping[str, str], problems: Iterable[Problem]) -> None:
        super().__init__(
            "We have not saved this: it could identify someone. Take out the marked parts and save again.", problems
        )
        self.marked = dict(marked)


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
    return keep(
        programme,
        Answer(
            prototype=plan.id,
            question=question,
            state=state,
            on=not_to_come(programme, on),
            text=text.strip(),
            cites=tuple(exists(programme, cited) for cited in cites),
            supports=supports,
        ),
        actor,
        "We have saved the answer.",
        request_key=request_key,
        plan=plan,
    )


def check_text(boxes: Mapping[str, str]) -> None:
    """Stop text that is too long or could identify someone. Raises UsageError, StoppedTextError."""
    for name, text in boxes.items():
        if len(text) > LONGEST_NOTE:
            raise UsageError(
                "We have not saved this: it is too long to be read. Nothing is lost; it stays where you typed it.",
                [
                    Problem(
                        "too-long",
                        f'"{name}" has {len(text):,} characters.',
                        f"Keep it to {LONGEST_NOTE:,}, about two pages, or save it in parts.",
                    )
                ],
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


def subject(plan: Prototype, about: str | None) -> Reference | None:
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
