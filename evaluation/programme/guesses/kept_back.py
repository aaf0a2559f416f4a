"""Which guesses are kept back: while one about a period can still be made, those of others are nobody's to see.

Whoever has seen one, or why it was made, no longer guesses alone.
"""

from __future__ import annotations

from evaluation.learning.guesses import is_in_time
from evaluation.model.predictions import Prediction
from evaluation.programme.guesses.measured import about
from evaluation.programme.handle import Programme
from evaluation.store import Stored


def is_kept_back(programme: Programme, made: Stored[Prediction]) -> bool:
    """Whether it is somebody else's, about a period that has not begun today; whatever time is looked at."""
    known, actor = about(programme, made.noun), programme.actor
    is_own = actor is not None and made.actor.id == actor.id
    return known is not None and not is_own and is_in_time(programme.clock().date(), known.period)
