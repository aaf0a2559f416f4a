"""Two scales of evidence from outside, beside the Maryland scale that the ladder gives.

Both rate what is known of a programme from all its evaluations. One comparison can
support no more than their third level: the fourth asks for the result again
elsewhere, or a year later, and Nesta's fifth for manuals others deliver it by.
"""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import Grade
from evaluation.model.results import Estimate, Refusal

# Strong enough for a judgement about causes, as both scales ask of their third level.
CAUSAL: Final = (Grade.A, Grade.B)


def nesta(outcome: Estimate | Refusal, grade: Grade, *, higher_is_better: bool | None) -> int:
    """Nesta's level (1-5) this comparison could support.

    3, a comparison group shows the effect; 2, figures show an improvement but not its
    cause; 1, what is done and why can be told. Source: Puttick and Ludlow (2013),
    Standards of Evidence: an approach that balances the need for evidence with innovation.
    """
    if not _improved(outcome, higher_is_better=higher_is_better):
        return 1
    return 3 if grade in CAUSAL else 2


def eif(outcome: Estimate | Refusal, grade: Grade, *, higher_is_better: bool | None) -> str:
    """The Early Intervention Foundation's rating (NL2, NE, 2, 3, 4) this comparison could support.

    3, a rigorous evaluation shows an improvement; 2, preliminary evidence of one; NE, a
    rigorous one shows the opposite (where it does not settle the matter, that is no
    finding); NL2, none of these. It rates outcomes for children only. Source: Asmussen and
    others (2016), Foundations for life, Early Intervention Foundation.
    """
    if _improved(outcome, higher_is_better=higher_is_better):
        return "3" if grade in CAUSAL else "2"
    worse = None if higher_is_better is None else not higher_is_better
    return "NE" if grade in CAUSAL and _improved(outcome, higher_is_better=worse) else "NL2"


def _improved(outcome: Estimate | Refusal, *, higher_is_better: bool | None) -> bool:
    """Whether the whole range lies on the better side; where neither side is better, nothing improves."""
    if isinstance(outcome, Refusal) or higher_is_better is None:
        return False
    return outcome.effect.low > 0 if higher_is_better else outcome.effect.high < 0
