"""Notes and stories, in words: whose voice, who may see it, and what is said when one is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from evaluation.learning.stories import BorneOut
from evaluation.model.learning import CycleStep, Visible, Voice
from evaluation.model.stories import StoryKind
from evaluation.words.dates import day
from evaluation.words.numbers import NBSP, counted

VOICES: Final[Mapping[Voice, str]] = {
    Voice.CHILD: "a child",
    Voice.PARENT: "a parent or carer",
    Voice.PRACTITIONER: "somebody who works with families",
    Voice.COMMUNITY: "somebody from the community",
}
_HEARD: Final[Mapping[Voice, tuple[str, str]]] = {
    Voice.CHILD: ("child", "children"),
    Voice.PARENT: ("parent or carer", "parents or carers"),
    Voice.PRACTITIONER: ("person who works with families", "people who work with families"),
    Voice.COMMUNITY: ("person from the community", "people from the community"),
}
VISIBLE: Final[Mapping[Visible, str]] = {
    Visible.ME: "only me",
    Visible.TEAM: "my team",
    Visible.GROUP: "the group",
    Visible.PUBLISHED: "published",
}
VISIBLE_MEANS: Final = (
    '"My team" is its lead, sponsor and team, "the group" everybody who opens this page; "published" may stand in '
    "papers too. Names are not checked here: whoever gives your name sees what you see, so keep nothing secret here."
)
STEPS: Final[Mapping[CycleStep, str]] = {
    CycleStep.PLAN: "plan",
    CycleStep.DO: "do",
    CycleStep.STUDY: "study",
    CycleStep.ACT: "act",
}
STORIES: Final[Mapping[StoryKind, str]] = {
    StoryKind.STORY: "A story",
    StoryKind.OUTCOME_HARVEST: "What changed, and how we had a part in it",
    StoryKind.MOST_SIGNIFICANT_CHANGE: "The change that matters most",
}
# What a kind of story asks beside what was told: the field, and its box.
ASKED: Final[Mapping[StoryKind, tuple[str, str]]] = {
    StoryKind.OUTCOME_HARVEST: ("contributed", "How did the prototype have a part in it?"),
    StoryKind.MOST_SIGNIFICANT_CHANGE: ("matters", "Why does it matter most?"),
}
TOLD: Final = "What was told?"

KEPT: Final = "We have saved your note."
CORRECTED: Final = "We have saved your correction."
BESIDE: Final = "Corrected by two people at the same time: both are shown."
TWICE: Final = "Corrected twice at the same time: both are shown."
NO_STORIES: Final = (
    "No stories yet. Has a child, a parent or somebody who works with families told you what changed for them? "
    "Write it down under Add a note, if they agree."
)

NOT_FOUND: Final = "Nothing says this, so it may not have been tried."


def had_already(on: date, today: date | None = None) -> str:
    """That these very words were kept before."""
    return f"We had this note already: it was kept on {day(on, today)}, and stands once."


def had_story(on: date, today: date | None = None) -> str:
    """That this very story was kept before."""
    return f"We had this story already: it was kept on {day(on, today)}, and stands once."


def corrected_beside(who: str) -> str:
    """That somebody else's correction came in between."""
    return f"{CORRECTED} {who} corrected this note at the same time: both texts are kept, and both are shown."


def before_corrected(who: str, on: date) -> str:
    """As in "Before Amina Khan corrected it on 3 June 2026"."""
    return f"Before {who} corrected it on {day(on)}"


def heard(voice: Voice, many: int | None, fewer_than: int = 0) -> str:
    """`6 parents or carers`, or `a parent or carer` where nobody counted; `fewer than 5` where the number is hidden."""
    if fewer_than:
        return f"fewer than {fewer_than} {_HEARD[voice][True]}"
    return VOICES[voice] if many is None else f"{many:,}{NBSP}{_HEARD[voice][many > 1]}"


def cycle(number: int, step: CycleStep) -> str:
    """`cycle 2, study`."""
    return f"cycle {number}, {STEPS[step]}"


def bearing_out(found: BorneOut) -> str:
    """How far others who know bear a story out."""
    if not found.confirm and not found.contradict:
        return "Nobody else who knows has been asked yet."
    so, not_so = (counted(many, "person who knows", "people who know") for many in (found.confirm, found.contradict))
    if not found.contradict:
        return f"Borne out by {so}."
    if not found.confirm:
        return f"Not borne out: {not_so} {'says' if found.contradict == 1 else 'say'} otherwise."
    return f"Borne out by {so}; {not_so} {'says' if found.contradict == 1 else 'say'} otherwise."
