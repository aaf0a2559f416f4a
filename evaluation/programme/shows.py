"""What a stored comparison shows, for whoever rests evidence on it."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import Finds, Grade
from evaluation.model.results import StoredComparison
from evaluation.programme.handle import Programme
from evaluation.words import outcome_of

# A result that does not settle it speaks neither for nor against, however well it was made.
_SETTLED: Final = frozenset({Finds.DIFFERENCE, Finds.HARM, Finds.NO_WORTHWHILE_CHANGE})


def grade_shown(programme: Programme, record: StoredComparison) -> Grade | None:
    """The grade of a comparison as it was stored; None for one that shows nothing.

    Nothing is shown by a comparison that gave no number, that does not settle it, or
    whose measure is declared no more, so that nobody knows which way is better.
    """
    measures = (measure for framework in programme.declarations.frameworks for measure in framework.measures)
    measure = next((measure for measure in measures if measure.id == record.measure), None)
    if measure is None or outcome_of(record.comparison, measure) not in _SETTLED:
        return None
    return record.comparison.grade
