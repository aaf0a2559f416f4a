"""Frameworks beside one another: each says its own or shares another's, and all protect small numbers alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from evaluation.declare.cycles import ways_back
from evaluation.declare.plan import Plan
from evaluation.problems import Problem

_NEEDED: Final = ("outcomes", "measures", "streams")


def frameworks_without_ground(plan: Plan) -> Iterator[Problem]:
    """Only a framework that shares another's outcomes, measures and streams may leave out its own."""
    for framework in plan.frameworks:
        if framework.noun.shares or framework.is_touched("shares"):
            continue
        for key in _NEEDED:
            if key not in framework.document.content and not framework.is_touched(key):
                what = f'"{key}" is missing: a framework must say it, or share another framework.'
                mend = f'Add a table [[{key}]], or shares = ["..."].'
                yield from framework.report((), "missing-key", what, mend)


def sharing_in_circles(plan: Plan) -> Iterator[Problem]:
    """A framework takes over from another, and not in the end from itself."""
    shares = [(framework, *found) for framework in plan.frameworks for found in framework.each("shares")]
    for place, steps in ways_back([(framework.noun.id, named) for framework, _, named in shares]):
        framework, path, _ = shares[place]
        what = f"The sharing of frameworks leads back to where it began: {' -> '.join(steps)}."
        yield from framework.report(path, "cycle", what, "Take one of them out.")


def protected_otherwise(plan: Plan) -> Iterator[Problem]:
    """What is hidden in one table and shown in another is given away: one folder protects small numbers in one way."""
    first, *others = plan.frameworks or (None,)
    for framework in others:
        if first and framework and framework.noun.disclosure != first.noun.disclosure:
            what = (
                f'Small numbers are protected by "{framework.noun.disclosure}" here and by '
                f'"{first.noun.disclosure}" in {first.document.file}.'
            )
            why = "What one hides could be read off where the other shows it."
            mend = f'Write disclosure = "{first.noun.disclosure}", or change both.'
            yield from framework.report(("disclosure",), "not-a-choice", what, mend, why=why)
