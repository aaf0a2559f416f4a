"""What somebody who wrote something down is told: that it was kept, and under which reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evaluation import store
from evaluation.model.framework import Framework
from evaluation.model.people import Actor
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was kept, and the sentence that says so."""

    reference: Reference
    sentence: str


def keep(
    programme: Programme,
    noun: Any,
    actor: Actor,
    sentence: str,
    *,
    request_key: str,
    amends: Reference | None = None,
    plan: Framework | Prototype | None = None,
) -> Released[Receipt]:
    """Store a noun, now, and say so. The same `request_key` twice stores one.

    It leans on `plan`; where none is given, on that of the noun's own prototype, if it is declared still.
    """
    plans = {each.id: each for each in programme.declarations.prototypes}
    kept = store.append(
        programme.store,
        noun,
        actor,
        at=programme.clock(),
        request_key=request_key,
        amends=amends,
        plan=plan or plans.get(getattr(noun, "prototype", None) or ""),
    )
    return release(programme, Receipt(kept.reference, sentence))
