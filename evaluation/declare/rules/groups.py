"""Groups report upwards."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.declare.cycles import ways_back
from evaluation.declare.plan import Plan
from evaluation.problems import Problem


def reporting_in_circles(plan: Plan) -> Iterator[Problem]:
    """No group reports in the end to itself, through whichever files the way leads."""
    groups = [(framework, *found) for framework in plan.frameworks for found in framework.each("groups")]
    reporting = [found for found in groups if found[2].reports_to]
    for place, steps in ways_back([(group.id, group.reports_to) for _, _, group in reporting]):
        framework, path, _ = reporting[place]
        what = f"The reporting of groups leads back to where it began: {' -> '.join(steps)}."
        mend = "Take one of them out: the group at the top reports to nobody here."
        yield from framework.report((*path, "reports_to"), "cycle", what, mend)
