"""What is offered is offered somewhere, and a service is run together with others."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.declare.plan import Plan
from evaluation.problems import Problem


def offers_that_say_nothing(plan: Plan) -> Iterator[Problem]:
    """An offer names its areas, and no service is aligned with itself."""
    for framework in plan.frameworks:
        for path, offer in framework.each("offers"):
            if not offer.areas:
                what = f'The offer "{offer.id}" does not say where.'
                yield from framework.report((*path, "areas"), "missing-key", what, 'Add areas = ["..."].')
            if offer.service in offer.aligned_with:
                what = f'"{offer.service}" is aligned with itself.'
                mend = "Name the other services it is run together with, or take it out."
                yield from framework.report((*path, "aligned_with"), "not-a-choice", what, mend)
