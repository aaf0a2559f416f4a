"""A row as the rules of learning see it: a noun, what it is cited by, and the row it corrects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from evaluation.model.references import Reference

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Kept(Generic[T_co]):
    """A row that nobody had to store."""

    reference: Reference
    noun: T_co
    amends: Reference | None = None
