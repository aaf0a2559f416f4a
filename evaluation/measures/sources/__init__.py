"""One reader a file. Adding one is a file here and a line in the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evaluation.measures.source import Source
from evaluation.measures.sources import ees, excel, tidy

# Asked in this order; the first that recognises a file, or in which a measure finds itself, reads it.
SOURCES: Final[Mapping[str, Source]] = {"ees": ees.SOURCE, "tidy": tidy.SOURCE, "excel": excel.SOURCE}
