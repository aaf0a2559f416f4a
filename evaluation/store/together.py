"""The door in for what belongs together: several rows, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from evaluation.model.framework import Framework
from evaluation.model.people import Actor
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.store.appending import Act, write_row
from evaluation.store.engine import writing
from evaluation.store.stored import Store, Stored


@dataclass(frozen=True, slots=True)
class Submission:
    """One noun, the key by which it is known again, and the row it corrects or the declaration it leans on."""

    noun: Any
    request_key: str
    amends: Reference | None = None
    plan: Framework | Prototype | None = None


def append_together(
    store: Store, submissions: Iterable[Submission], actor: Actor, *, at: datetime
) -> tuple[Stored[Any], ...]:
    """Store these nouns for good, in this order and in one transaction; one submitted before stays the row it was.

    Raises UsageError and StoreError as `append` does: then nothing was stored.
    """
    with writing(store.engine) as connection:
        return tuple(
            write_row(connection, each.noun, Act(actor, at, each.request_key), amends=each.amends, plan=each.plan)
            for each in submissions
        )
