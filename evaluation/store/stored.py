"""What the store hands out: a handle on it, and stored nouns with who, when and under which seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy import Engine

from evaluation.model.observations import Observation
from evaluation.model.people import Actor
from evaluation.model.references import Reference

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Store:
    """A handle on one programme's database. Made by `open_store`; may be shared between threads."""

    engine: Engine
    programme: str

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
class Figure:
    """An observation and the batch that brought it."""

    observation: Observation
    batch: Reference
