"""What is asked of every text before it is kept, and of what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from evaluation import learning
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.problems import Problem, UsageError

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
        raise no_such(
            plan, "question or link", about, (f"{kind}:{key}" for kind, keys in there.items() for key in keys)
        )
    return Reference(Kind(kind), f"{plan.id}/{own}")


def no_such(plan: Prototype, what: str, given: str, there: Iterable[str]) -> UsageError:
    """That the plan has nothing of this id, with those there are."""
    return UsageError(
        f"{plan.name} has no such {what}.",
        [Problem("unknown-id", f'There is no {what} "{given}".', f"There is: {', '.join(there) or 'none yet'}.")],
    )
