"""References: the short names by which pages, citations and papers point at anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a reference points at."""

    ENTRY = "entry"
    ANSWER = "answer"
    DECISION = "decision"
    CONFIRMATION = "confirmation"
    REPLY = "reply"
    STORY = "story"
    SUBSTANTIATION = "substantiation"
    EVIDENCE = "evidence"
    PREDICTION = "prediction"
    SETTLEMENT = "settlement"
    AGREEMENT = "agreement"
    CHANGE = "change"
    ADAPTATION = "adaptation"
    STAGE = "stage"
    TICK = "tick"
    COMMITMENT = "commitment"
    RISK = "risk"
    ENGAGEMENT = "engagement"
    REDACTION = "redaction"
    BATCH = "batch"
    COMPARISON = "comparison"
    CHOICE = "choice"
    DRAW = "draw"
    PLACES = "places"
    ACKNOWLEDGEMENT = "acknowledgement"
    MAPPING = "mapping"
    PROTECTION = "protection"
    RELEASE = "release"
    MEASURE = "measure"
    PROTOTYPE = "prototype"
    QUESTION = "question"
    LINK = "link"
    GROUP = "group"


_FORM = re.compile(r"(?P<kind>[a-z]+):(?P<key>\S+)")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """`entry:12`, `comparison:9f2c41d0`, `question:one-team/who-to-call`, `measure:gld@E10000003/2018-19`.

    Stored things are named by their running number, comparisons by (the first
    characters of) their fingerprint, declared things by their ids; what belongs to
    a prototype carries the prototype's id before a slash.
    """

    kind: Kind
    key: str

    def __post_init__(self) -> None:
        """A reference must survive being written in a sentence and read back."""
        if not re.fullmatch(r"\S+", self.key):
            raise ValueError(f"a reference has no spaces and is not empty: {self.key!r}")

    def __str__(self) -> str:
        """As it is written: `kind:key`."""
        return f"{self.kind.value}:{self.key}"

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Read `kind:key` back. Raises ValueError where it is neither."""
        found = _FORM.fullmatch(text.strip())
        if found is None or found["kind"] not in {kind.value for kind in Kind}:
            raise ValueError(f"not a reference: {text!r}")
        return cls(Kind(found["kind"]), found["key"])
