"""Facts from papers: what a source said, of when, and out of how many; with a likely range only where it says that."""

from __future__ import annotations

import re
from typing import Final

from evaluation.model.measure import Fact, Measure, Scale
from evaluation.programme.overview.part import Part, Scope, nothing_yet, sentences, table_of
from evaluation.statistics.intervals import wilson
from evaluation.words import day, percent
from evaluation.words.programme import NO_RANGE, NOT_STATED, facts_found

TITLE: Final = "Facts from papers"
_COLUMNS: Final = ("What was said", "About", "Source", "Of when", "Out of how many", "Likely range")
# A source says out of how many in words that begin with the number: "2,260 answers".
_OUT_OF: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\b")


def facts(scope: Scope) -> Part:
    """Every fact of a measure, with its source, its date and out of how many it is."""
    told = [(one, fact) for one in scope.framework.measures for fact in one.facts]
    if not told:
        return nothing_yet("facts", TITLE)
    without = sum(out_of(fact) is None for _, fact in told)
    why = "Where a source does not say out of how many, no likely range can be worked out."
    return Part(
        "facts",
        TITLE,
        facts_found(len(told), without),
        sentences(why if without else ""),
        (table_of(scope, _COLUMNS, [_line(one, fact) for one, fact in told]),),
    )


def out_of(fact: Fact) -> int | None:
    """The number a fact is out of; None where its source does not say, or says it in words alone."""
    found = _OUT_OF.match(fact.denominator.strip())
    return int(found[1].replace(",", "")) or None if found else None


def likely_range(measure: Measure, fact: Fact) -> str:
    """Wilson's interval of a share of a stated number; why there is none otherwise."""
    many = out_of(fact)
    if many is None:
        return NO_RANGE
    is_share = measure.scale in (Scale.PROPORTION, Scale.PUBLISHED_PERCENTAGE)
    if fact.value is None or not is_share or not 0 <= fact.value <= 1:
        return "none: not a share"
    low, high = wilson(fact.value * many, many)
    return f"{percent(low)} to {percent(high)}"


def _line(measure: Measure, fact: Fact) -> tuple[str, ...]:
    on = day(fact.on) if fact.on else NOT_STATED
    return fact.text, measure.name, fact.source, on, fact.denominator, likely_range(measure, fact)
