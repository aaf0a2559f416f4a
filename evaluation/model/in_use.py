"""Whether what is declared is in use: until the day on which its declaration retires it."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class Declared(Protocol):
    """Anything whose declaration may say from which day it is used no more."""

    @property
    def retired(self) -> date | None:
        """The first day without it; None while no end is known."""


def in_use(declared: Declared, on: date) -> bool:
    """Whether it is in use on this day. What will be retired later still is."""
    return declared.retired is None or on < declared.retired
