"""What the programme answered, kept until something is recorded or declared: looking twice costs once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from evaluation.app.opened import programme
from evaluation.model.release import Released
from evaluation.programme import Programme, answered

T = TypeVar("T")
P = ParamSpec("P")


def asked(ask: Callable[Concatenate[Programme, P], Released[T]], *args: P.args, **kwargs: P.kwargs) -> Released[T]:
    """`ask(programme(), ...)` for the person at the screen, as `answered` remembers it."""
    return answered(programme(), ask, *args, **kwargs)
