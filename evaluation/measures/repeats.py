"""The same figure twice in one file: once if they agree, not at all if they do not. And what agreeing is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from evaluation.model.figures import Coded, Figures, as_numbers, keys, translated
from evaluation.model.observations import Observation
from evaluation.model.places import Period
from evaluation.problems import Origin, Problem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Key = tuple[str, str, str, Period]
# A file that went through single precision says 89.80000305 for 89.8 (seven digits, IEEE 754); counts are exact.
_SINGLE_PRECISION: Final = 1e-7


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left of the figures once repeats are settled, the rows that went, and the first problems of several."""

    figures: Figures
    repeated_rows: frozenset[int] = frozenset()
    refused_rows: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()
    disputed: int = 0


def same_figures(one: Figures, other: Figures) -> NDArray[np.bool_]:
    """Which figures of two lists of the same keys agree, wherever they stood and whatever is remarked on them."""
    import numpy as np  # noqa: PLC0415 - loaded when a file comes in

    def same(mine: Any, theirs: Any) -> Any:
        if isinstance(mine, Coded):
            return as_numbers(mine.codes) == translated(theirs, mine.values)
        return np.isclose(as_numbers(mine), as_numbers(theirs), rtol=0, atol=0, equal_nan=True)

    close = np.isclose(as_numbers(one.value), as_numbers(other.value), rtol=_SINGLE_PRECISION, atol=0, equal_nan=True)
    columns = ("status", "symbol", "numerator", "denominator")
    agree: NDArray[np.bool_] = np.logical_and.reduce(
        [close, *(same(getattr(one, name), getattr(other, name)) for name in columns)]
    )
    return agree


def settle(file: str, figures: Figures, most: int) -> Settled:
    """Keep the first of figures that agree; refuse every row that gives one that does not.

    A row all of whose figures were given before is a repeated row. An agreeing repeat
    that stands before the one that differs is disputed as well. `most` is how many
    problems are put into words.
    """
    import numpy as np  # noqa: PLC0415 - as above

    key = keys(figures)
    distinct, first, of_key = np.unique(key, return_index=True, return_inverse=True)
    if len(distinct) == len(figures):
        return Settled(figures)
    repeats = np.flatnonzero(first[of_key] != np.arange(len(figures)))
    differing = repeats[~same_figures(figures.take(first[of_key][repeats]), figures.take(repeats))]
    is_disputed = np.isin(of_key, of_key[differing])
    contradicted_by = first[of_key]  # the first figure contradicts those that differ, and the first of those all others
    against = np.full(len(distinct), -1)
    against[of_key[differing[::-1]]] = differing[::-1]
    agreeing = np.setdiff1d(np.flatnonzero(is_disputed), differing)
    contradicted_by[agreeing] = against[of_key[agreeing]]
    rows = as_numbers(figures.row)
    refused = np.unique(rows[is_disputed])
    left = np.flatnonzero(~np.isin(rows, refused))
    kept = np.sort(left[np.unique(key[left], return_index=True)[1]])
    repeated = np.setdiff1d(rows[left], rows[kept])
    return Settled(
        figures.take(kept),
        frozenset(repeated.tolist()),
        frozenset(refused.tolist()),
        tuple(
            _problem(file, figures.observation(place), figures.row[contradicted_by[place]])
            for place in np.flatnonzero(is_disputed)[:most].tolist()
        ),
        int(is_disputed.sum()),
    )


def _problem(file: str, found: Observation, other: int) -> Problem:
    return Problem(
        "duplicate-key",
        f"Row {other} gives another figure for {found.measure} in {found.area}, "
        f"{found.period.notation}{f', {found.group}' if found.group else ''}.",
        "Keep the right one; if both are right, a filter or a group tells them apart.",
        origin=Origin(file, sheet=found.sheet or None, row=found.row),
    )
