"""What was promised, what has to be in place, what could go wrong and who was heard, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from evaluation.learning.commitments import CommitmentState
from evaluation.learning.readiness import Readiness
from evaluation.model.around import Rating
from evaluation.model.learning import Voice
from evaluation.words.dates import day
from evaluation.words.numbers import hold, number
from evaluation.words.streams import listed

COMMITMENTS: Final[Mapping[CommitmentState, str]] = {
    CommitmentState.OVERDUE: "overdue",
    CommitmentState.DUE_SOON: "due soon",
    CommitmentState.OPEN: "open",
    CommitmentState.DONE_LATE: "done late",
    CommitmentState.DONE_ON_TIME: "done on time",
}
READINESS: Final[Mapping[Readiness, str]] = {
    Readiness.READY: "ready",
    Readiness.LATE: "late",
    Readiness.TO_COME: "to come",
}
LIKELIHOODS: Final[Mapping[Rating, str]] = {
    Rating.LOW: "unlikely",
    Rating.MEDIUM: "possible",
    Rating.HIGH: "likely",
}
IMPACTS: Final[Mapping[Rating, str]] = {
    Rating.LOW: "would matter little",
    Rating.MEDIUM: "would matter",
    Rating.HIGH: "would matter a great deal",
}
# As a heading over those who were heard, and as one of them in "no child".
VOICES: Final[Mapping[Voice, tuple[str, str]]] = {
    Voice.CHILD: ("Children", "child"),
    Voice.PARENT: ("Parents and carers", "parent or carer"),
    Voice.COMMUNITY: ("Community", "one in the community"),
    Voice.PRACTITIONER: ("Practitioners", "practitioner"),
}
# Ways of hearing people that a form offers; any other may be typed.
WAYS: Final = ("Focus group", "Conversation", "Survey", "Visit at home", "Play session", "Workshop", "Drop-in")
_NAMED: Final = 4  # areas named in a sentence; of more only how many

NO_COMMITMENTS: Final = "No commitments yet. Write down who does what by when, as it is said."

NO_RISKS: Final = "No risks yet. What would you say went wrong, if this had failed a year from now?"
NO_ENGAGEMENT: Final = "Nobody has been heard yet. Whom could you ask this week? Children first."
NO_READINESS: Final = (
    "The plan does not say what has to be in place before the start. Add it as [[readiness]], with a text and a date."
)
NO_VISITS: Final = "No visits yet. When you see how others do it, say in the note where you were."


def outstanding(many: int, overdue: int) -> str:
    """`3 open`, `3 open, 1 of them overdue`, `3 open, all overdue`, `1 open, overdue`."""
    said = hold(f"{many} open")
    late = f"{overdue} of them overdue" if overdue < many else "all overdue" if many > 1 else "overdue"
    return f"{said}, {hold(late)}" if overdue else said


def put_off(first_due: date, due: date, today: date | None = None) -> str:
    """As in "put off from 3 March"; a day that came nearer was brought forward."""
    how = "put off" if due > first_due else "brought forward"
    return f"{how} from {day(first_due, today)}"


def in_place(ready: int, many: int, late: int) -> str:
    """`5 of 7 in place, 1 late`."""
    said = hold(f"{ready} of {many} in place")
    return f"{said}, {hold(f'{late} late')}" if late else said


def graveness(likelihood: Rating, impact: Rating) -> str:
    """`likely, and would matter a great deal`."""
    return f"{LIKELIHOODS[likelihood]}, and {IMPACTS[impact]}"


def no_voice(voice: Voice, where: Sequence[str] = (), *, many: int = 0, of: str = "", said: str = "in") -> str:
    """As in "No child has been heard yet", "in Marsh End and Holmby yet", "in 7 of the 9 test areas yet".

    `where` are names, out of `many` (`of`: what they are names of); `said` stands before them.
    """
    nobody = f"No {VOICES[voice][1]} has been heard"
    if not where:
        return f"{nobody} yet."
    some = "any" if len(where) == many else f"{len(where)}"
    return f"{nobody} {said} {listed(where) if len(where) <= _NAMED else hold(f'{some} of the {many} {of}')} yet."


def corrected_since(on: date, before: Sequence[str]) -> str:
    """As in "Corrected on 3 June 2026; before: 12, "Survey"."; `before` is what stands there no longer."""
    changed = f"; before: {', '.join(before)}" if before else ""
    return f"Corrected on {day(on)}{changed}."


def how_many(voice: Voice, people: int, few: int = 0, below: int = 0) -> str:
    """`Children: 14, and fewer than 5 on each of 2 occasions`: on `few` occasions there were fewer than `below`."""
    who = VOICES[voice][0]
    if not few:
        return hold(f"{who}: {number(people) if people else 'none yet'}")
    left_out = f"fewer than {below} on {'1 occasion' if few == 1 else f'each of {number(few)} occasions'}"
    return f"{hold(f'{who}: {number(people)},')} and {left_out}" if people else f"{hold(f'{who}:')} {left_out}"


def fewer_on(below: int) -> str:
    """The heading over the number of occasions that are not added up."""
    return f"Occasions with fewer than {below}"


def not_added(below: int) -> str:
    """What is said under sums that leave such occasions out."""
    return f"Families: occasions on which fewer than {below} were heard are not added up."
