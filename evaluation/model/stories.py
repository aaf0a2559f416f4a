"""Stories: told by somebody who agreed to it, and borne out by others.

Outcome harvesting asks what changed, and how the work contributed (Wilson-Grau and
Britt 2012, *Outcome harvesting*); most significant change asks why it matters to
whoever chose it (Davies and Dart 2005, *The 'Most Significant Change' technique*).
Both ask others who know whether it is so: substantiation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evaluation.model.learning import FREE_TEXT, Visible, Voice
from evaluation.model.references import Kind, Reference


class StoryKind(StrEnum):
    """How a story was asked for."""

    STORY = "story"
    OUTCOME_HARVEST = "outcome_harvest"
    MOST_SIGNIFICANT_CHANGE = "most_significant_change"


@dataclass(frozen=True, slots=True)
class Story:
    """What somebody told, with their agreement, and who wrote it down.

    `contributed` says how the prototype had a part in it, `matters` why it matters to
    whoever chose it; `success` names the success statement it speaks to.
    """

    prototype: str
    on: date
    voice: Voice
    agreed: bool
    recorded_by: str
    told: str = field(default="", metadata=FREE_TEXT)
    kind: StoryKind = StoryKind.STORY
    contributed: str = field(default="", metadata=FREE_TEXT)
    matters: str = field(default="", metadata=FREE_TEXT)
    about: Reference | None = None
    area: str | None = None
    success: str | None = None
    visible: Visible = Visible.GROUP

    def __post_init__(self) -> None:
        """No story is kept that its teller did not agree to."""
        if not self.agreed:
            raise ValueError("a story is kept only where the person agreed")
        if not self.told.strip() or not self.recorded_by.strip():
            raise ValueError("a story says what was told, and who wrote it down")
        if self.about is not None and self.about.kind not in (Kind.QUESTION, Kind.LINK):
            raise ValueError("a story is about a question or a link")


@dataclass(frozen=True, slots=True)
class Substantiation:
    """What somebody else who knows says of a story: that it is so (`confirms`), or that it is not. `who` is a role."""

    story: Reference
    confirms: bool
    on: date
    who: str = field(default="", metadata=FREE_TEXT)
    said: str = field(default="", metadata=FREE_TEXT)

    def __post_init__(self) -> None:
        """It is about a story, and says whose word it is."""
        if self.story.kind is not Kind.STORY:
            raise ValueError("only a story is borne out")
        if not self.who.strip():
            raise ValueError("it says who bears it out")
