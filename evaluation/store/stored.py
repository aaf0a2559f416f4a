"""What the store hands out: a handle on it, and stored nouns with who, when and under which seal."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import Engine

from evaluation.model.figures import Coded, Figures, as_numbers
from evaluation.model.observations import Batch, Observation
from evaluation.model.people import Actor
from evaluation.model.references import Kind, Reference

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Store:
    """A handle on one programme's database. Made by `open_store`; may be shared between threads.

    `remembered` holds the rows read through it before (`remembering`), `figures` the
    figures: by measures asked for and files brought in until then (`latest`), `worked_out`
    what others made of both, each with the state of the store it was made in. `known` is
    the row that was the last a moment ago: what was remembered since is new enough, and
    one page does not ask a hundred times whether there is another. What is `kept_back`
    cannot be read through this handle: asking for it is a mistake in the program.
    """

    engine: Engine
    programme: str
    known: int | None = field(default=None, compare=False)
    kept_back: frozenset[Kind] = frozenset()
    remembered: dict[Kind, Remembered] = field(default_factory=dict, compare=False, repr=False)
    figures: dict[tuple[frozenset[str] | None, tuple[int, ...]], tuple[Figure, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    worked_out: dict[Any, tuple[Any, Any]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def database(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    def close(self) -> None:
        """Give the connections back. The handle opens new ones when it is used again."""
        self.engine.dispose()


@dataclass(frozen=True, slots=True)
class Stored(Generic[T_co]):
    """A noun as it was recorded.

    `plan` is the fingerprint of the declaration it was written under, `amends` the
    row it corrects, `seal` what ties it to all rows before it.
    """

    reference: Reference
    number: int
    noun: T_co
    actor: Actor
    recorded_at: datetime
    amends: Reference | None
    plan: str | None
    seal: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """Everything of one kind as it was when `last` was the number of the row recorded last."""

    rows: tuple[Stored[Any], ...]
    last: int


@dataclass(frozen=True, slots=True)
class StoredFigures:
    """Figures as columns, and the batch that brought each."""

    figures: Figures
    batch: Coded[Reference]

    def take(self, places: NDArray[np.intp]) -> StoredFigures:
        """Those at these places, in this order."""
        codes = array("i", as_numbers(self.batch.codes)[places].tobytes())
        return StoredFigures(self.figures.take(places), Coded(self.batch.values, codes))


@dataclass(frozen=True, slots=True)
class Correction:
    """What one file corrected: pairs of figures, as they were (and which file had brought them) and as they are."""

    batch: Stored[Batch]
    before: StoredFigures
    now: Figures


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation and the batch that brought it."""

    observation: Observation
    batch: Reference
