"""The programme as a frozen handle: what every use needs, and no verbs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evaluation.declare import Declarations
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.people import Actor
from evaluation.model.prototype import Prototype
from evaluation.problems import UsageError
from evaluation.programme.by_name import by_name
from evaluation.store import Store


def now() -> datetime:
    """The time in UTC: the only clock, handed in so that tests can hold it still."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme folder and its store, as one person sees them, perhaps as at an earlier time.

    `true_values` says that nothing is hidden: the person works on the store's own machine.
    `address` is where people open the app.
    """

    folder: Path
    declarations: Declarations
    store: Store
    actor: Actor | None = None
    as_at: datetime | None = None
    clock: Callable[[], datetime] = now
    true_values: bool = False
    address: str = ""

    @property
    def framework(self) -> Framework:
        """All that the frameworks of the folder declare together; where there is one, that one."""
        return self.declarations.together

    @property
    def opening_framework(self) -> Framework:
        """The framework the programme opens with: of those that share no other, the first by file name."""
        return self.declarations.frameworks[0]

    def prototype(self, prototype_id: str) -> Prototype:
        """The prototype of this id. Raises UsageError with the ids there are."""
        return by_name("prototype", prototype_id, {plan.id: plan for plan in self.declarations.prototypes})

    def framework_of(self, prototype: Prototype) -> Framework:
        """The framework a prototype belongs to."""
        return self.declarations.framework(prototype.framework)

    def measure(self, prototype: Prototype, measure_id: str) -> Measure:
        """A measure of the prototype's framework. Raises UsageError with the prototype's measures."""
        try:
            return self.framework_of(prototype).measure(measure_id)
        except KeyError:
            there = ", ".join(used.measure for used in prototype.measures) or "none yet"
            raise UsageError(f'{prototype.name} has no measure "{measure_id}". It has: {there}.') from None
