"""The rule on one page.

A number of people from 1 up to the profile's bound is hidden, because a family
might be recognised in it. So is a number whose complement is that small: 98 out
of 100 says that 2 were not. A group of so few people is hidden whole. Whatever
was made of a hidden number goes with it.

Zero is shown, as NHS and ONS tables show it: there is nobody in it to recognise,
and hiding it would make "hidden does not mean zero" say less. "None of 3" is
still hidden, because the group of 3 is.

That a hidden number cannot be worked out from the totals beside it is another matter
(`secondary`), and so is the rounding of every number in place of hiding some (`rounding`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from evaluation.disclosure.rounding import round_table
from evaluation.model.framework import FLOOR, Framework
from evaluation.model.release import HIDDEN, Cell, ColumnKind, Table


@dataclass(frozen=True, slots=True)
class Profile:
    """How small is too small.

    Numbers above 0 and below `below` are hidden, zero too where `hides_zero`. A profile with a base to
    `round_to` rounds every count instead, and `below` says which of them the attack guards. Further cells
    are hidden under every profile: none can be had without.
    """

    name: str
    below: int
    round_to: int | None = None
    hides_zero: bool = False

    def __post_init__(self) -> None:
        """The package never goes below its floor."""
        if self.below < FLOOR:
            raise ValueError(f"a profile hides everything below {FLOOR} at least")
        if self.round_to is not None and self.round_to < FLOOR:
            raise ValueError(f"a profile rounds to the nearest {FLOOR} at least")


PROFILES: Final[Mapping[str, Profile]] = {
    profile.name: profile
    for profile in (
        Profile("below-5", below=5),
        Profile("1-7", below=8),
        Profile("below-10", below=10),
        Profile("round-to-5", below=5, round_to=5),
    )
}


def profile_of(framework: Framework) -> Profile:
    """The profile a framework names: one of its own, or one of those above. Raises KeyError where there is neither."""
    for own in framework.disclosure_profiles:
        if own.id == framework.disclosure:
            return Profile(own.id, own.below, own.round_to, own.hides_zero)
    return PROFILES[framework.disclosure]


def is_too_small(people: float, profile: Profile) -> bool:
    """Whether this number of people is too small to show. Zero is not, unless the profile says so."""
    return 0 < people < profile.below or (people == 0 and profile.hides_zero)


def shows_too_few(count: float, out_of: float | None, profile: Profile) -> bool:
    """Whether a count, those it leaves out, or the group it comes from is too small to show."""
    if out_of is None:
        return is_too_small(count, profile)
    return any(is_too_small(people, profile) for people in (count, out_of - count, out_of))


def protect(table: Table, profile: Profile) -> tuple[Table, int]:
    """The table with its small numbers hidden, and how many cells that took.

    In each row: a count that is too small, or whose complement in any "out of" of
    the row is; an "out of" that is too small; every count where an "out of" is
    hidden; every derived cell where anything is hidden. Text and other numbers
    are never touched. Protecting twice changes nothing.

    A profile that rounds hides no count for being small, but shows each to the nearest of its base.
    Raises ValueError where a column of counts holds text.
    """
    if profile.round_to is not None:
        rounded = round_table(table, profile.round_to)
        return rounded, _hidden(rounded) - _hidden(table)
    kinds = tuple(column.kind for column in table.columns)
    rows = tuple(_protected(row, kinds, profile) for row in table.rows)
    protected = replace(table, rows=rows)
    return protected, _hidden(protected) - _hidden(table)


def _hidden(table: Table) -> int:
    return sum(row.count(HIDDEN) for row in table.rows)


def _protected(row: tuple[Cell, ...], kinds: tuple[ColumnKind, ...], profile: Profile) -> tuple[Cell, ...]:
    """One row, its small numbers hidden. `kinds` has the kind of each cell."""
    groups = [_number(cell) for cell, kind in zip(row, kinds, strict=True) if kind is ColumnKind.OUT_OF]
    known = [group for group in groups if group is not None]

    def hides(cell: Cell, kind: ColumnKind) -> bool:
        number = _number(cell) if kind in (ColumnKind.COUNT, ColumnKind.OUT_OF) else None
        if number is None:
            return False
        if kind is ColumnKind.OUT_OF:
            return is_too_small(number, profile)
        return any(shows_too_few(number, group, profile) for group in (None, *known))

    hidden = tuple(HIDDEN if hides(cell, kind) else cell for cell, kind in zip(row, kinds, strict=True))
    if HIDDEN not in hidden:
        return hidden
    return tuple(
        HIDDEN if kind is ColumnKind.DERIVED and cell is not None else cell
        for cell, kind in zip(hidden, kinds, strict=True)
    )


def _number(cell: Cell) -> float | None:
    """The number in a cell of counts; None where it is missing or hidden."""
    if isinstance(cell, str):
        raise ValueError(f"a column of counts holds text: {cell!r}")  # noqa: TRY004 - the table's content is wrong
    return cell if isinstance(cell, int | float) else None
