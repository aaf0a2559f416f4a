"""Whether the areas were moving alike before, as a sentence beside a result."""

from __future__ import annotations

from evaluation.model.comparisons import Check, Comparison
from evaluation.model.measure import Measure, Polarity


def earlier_trends(comparison: Comparison, measure: Measure) -> str:
    """How the test areas were moving before, in the better direction where the measure has one."""
    moved = next((_moved(check) for check in comparison.checks if check.name == "earlier-trends"), 0.0)
    if moved == 0 or measure.polarity is Polarity.NEITHER:
        return "The test areas were already moving differently from the others before the prototype began."
    is_better = (moved > 0) is (measure.polarity is Polarity.HIGHER)
    how = "improving faster" if is_better else "falling behind the others"
    return f"The test areas were already {how} before the prototype began."


def _moved(check: Check) -> float:
    """The movement that made the check fail: its trend, or the movement between the halves; 0 where it has neither."""
    label = "half_to_half" if check.note == "could_explain" else "trend"
    return next((finding.value for finding in check.findings if finding.label == label), 0.0)
