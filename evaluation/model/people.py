"""Who acts, and in which role."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LONGEST_NAME: Final = 80  # characters; more is no name


class Role(StrEnum):
    """The roles of the vocabulary. Until sign-in exists a role is a statement, not a proof."""

    MEMBER = "implementation group member"
    CHAIR = "chair"
    NOTE_TAKER = "note-taker"
    LEAD = "innovation lead"
    SPONSOR = "sponsor"
    EVALUATOR = "evaluator"
    OFFICER = "officer"
    READER = "reader"


def known_as(name: str) -> str:
    """The id of a person nobody has checked: their name in small letters, `amina-khan`, at every door the same."""
    return "-".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Actor:
    """The person an act is recorded under. `verified` is true only behind a sign-in."""

    id: str
    name: str
    role: Role
    verified: bool = False

    def __post_init__(self) -> None:
        """Nobody acts without a name."""
        if not self.id.strip() or not self.name.strip():
            raise ValueError("an actor needs an id and a name")
