"""Many figures as columns: what a file of a million rows becomes, without a million objects.

Few different values repeat in most columns, so these hold small numbers that point
into a table of the values (dictionary encoding). `Observation` stays what one figure
means; here it is made when somebody asks for it. NumPy is loaded only to reckon
with whole columns.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T")

# Keys are put together from four codes in one 64-bit number while there is room in it.
_ROOM: Final = 2**62


@dataclass(frozen=True, slots=True)
class Coded(Generic[T]):
    """A column of few different values: that of figure `i` is `values[codes[i]]`."""

    values: tuple[T, ...]
    codes: array[int]

    @classmethod
    def of(cls, column: Iterable[T]) -> Coded[T]:
        """The column of these values, in the order in which they first come."""
        known: dict[T, int] = {}
        codes = array("i", [known.setdefault(value, len(known)) for value in column])
        return cls(tuple(known), codes)

    def __getitem__(self, place: int) -> T:
        return self.values[self.codes[place]]


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """Figures as columns of one length. NaN stands inside `value` and the counts where an observation has None."""

    measure: Coded[str]
    group: Coded[str]
    area: Coded[str]
    period: Coded[Period]
    status: Coded[Status]
    value: array[float]
    numerator: array[float]
    denominator: array[float]
    symbol: Coded[str]
    sheet: Coded[str]
    row: array[int]
    note: Coded[str]

    def __post_init__(self) -> None:
        """Every column has a cell for every figure."""
        coded = (self.measure, self.group, self.area, self.period, self.status, self.symbol, self.sheet, self.note)
        lengths = {len(self), *(len(column.codes) for column in coded)}
        lengths |= {len(column) for column in (self.value, self.numerator, self.denominator)}
        if len(lengths) > 1:
            raise ValueError("columns of figures are of one length")

    @classmethod
    def of(cls, observations: Iterable[Observation]) -> Figures:
        """These observations as columns."""
        several = tuple(observations)
        return cls(
            measure=Coded.of(one.measure for one in several),
            group=Coded.of(one.group for one in several),
            area=Coded.of(one.area for one in several),
            period=Coded.of(one.period for one in several),
            status=Coded.of(one.status for one in several),
            value=array("d", [_inside(one.value) for one in several]),
            numerator=array("d", [_inside(one.numerator) for one in several]),
            denominator=array("d", [_inside(one.denominator) for one in several]),
            symbol=Coded.of(one.symbol for one in several),
            sheet=Coded.of(one.sheet for one in several),
            row=array("i", [one.row for one in several]),
            note=Coded.of(one.note for one in several),
        )

    def __len__(self) -> int:
        return len(self.row)

    def __iter__(self) -> Iterator[Observation]:
        return map(self.observation, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Figures) and len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]  # columns can be changed, though nobody does

    def observation(self, place: int) -> Observation:
        """The figure at this place, as an observation."""
        return Observation(
            measure=self.measure[place],
            area=self.area[place],
            period=self.period[place],
            status=self.status[place],
            value=_outside(self.value[place]),
            numerator=_outside(self.numerator[place]),
            denominator=_outside(self.denominator[place]),
            symbol=self.symbol[place],
            group=self.group[place],
            sheet=self.sheet[place],
            row=self.row[place],
            note=self.note[place],
        )

    def take(self, places: NDArray[np.intp]) -> Figures:
        """The figures at these places, in this order."""

        def taken(column: Any) -> Any:
            if isinstance(column, Coded):
                return Coded(column.values, taken(column.codes))
            return array(column.typecode, as_numbers(column)[places].tobytes())

        return Figures(**{name: taken(getattr(self, name)) for name in self.__slots__})


def as_numbers(column: Sequence[float] | array[Any]) -> NDArray[Any]:
    """A column as NumPy sees it, without a copy."""
    import numpy as np  # noqa: PLC0415 - the nouns load nothing that is not in every Python

    return np.asarray(column)


def keys(figures: Figures, like: Figures | None = None) -> NDArray[np.int64]:
    """One number a figure, equal where measure, group, area and period are; -1 for what `like` does not know.

    Numbers made with the same `like` (itself, where none is given) may be compared.
    """
    import numpy as np  # noqa: PLC0415 - as above

    known = like or figures
    pairs = [
        (getattr(figures, name), cast("Coded[object]", getattr(known, name)).values)
        for name in ("measure", "group", "area", "period")
    ]
    if math.prod(max(1, len(values)) for _, values in pairs) > _ROOM:
        return _keys_by_rank(figures, known)
    codes = [translated(column, values).astype(np.int64) for column, values in pairs]
    sizes = [max(1, len(values)) for _, values in pairs]
    together = reduce(lambda found, each: found * each[1] + each[0], zip(codes[1:], sizes[1:], strict=True), codes[0])
    return np.where(np.logical_or.reduce([code < 0 for code in codes]), -1, together)


def are_repeated(figures: Figures) -> bool:
    """Whether any two speak of the same measure, group, area and period."""
    import numpy as np  # noqa: PLC0415 - as above

    ordered = np.sort(keys(figures))
    return bool((ordered[1:] == ordered[:-1]).any())


def translated(column: Coded[Any], values: Sequence[Any]) -> NDArray[Any]:
    """The codes of `column` as those of another column with these `values`; -1 for a value that is not there."""
    import numpy as np  # noqa: PLC0415 - as above

    codes = as_numbers(column.codes)
    if column.values == values or not len(codes):
        return codes
    place = {value: code for code, value in enumerate(values)}
    theirs: NDArray[Any] = np.array([place.get(value, -1) for value in column.values], dtype=np.int32)[codes]
    return theirs


def _keys_by_rank(figures: Figures, known: Figures) -> NDArray[np.int64]:
    """`keys` where the codes do not fit into one number: slower, with a dictionary."""
    import numpy as np  # noqa: PLC0415 - as above

    def named(some: Figures) -> Iterator[tuple[object, ...]]:
        columns = (some.measure, some.group, some.area, some.period)
        return zip(*([column.values[code] for code in column.codes] for column in columns), strict=True)

    number: dict[tuple[object, ...], int] = {}
    for key in named(known):
        number.setdefault(key, len(number))
    return np.array([number.get(key, -1) for key in named(figures)], dtype=np.int64)


def _inside(number: float | None) -> float:
    return math.nan if number is None else float(number)


def _outside(number: float) -> float | None:
    return None if math.isnan(number) else number


def _same(one: Observation, other: Observation) -> bool:
    return one == other
