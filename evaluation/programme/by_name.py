"""What is asked for by its name or id; where there is none of that name, the names there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from evaluation.problems import UsageError

T = TypeVar("T")


def by_name(kind: str, name: str, there: Mapping[str, T]) -> T:
    """The one of this name. Raises UsageError, which says what there is of its `kind`."""
    if name not in there:
        raise UsageError(f'There is no {kind} "{name}". There is: {", ".join(there) or "none yet"}.')
    return there[name]
