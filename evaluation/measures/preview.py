"""What bringing in a file would change, before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evaluation.measures.reading import Reading
from evaluation.measures.repeats import Key, same_figure
from evaluation.model.observations import Batch, Observation


@dataclass(frozen=True, slots=True)
class Preview:
    """A reading held against what is stored. `revised` pairs the figure as stored with the one in the file."""

    reading: Reading
    new: tuple[Observation, ...] = ()
    unchanged: tuple[Observation, ...] = ()
    revised: tuple[tuple[Observation, Observation], ...] = ()

    @property
    def to_store(self) -> tuple[Observation, ...]:
        """The figures the store would take: new ones, and revised ones as they now are."""
        return (*self.new, *(now for _, now in self.revised))

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
            figures_new=len(self.new),
            figures_revised=len(self.revised),
            figures_unchanged=len(self.unchanged),
        )


def preview(reading: Reading, stored: Mapping[Key, Observation]) -> Preview:
    """Sort the figures of `reading` by what `stored`, the latest figure of each key, says of them."""
    new, unchanged, revised = [], [], []
    for found in reading.observations:
        known = stored.get(found.key)
        if known is None:
            new.append(found)
        elif same_figure(known, found):
            unchanged.append(found)
        else:
            revised.append((known, found))
    return Preview(reading, tuple(new), tuple(unchanged), tuple(revised))
