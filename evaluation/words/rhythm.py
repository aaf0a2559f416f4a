"""What is due, in words. Days and names alone: what people wrote stays where it may be read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from evaluation.learning.asks import Asked
from evaluation.learning.due import Ask, Due
from evaluation.learning.rhythm import WEEK
from evaluation.words.dates import day, month
from evaluation.words.numbers import counted
from evaluation.words.streams import listed

# What a link to each thing says.
TO_DO: Final[Mapping[Ask, str]] = {
    Ask.HELP: "Answer",
    Ask.DRAFT: "Read it and confirm",
    Ask.NOTE: "Write it down",
    Ask.QUESTION: "Answer the question",
    Ask.EVIDENCE: "Write down what came",
    Ask.LOOK: "Look at it",
    Ask.LOOK_AGAIN: "Look at it",
    Ask.GUESS: "Make a guess",
    Ask.COMMITMENT: "Say how it stands",
    Ask.FIGURES: "See what is missing",
}
_SAID: Final[Mapping[Ask, tuple[str, str]]] = {  # before the day, and from it on
    Ask.HELP: ("A note of {day} asks for help.",) * 2,
    Ask.DRAFT: ("The draft of {day} waits to be confirmed.",) * 2,
    Ask.NOTE: ("The next note is due on {day}.", "Nothing has been noted for {quiet}. What did you notice?"),
    Ask.QUESTION: ("An answer is due on {day}: {about}", "An answer was due on {day}: {about}"),
    Ask.EVIDENCE: ("Evidence is expected on {day}: {about}", "Evidence was expected on {day}: {about}"),
    Ask.LOOK: ("A look is planned for {day}.", "A look was planned for {day}, and nothing was decided since."),
    Ask.LOOK_AGAIN: ("The group looks again on {day}.", "The group was to look again on {day}."),
    Ask.GUESS: ("A guess can be made until {day}: {about}",) * 2,
    Ask.COMMITMENT: ("What was promised is due on {day}.", "What was promised was due on {day}."),
    Ask.FIGURES: ("Figures are due on {day}: {about}.", "Figures were due on {day}: {about}."),
}
# What a month asks for: one of it, and several.
_ASKED: Final = (
    ("box", "boxes"),
    ("question", "questions"),
    ("guess", "guesses"),
    ("thing promised", "things promised"),
    ("reminder", "reminders"),
)
ASKED: Final = tuple(nouns.capitalize() for _, nouns in _ASKED)


def said(each: Due, today: date, *, of: str = "", about: str = "") -> str:
    """What is asked, in a sentence. `of` is the prototype's name, `about` the text of what it is about."""
    coming, come = _SAID[each.ask]
    quiet = counted((today - each.on + WEEK).days, "day")
    sentence = (coming if today < each.on else come).format(day=day(each.on), about=about, quiet=quiet)
    return f"{of}. {sentence}" if of else sentence


def waits(things: int) -> str:
    """The heading of the page: how many things wait."""
    if not things:
        return "Nothing is waiting for you"
    return f"{counted(things, 'thing')} {'waits' if things == 1 else 'wait'} for you"


def warnings_wait(warnings: int) -> str:
    """As in "2 warnings wait for an answer."; empty where none does."""
    return f"{counted(warnings, 'warning')} {'waits' if warnings == 1 else 'wait'} for an answer." if warnings else ""


def next_one(sentence: str) -> str:
    """When something will wait, by the sentence that says it; that nothing is foreseen where there is none."""
    return f"The next: {sentence}" if sentence else "Nothing is foreseen either."


def asked_of_you(found: Asked, prototype: str) -> str:
    """As in "What we ask of you for One team in November 2026: 4 boxes and 1 question."."""
    return f"What we ask of you for {prototype} in {month(found.month)}: {asked_for(found)}."


def asked_for(found: Asked) -> str:
    """As in "4 boxes, 1 question and 2 reminders"; "nothing" where nothing is asked."""
    counts = (found.boxes, found.questions, found.guesses, found.commitments, found.reminders)
    told = zip(counts, _ASKED, strict=True)
    return listed([counted(many, noun, nouns) for many, (noun, nouns) in told if many]) or "nothing"
