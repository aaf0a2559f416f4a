"""Mistakes of writing that a program can see, in whatever text people read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

_NOUNS: Final = (
    "actions|answers|areas|babies|boxes|changes|checks|children|commitments|comparisons|decisions|drafts|events|facts"
    "|families|figures|files|groups|guesses|insights|looks|measures|months|notes|occasions|people|parents|periods"
    "|places|prototypes|quarters|questions|ranges|reminders|reviews|risks|rules|signs|sources|statements|steps"
    "|stories|things|voices|warnings|words"
)
_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
MISTAKES: Final[Mapping[str, re.Pattern[str]]] = {
    "one of many": re.compile(rf"(?<![\d.,½])\b1 (?:{_NOUNS})\b"),
    "many of one": re.compile(r"\b(?:[2-9]|\d\d+) (?:note|question|step|area|prototype|decision|guess|story|risk)\b"),
    "said twice": re.compile(r"\b(?!had|that)([A-Za-z]{2,}) \1\b"),
    "two spaces": re.compile(r"[\w.,]  +(?=\w)"),
    "a stop too many": re.compile(r"(?<!\.)\.\.(?!\.)|[,;:]\.|\.[,;:]|[,;:]{2}| [,;](?!\w)| \.(?![\w.])|\(\s|\s\)"),
    "a for an": re.compile(r"\b[Aa] (?!one\b|once\b|us|uni|eu|of\b|at\b)[aeiou]\w"),
    "an for a": re.compile(r"\b[Aa]n (?!hour|honest|heir)[bcdfghjklmnpqrstvwxyz]\w"),
    "not British": re.compile(
        r"\b(?:analyz|behavior|catalog\b|center|color|favor|fulfill\b|gotten|immuniz|learned\b|neighbor|organiz|pediatric"
        r"|prioritiz|recogniz|summariz|toward\b|utiliz)\w*",
        re.IGNORECASE,
    ),
    "a date not as we write it": re.compile(
        rf"\b(?:{_MONTH}) \d{{1,2}}, \d{{4}}|\b\d{{1,2}}(?:st|nd|rd|th) (?:{_MONTH})"
    ),
    "what a program says": re.compile(r"\b(?:None(?! of)|True|False|nan|NaT)\b|\b[a-z]+_[a-z_]+\b|\{\w*\}|\[removed\]"),
    "a view of the tool's own": re.compile(
        r"\b(?:[Ww]e|[Tt]he tool|[Yy]ou) (?:recommend|advise|should (?:stop|carry))"
    ),
}  # fmt: skip


def mistakes(text: str) -> Iterator[str]:
    """Each mistake with what stands round it."""
    for kind, pattern in MISTAKES.items():
        for found in pattern.finditer(text):
            yield f"{kind}: ...{text[max(0, found.start() - 30) : found.end() + 30]}..."
