"""The panel: one figure an area and period, and where each area's test begins."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation.model.measure import Scale
from evaluation.problems import UsageError
from evaluation.statistics.counting import checked, quotients, scale_of
from evaluation.statistics.frame import COMPARISON, cells, constant, grouped, matrices

Array = NDArray[np.float64]
_EMPTY: Final[Mapping[str, Array]] = MappingProxyType({})
_WITH_COUNTS: Final = (Scale.PROPORTION, Scale.RATE)


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Figures of areas over periods, ready for an estimator. Equal by value; its arrays cannot be written to.

    `values` is areas x periods, NaN where there is no figure: shares for
    proportions and published percentages, quotients for rates. `numerators` and
    `denominators` have the same shape or are None. `starts` holds, per area, the
    index of its first test period (`len(periods)` if that lies beyond them all) or
    -1 for a comparison area. `weights` (areas x periods) stand in for denominators
    when an effect is averaged over areas. `covariates` have one number an area,
    known before the start. `groups` holds one panel a group, for a gap; in a panel of
    gaps (`gaps.gaps`) `sides` names the two whose levels `values` are the difference of.

    `breaks` names periods from which the measure is defined differently,
    `overlapping` periods that share time with the one before them (those that are not
    among `periods` were left out for it), `not_collected` (missing period, next period)
    where the plan says that nothing was collected, `holes` where nobody says why,
    `boundary_changes` (area, period) from which an area is another place, `events`
    (period, area or "" for everywhere, name) what else happened, one entry for each
    period and area it touched, and `exposed` comparison areas that something alike
    reaches meanwhile.
    """

    areas: tuple[str, ...]
    periods: tuple[str, ...]
    starts: NDArray[np.intp]
    scale: Scale
    values: Array
    numerators: Array | None = None
    denominators: Array | None = None
    weights: Array | None = None
    covariates: Mapping[str, Array] = field(default_factory=lambda: _EMPTY)
    groups: Mapping[str, Panel] = field(default_factory=dict)
    breaks: tuple[str, ...] = ()
    overlapping: tuple[str, ...] = ()
    boundary_changes: tuple[tuple[str, str], ...] = ()
    events: tuple[tuple[str, str, str], ...] = ()
    exposed: tuple[str, ...] = ()
    sides: tuple[str, str] | None = None
    not_collected: tuple[tuple[str, str], ...] = ()
    holes: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Shapes agree, and the arrays become this panel's own."""
        shape = (len(self.areas), len(self.periods))
        for name in ("values", "numerators", "denominators", "weights"):
            matrix = getattr(self, name)
            if matrix is not None:
                object.__setattr__(self, name, _own(matrix, name, shape))
        starts = np.minimum(np.maximum(np.asarray(self.starts, dtype=np.intp), COMPARISON), len(self.periods))
        starts.flags.writeable = False
        object.__setattr__(self, "starts", starts)
        owned = {name: _own(by_area, name, shape[:1]) for name, by_area in self.covariates.items()}
        object.__setattr__(self, "covariates", owned)

    @classmethod
    def from_frame(cls, frame: Any, *, covariates: Sequence[str] = (), scale: Scale | str | None = None) -> Panel:
        """Read a long table: columns area, period, start, and value or numerator and denominator.

        `period` may be of any kind that sorts; `start` is the area's first test
        period, null in comparison areas. Optional: weight, group, and the named
        covariates. Counts are proportions unless `scale` says `rate`; values alone
        are means unless it says `published_percentage` (then as shares). Raises
        UsageError for missing columns, two rows for one area and period, and
        counts that cannot be. The frame is not changed.
        """
        found = cells(frame)
        said: dict[str, Any] = {
            "areas": found.areas,
            "periods": found.periods,
            "starts": found.starts,
            "scale": scale,
            "covariates": {name: constant(frame, name, found) for name in covariates},
        }
        if "group" not in frame.columns:
            return cls.from_matrix(**said, **matrices(frame, found))
        groups = {name: cls.from_matrix(**said, **figures) for name, figures in grouped(frame, found).items()}
        return cls.of_groups(groups)

    @classmethod
    def of_groups(cls, groups: Mapping[str, Panel]) -> Panel:
        """All groups as one panel, which holds them: they share areas, periods, starts and covariates."""
        panels = list(groups.values())
        together: dict[str, Any] = dict.fromkeys(("numerators", "denominators", "weights"))
        together["values"] = np.full_like(panels[0].values, np.nan)
        if all(panel.has_counts for panel in panels):
            counts = {name: _added(panels, name) for name in ("numerators", "denominators")}
            together |= counts | {"values": quotients(*counts.values())}
        return replace(panels[0], **together, groups=groups)

    @classmethod
    def from_matrix(
        cls,
        *,
        areas: Sequence[str],
        periods: Sequence[str],
        starts: Sequence[int | None] | NDArray[np.intp],
        values: ArrayLike | None = None,
        numerators: ArrayLike | None = None,
        denominators: ArrayLike | None = None,
        scale: Scale | str | None = None,
        weights: ArrayLike | None = None,
        covariates: Mapping[str, ArrayLike] | None = None,
        breaks: Sequence[str] = (),
        overlapping: Sequence[str] = (),
        boundary_changes: Sequence[tuple[str, str]] = (),
        events: Sequence[tuple[str, str, str]] = (),
        exposed: Sequence[str] = (),
    ) -> Panel:
        """Make a panel of ready matrices (areas x periods); periods in order, None a start for comparison areas.

        Counts make the values; without counts `values` is needed. Of a mean or a
        published percentage numerators and denominators are no counts of events: they
        make the level, and how much an area counts. Raises UsageError as `from_frame` does.
        """
        kind = scale_of(scale, counted=numerators is not None)
        counts = None
        if numerators is not None and denominators is not None:
            counts = checked(np.asarray(numerators, dtype=float), np.asarray(denominators, dtype=float), kind)
        elif values is None or kind in _WITH_COUNTS:
            raise UsageError(f"A {kind.value} needs numerators and denominators; other figures need values.")
        found = quotients(*counts) if counts else np.asarray(values, dtype=float)
        if counts and kind not in _WITH_COUNTS:
            weights, counts = counts[1] if weights is None else weights, None
        if kind is Scale.PUBLISHED_PERCENTAGE and (np.nan_to_num(found) > 1).any():
            raise UsageError("Published percentages are held as shares between 0 and 1: divide them by 100.")
        return cls(
            areas=tuple(areas),
            periods=tuple(periods),
            starts=np.array([COMPARISON if start is None else start for start in starts], dtype=np.intp),
            scale=kind,
            values=found,
            numerators=counts[0] if counts else None,
            denominators=counts[1] if counts else None,
            weights=None if weights is None else np.array(weights, dtype=float),
            covariates={name: np.array(by_area, dtype=float) for name, by_area in (covariates or {}).items()},
            breaks=tuple(breaks),
            overlapping=tuple(overlapping),
            boundary_changes=tuple(boundary_changes),
            events=tuple(events),
            exposed=tuple(exposed),
        )

    @property
    def is_test(self) -> NDArray[np.bool_]:
        """Which areas try the prototype."""
        return np.not_equal(self.starts, COMPARISON)

    @property
    def has_counts(self) -> bool:
        """Whether there are numerators and denominators."""
        return self.numerators is not None

    def among(self, areas: Iterable[str]) -> NDArray[np.bool_]:
        """Which of the panel's areas are among these."""
        asked = frozenset(areas)
        return np.array([area in asked for area in self.areas], dtype=bool)

    def named(self, chosen: NDArray[np.bool_]) -> tuple[str, ...]:
        """The areas that are `chosen` (one truth value an area), by name."""
        return tuple(compress(self.areas, chosen.tolist()))

    def take(self, kept: NDArray[np.bool_]) -> Panel:
        """The panel of the areas that are `kept` (one truth value an area)."""
        if kept.all():
            return self
        held = {name: getattr(self, name) for name in ("values", "numerators", "denominators", "weights")}
        return replace(
            self,
            areas=tuple(compress(self.areas, kept.tolist())),
            starts=self.starts[kept],
            covariates={name: by_area[kept] for name, by_area in self.covariates.items()},
            groups={name: group.take(kept) for name, group in self.groups.items()},
            **{name: matrix[kept] for name, matrix in held.items() if matrix is not None},
        )

    def with_covariates(self, covariates: Mapping[str, ArrayLike]) -> Panel:
        """The same panel with these covariates (one number an area) in place of its own."""
        return replace(self, covariates={name: np.array(by_area, dtype=float) for name, by_area in covariates.items()})

    def to_bytes(self) -> bytes:
        """One text for one meaning: what a fingerprint is taken of."""
        said = {
            "areas": self.areas,
            "periods": self.periods,
            "scale": self.scale.value,
            "starts": self.starts.tolist(),
            "covariates": {name: [repr(float(x)) for x in by_area] for name, by_area in self.covariates.items()},
            "breaks": self.breaks,
            "overlapping": self.overlapping,
            "boundary_changes": self.boundary_changes,
            "events": self.events,
            "exposed": self.exposed,
            "groups": {name: group.digest for name, group in self.groups.items()},
            **{name: said for name in ("sides", "not_collected", "holes") if (said := getattr(self, name))},
        }
        held = (self.values, self.numerators, self.denominators, self.weights)
        return b"\n".join([json.dumps(said, sort_keys=True, ensure_ascii=False).encode(), *map(_bytes, held)])

    @property
    def digest(self) -> str:
        """sha256 of `to_bytes`, as 64 hexadecimal characters."""
        return hashlib.sha256(self.to_bytes()).hexdigest()

    def __eq__(self, other: object) -> bool:
        """Equal in every figure; two gaps are equal."""
        return isinstance(other, Panel) and self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:
        """Of the digest."""
        return hash(self.digest)


def _own(matrix: ArrayLike, name: str, shape: tuple[int, ...]) -> Array:
    owned = np.array(matrix, dtype=float)
    if owned.shape != shape:
        raise UsageError(f"{name} has the shape {owned.shape}; the areas and periods make {shape}.")
    owned.flags.writeable = False
    return owned


def _bytes(matrix: Array | None) -> bytes:
    """Little-endian, one bit pattern for every gap and for zero."""
    return b"" if matrix is None else np.where(np.isnan(matrix), np.nan, matrix + 0.0).astype("<f8").tobytes()


def _added(panels: Sequence[Panel], name: str) -> Array:
    """Counts of all groups; without counts nobody knows the whole."""
    return np.asarray(np.sum([getattr(panel, name) for panel in panels], axis=0))
