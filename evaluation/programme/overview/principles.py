"""What the programme holds to."""

from __future__ import annotations

from typing import Final

from evaluation.programme.overview.part import Part, Scope, nothing_yet, table_of
from evaluation.words import counted

TITLE: Final = "What we hold to"


def principles(scope: Scope) -> Part:
    """The principles in the order declared."""
    known = scope.framework.principles
    if not known:
        return nothing_yet("principles", TITLE)
    rows = [(each.text, each.source or "not said") for each in known]
    found = counted(len(known), "principle")
    return Part("principles", TITLE, found, tables=(table_of(scope, ["Principle", "Where from"], rows),))
