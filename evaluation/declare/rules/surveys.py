"""A survey question is counted as answers out of answers, in periods a day can lie in."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.declare.plan import Plan
from evaluation.model.measure import Scale
from evaluation.model.places import PeriodKind
from evaluation.problems import Problem


def surveys_of_other_scales(plan: Plan) -> Iterator[Problem]:
    """A measure with a survey is a proportion and has no rolling periods."""
    for framework in plan.frameworks:
        for path, measure in framework.each("measures"):
            if measure.survey is None:
                continue
            if measure.scale is not Scale.PROPORTION and not framework.is_faulty(*path, "scale"):
                what = f'Answers to a survey are a proportion, and "{measure.id}" is a {measure.scale.value}.'
                yield from framework.report((*path, "scale"), "not-a-choice", what, 'Write scale = "proportion".')
            if measure.periods is PeriodKind.ROLLING and not framework.is_faulty(*path, "periods"):
                what = "An answer is given on one day, which lies in many rolling periods."
                yield from framework.report(
                    (*path, "periods"), "not-a-choice", what, "Choose months, quarters or years."
                )
