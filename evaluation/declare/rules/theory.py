"""How we think it works leads one way: from what is put in to what comes of it."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.declare.cycles import ways_back
from evaluation.declare.plan import Plan
from evaluation.problems import Problem


def cycles(plan: Plan) -> Iterator[Problem]:
    """Each way back to where it began, told at the last of its links."""
    for prototype in plan.prototypes:
        links = [(link.source, link.target) for link in prototype.noun.theory_of_change.links]
        for place, steps in ways_back(links):
            what = f"The theory of change leads back to where it began: {' -> '.join(steps)}."
            mend = "Take out the link that points back, or name the later state as a step of its own."
            yield from prototype.report(("theory_of_change", "links", place), "cycle", what, mend)
