"""The cells of a staggered comparison and their average, over the areas that can carry them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.staggering.adoption import NEVER, Adoption, adoption
from evaluation.statistics.staggering.averages import Aggregate, Averages, overall
from evaluation.statistics.staggering.design import NAME, Span, complete, too_few_areas
from evaluation.statistics.staggering.group_times import FEWEST_COMPARED, GroupTimes, Rule, group_times

# Below these the influence function raises too many false alarms (tests/recovery/test_staggered.py).
FEW_TEST_AREAS: Final = 20
FEW_AREAS: Final = 50


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Cells and their average, and the areas they rest on."""

    kept: NDArray[np.bool_]
    adopted: Adoption
    rule: Rule
    cells: GroupTimes
    counted: NDArray[np.bool_]
    average: Averages

    @property
    def value(self) -> float:
        """The headline on the model scale."""
        return float(self.average.value[0])


def reckon(panel: Panel, found: Span, rule: Rule, kind: Aggregate, settings: Settings) -> Reckoned | Refusal:
    """Cells and headline: of all areas by the influence function, of complete ones where starts are permuted."""
    kept, few = found.kept, is_few(panel, found.kept)
    if few:
        kept, rule = complete(panel, found), replace(rule, doubly_robust=False)
    if not (kept & panel.is_test).any():
        why, need = "No test area has figures in every period compared.", "At least one test area with all its figures."
        return Refusal(NAME, Reason.NO_FIGURES, why, need)
    adopted = adoption(panel, kept, NAME)
    if isinstance(adopted, Refusal):
        return adopted
    every = np.arange(len(panel.periods))
    used = (every >= found.first) & (every <= found.last)
    if few:
        used &= np.isfinite(adopted.values).all(axis=0)
    adopted = replace(adopted, values=np.where(used, adopted.values, np.nan))
    cells = group_times(adopted, rule)
    if cells is None and rule.doubly_robust:
        # Covariates that tell test and comparison areas apart leave no odds to weight by; regression still adjusts.
        rule = replace(rule, doubly_robust=False)
        cells = group_times(adopted, rule)
    cells = cells and cells.take((cells.since <= found.latest) & (cells.since >= -(settings.before or np.inf)))
    counted = cells.since >= found.soonest if cells else np.zeros(0, dtype=bool)
    if cells is None or not counted.any():
        comparison = int((adopted.starts == NEVER).sum())
        return too_few_areas(len(adopted.areas) - comparison, comparison)
    return Reckoned(kept, adopted, rule, cells, counted, overall(adopted, cells, counted, kind))


def never_only(panel: Panel, found: Span, comparison: str | None) -> bool:
    """Whether areas are compared only with those that never start: as asked, else where there are enough of them."""
    never = int((found.kept & ~(panel.is_test & (panel.starts < len(panel.periods)))).sum())
    return never >= FEWEST_COMPARED if comparison is None else comparison == "never"


def is_few(panel: Panel, kept: NDArray[np.bool_]) -> bool:
    """Whether there are too few areas for the influence function to speak."""
    return int((kept & panel.is_test).sum()) < FEW_TEST_AREAS or int(kept.sum()) < FEW_AREAS
