"""What bringing in a file would change, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.measures.reading import Reading
from evaluation.measures.repeats import Key, same_figures
from evaluation.model.figures import Figures, keys
from evaluation.model.observations import Batch, Observation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """A reading held against what is stored.

    Figures are named by their places: `new_at`, `unchanged_at` and `revised_at` in the
    file, `revised_from` in what is stored. The observations themselves are made when
    somebody asks.
    """

    reading: Reading
    stored: Figures
    new_at: NDArray[np.intp]
    unchanged_at: NDArray[np.intp]
    revised_at: NDArray[np.intp]
    revised_from: NDArray[np.intp]

    @property
    def new(self) -> tuple[Observation, ...]:
        """Those of which nothing was known."""
        return _observations(self.reading.figures, self.new_at)

    @property
    def unchanged(self) -> tuple[Observation, ...]:
        """Those stored before, wherever they stood."""
        return _observations(self.reading.figures, self.unchanged_at)

    @property
    def revised(self) -> tuple[tuple[Observation, Observation], ...]:
        """Pairs: the figure as stored, and the one in the file."""
        before = _observations(self.stored, self.revised_from)
        return tuple(zip(before, _observations(self.reading.figures, self.revised_at), strict=True))

    @property
    def to_store(self) -> Figures:
        """The figures the store would take: new ones, and revised ones as they now are."""
        import numpy as np  # noqa: PLC0415 - loaded when a file comes in

        if len(self.new_at) == len(self.reading.figures):
            return self.reading.figures
        return self.reading.figures.take(np.concatenate([self.new_at, self.revised_at]))

    def batch(self) -> Batch:
        """The file as the store keeps it; the store seals its figures."""
        reading = self.reading
        return Batch(
            file=reading.file,
            sha256=reading.sha256,
            source=reading.source,
            rows_read=reading.rows_read,
            rows_used=reading.rows_used,
            rows_filtered=reading.rows_filtered,
            rows_refused=reading.rows_refused,
            figures_new=len(self.new_at),
            figures_revised=len(self.revised_at),
            figures_unchanged=len(self.unchanged_at),
        )


def preview(reading: Reading, stored: Figures | Mapping[Key, Observation]) -> Preview:
    """Sort the figures of `reading` by what `stored`, the latest figure of each key, says of them."""
    import numpy as np  # noqa: PLC0415 - as above

    known = stored if isinstance(stored, Figures) else Figures.of(stored.values())
    found = reading.figures
    key, theirs = keys(found), keys(known, found)
    order = np.argsort(theirs, kind="stable")
    place = np.searchsorted(theirs, key, sorter=order)
    match = order[np.minimum(place, len(order) - 1)] if len(order) else np.zeros(len(key), np.intp)
    is_known = theirs[match] == key if len(order) else np.zeros(len(key), np.bool_)
    at = np.flatnonzero(is_known)
    same = same_figures(known.take(match[at]), found.take(at))
    return Preview(reading, known, np.flatnonzero(~is_known), at[same], at[~same], match[at[~same]])


def _observations(figures: Figures, places: Iterable[int]) -> tuple[Observation, ...]:
    return tuple(map(figures.observation, map(int, places)))
