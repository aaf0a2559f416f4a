"""What is said when a result is weighed: that it speaks the other way, shows nothing yet, or counts no longer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from evaluation.learning.shown import side_of
from evaluation.model.comparisons import StoredComparison
from evaluation.model.decisions import Decision
from evaluation.model.learning import Answer
from evaluation.model.measure import Measure
from evaluation.model.results import Refusal
from evaluation.words.capitals import inside
from evaluation.words.dates import day
from evaluation.words.grades import stronger
from evaluation.words.sentences import headline, sentence

SIDES: Final[Mapping[bool, str]] = {True: "for", False: "against"}
NEITHER: Final = "It speaks neither for nor against a step."
GONE: Final = "No plan has this measure any more, so nobody can say which way is better."
INVENTED: Final = f"It is of invented figures. {NEITHER}"
DOES_NOT_COUNT: Final = "You may save it: a result that speaks the other way does not count for the answer."
LATER: Final = "A later result on the same measure counts in its place."


def all_the_same(*, supports: bool) -> str:
    """What is asked of whoever counts a result on a side that it does not speak on itself."""
    return f"Why does it speak {SIDES[supports]} the step all the same?"


def speaks_otherwise(record: StoredComparison, measure: Measure, *, supports: bool) -> str:
    """That a result speaks the other way than it is put."""
    found = f"This result speaks {SIDES[not supports]} the step by itself: {inside(headline(record, measure))}."
    return f"{found} You say that it speaks {SIDES[supports]} it."


def cites_otherwise(record: StoredComparison, measure: Measure, said: Answer | Decision) -> str:
    """That a result which an answer or a decision cites speaks the other way. Of a decision no more is said."""
    found, way = inside(headline(record, measure)), side_of(said)
    if isinstance(said, Decision):
        return f"A result it rests on speaks the other way by itself: {found}."
    return (
        f"A result it rests on speaks {SIDES[not way]} the step by itself: {found}. "
        f"So that result does not count {SIDES[bool(way)]} it."
    )


def stands_now(record: StoredComparison, measure: Measure) -> str:
    """That there is another result on the measure today. `record` is that one."""
    found = inside(headline(record, measure))
    return f"This is not the result on {measure.name} as it stands today. That says: {found}."


def shows_nothing(record: StoredComparison, measure: Measure, areas: Mapping[str, str]) -> str:
    """Why a result cannot be weighed, and what would be needed."""
    outcome, found = record.comparison.outcome, sentence(record, measure, areas=areas)
    if isinstance(outcome, Refusal):
        return f"{found} {NEITHER} What would be needed: {inside(outcome.need).rstrip('.')}."
    return f"{found} {NEITHER} {stronger(record.comparison) or 'Wait for more figures.'}"


def taken_back(on: date, who: str, because: str) -> str:
    """`Taken back on 3 June 2026 by Eve because: the two lists were one.`; no reason where it is kept back."""
    return f"Taken back on {day(on)} by {who}{f' because: {because}' if because else '.'}"
