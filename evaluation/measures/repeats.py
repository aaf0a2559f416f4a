"""The same figure twice in one file: once if they agree, not at all if they do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from evaluation.model.observations import Observation
from evaluation.model.places import Period
from evaluation.problems import Origin, Problem

Key = tuple[str, str, str, Period]


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left of the figures once repeats are settled, and the rows that went."""

    observations: tuple[Observation, ...]
    repeated_rows: frozenset[int]
    refused_rows: frozenset[int]
    problems: tuple[Problem, ...]


def same_figure(one: Observation, other: Observation) -> bool:
    """Whether two observations of one key say the same, wherever they stood."""
    return replace(one, sheet="", row=0) == replace(other, sheet="", row=0)


def settle(file: str, observations: Iterable[Observation]) -> Settled:
    """Keep the first of figures that agree; refuse every row that gives one that does not.

    A row all of whose figures were given before is a repeated row. One pass to
    find the figures that disagree, one to keep the rest.
    """
    observations = tuple(observations)
    first: dict[Key, Observation] = {}
    disputed: dict[Key, list[Observation]] = {}
    for found in observations:
        earlier = first.setdefault(found.key, found)
        if earlier is not found and (found.key in disputed or not same_figure(earlier, found)):
            disputed.setdefault(found.key, [earlier]).append(found)
    # An agreeing repeat that stands before the one that differs is disputed as well.
    problems = tuple(_problem(file, found, disputed) for found in observations if found.key in disputed)
    refused = frozenset(found.row for found in observations if found.key in disputed)
    kept: dict[Key, Observation] = {}
    for found in observations:
        if found.row not in refused:
            kept.setdefault(found.key, found)
    rows_kept = {found.row for found in kept.values()}
    repeated = frozenset(found.row for found in observations) - refused - rows_kept
    return Settled(tuple(kept.values()), repeated, refused, problems)


def _problem(file: str, found: Observation, disputed: Mapping[Key, list[Observation]]) -> Problem:
    others = sorted({other.row for other in disputed[found.key]} - {found.row})
    return Problem(
        "duplicate-key",
        f"Row {others[0] if others else found.row} gives another figure for {found.measure} in {found.area}, "
        f"{found.period.notation}{f', {found.group}' if found.group else ''}.",
        "Keep the right one; if both are right, a filter or a group tells them apart.",
        origin=Origin(file, sheet=found.sheet or None, row=found.row),
    )
