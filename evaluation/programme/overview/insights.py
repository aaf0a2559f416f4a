"""What people told us: each insight, whose voice it is, where it is written, and which prototypes speak to it."""

from __future__ import annotations

from typing import Final

from evaluation.programme.overview.part import Part, Scope, names_of, nothing_yet, sentences, table_of
from evaluation.words.programme import INSIGHTS, missing, named

TITLE: Final = "What people told us"
NOBODY: Final = "no prototype yet"


def insights(scope: Scope) -> Part:
    """Every insight; those no prototype speaks to come first."""
    known = scope.framework.insights
    if not known:
        return nothing_yet("insights", TITLE)
    speaking = {each.id: [plan for plan in scope.plans if each.id in plan.insights] for each in known}
    ignored = [each for each in known if not speaking[each.id]]
    quoted = [
        f"\N{LEFT DOUBLE QUOTATION MARK}{each.text.rstrip('.')}\N{RIGHT DOUBLE QUOTATION MARK}" for each in ignored
    ]
    rows = [
        (each.text, each.voice or "not said whose", each.source or "not said", names_of(speaking[each.id], NOBODY))
        for each in sorted(known, key=lambda each: bool(speaking[each.id]))
    ]
    return Part(
        "insights",
        TITLE,
        missing(len(ignored), len(known), "insight", NOBODY),
        sentences(
            INSIGHTS,
            named("No prototype speaks to these yet", quoted),
        ),
        (table_of(scope, ["What they told us", "Whose voice", "Where from", "Prototypes that speak to it"], rows),),
    )
