"""Warning levels say where they lie, and groups are measured against other groups."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.declare.plan import Plan
from evaluation.problems import Problem


def levels_that_say_nothing(plan: Plan) -> Iterator[Problem]:
    """A warning level lies below or above something; where both are said, figures between them are as usual."""
    for framework in plan.frameworks:
        for path, level in framework.each("measures.warning_levels"):
            if framework.is_faulty(*path, "below") or framework.is_faulty(*path, "above"):
                continue
            if level.below is None and level.above is None:
                what = f'The warning level "{level.id}" does not say from where on it warns.'
                yield from framework.report(
                    path, "missing-key", what, 'Add "below" or "above", in the measure\'s unit.'
                )
            elif level.below is not None and level.above is not None and level.below > level.above:
                what = f"Every figure is below {level.below:g} or above {level.above:g}."
                mend = "Below the smaller number and above the larger one the level warns: swap them."
                yield from framework.report((*path, "below"), "number-out-of-range", what, mend)


def gaps_to_oneself(plan: Plan) -> Iterator[Problem]:
    """A gap is between two groups."""
    for framework in plan.frameworks:
        for path, gap in framework.each("measures.gaps"):
            if gap.group == gap.reference:
                what = f'The gap "{gap.id}" measures "{gap.group}" against itself.'
                yield from framework.report((*path, "reference"), "not-a-choice", what, "Name the other group.")
