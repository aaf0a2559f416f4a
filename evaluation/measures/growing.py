"""Columns of figures while a file is read: they grow chunk by chunk and become `Figures` at the end."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from evaluation.model.figures import Coded, Figures
from evaluation.model.observations import Observation

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

CODED: Final = ("measure", "group", "area", "period", "status", "symbol", "sheet", "note")
NUMBERS: Final = ("value", "numerator", "denominator")
Codes = NDArray[np.int32]
Numbers = NDArray[np.float64]
# The columns of some figures: codes for those of `CODED`, numbers for `NUMBERS`, and `row`.
Columns = Mapping[str, NDArray[Any]]


class Lookup(dict[K, V], Generic[K, V]):
    """What each text stands for, worked out when it is first met."""

    def __init__(self, read: Callable[[K], V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, key: K) -> V:
        found = self[key] = self._read(key)
        return found

    def codes(self, column: Iterable[K]) -> Codes:
        """What a whole column stands for, where that is a code."""
        return np.fromiter(map(self.__getitem__, column), np.int32)


@dataclass(frozen=True, slots=True)
class Growing:
    """The columns so far. A value gets its code when it is first met."""

    known: dict[str, Lookup[Any, int]] = field(
        default_factory=lambda: {name: _numbered() for name in CODED},
    )
    columns: dict[str, array[Any]] = field(
        default_factory=lambda: {name: array("i") for name in (*CODED, "row")} | {name: array("d") for name in NUMBERS},
    )

    def add(self, columns: Columns) -> None:
        """Add figures, given as columns of one length."""
        for name, column in self.columns.items():
            column.frombytes(columns[name].astype(column.typecode).tobytes())

    def coded(self, observations: Iterable[Observation]) -> Columns:
        """Observations as columns in the codes used here."""
        several = tuple(observations)
        codes = {name: self.known[name].codes(getattr(one, name) for one in several) for name in CODED}
        numbers = {name: np.array([getattr(one, name) for one in several], dtype=np.float64) for name in NUMBERS}
        return {**codes, **numbers, "row": np.array([one.row for one in several], dtype=np.int32)}

    def done(self) -> Figures:
        """All of them."""
        columns: dict[str, Any] = {name: self.columns[name] for name in (*NUMBERS, "row")}
        columns |= {name: Coded(tuple(self.known[name]), self.columns[name]) for name in CODED}
        return Figures(**columns)


def _numbered() -> Lookup[Any, int]:
    found: Lookup[Any, int] = Lookup(lambda _: len(found))
    return found
