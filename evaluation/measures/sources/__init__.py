"""One reader a file. Adding one is a file here and a line in the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evaluation.measures.source import Source
from evaluation.measures.sources import ees, excel, fingertips, lait, tidy, wide

# Asked in this order; the first that recognises a file, or in which a measure finds itself, reads it.
SOURCES: Final[Mapping[str, Source]] = {
    "ees": ees.SOURCE,
    "fingertips": fingertips.SOURCE,
    "lait": lait.SOURCE,
    "tidy": tidy.SOURCE,
    "excel": excel.SOURCE,
    "wide": wide.SOURCE,
}


def called(name: str) -> str:
    """What people call the kind of file of this name; a mapping goes by its own."""
    return SOURCES[name].title if name in SOURCES else name
