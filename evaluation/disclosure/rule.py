"""The rule on one page.

A number of people from 1 up to the profile's bound is hidden, because a family
might be recognised in it. So is a number whose complement is that small: 98 out
of 100 says that 2 were not. A group of so few people is hidden whole. Whatever
was made of a hidden number goes with it.

Zero is shown, as NHS and ONS tables show it: there is nobody in it to recognise,
and hiding it would make "hidden does not mean zero" say less. "None of 3" is
still hidden, because the group of 3 is.

What this rule does not do: stop a hidden number being worked out from the totals
beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.model.release import HIDDEN, Cell, ColumnKind, Table
from evaluation.problems import UsageError

# No profile hides less than this, whatever a framework declares.
FLOOR: Final = 5


@dataclass(frozen=True, slots=True)
class Profile:
    """How small is too small: numbers above 0 and below `below` are hidden; `round_to` is the base of rounding."""

    name: str
    below: int
    round_to: int | None = None

    def __post_init__(self) -> None:
        """The package never goes below its floor."""
        if self.below < FLOOR:
            raise ValueError(f"a profile hides everything below {FLOOR} at least")


PROFILES: Final[Mapping[str, Profile]] = {
    profile.name: profile
    for profile in (
        Profile("below-5", below=5),
        Profile("1-7", below=8),
        Profile("below-10", below=10),
        Profile("round-to-5", below=5, round_to=5),
    )
}


def is_too_small(people: float, profile: Profile) -> bool:
    """Whether this number of people is too small to show. Zero is not."""
    return 0 < people < profile.below


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

    Raises UsageError for a profile that rounds, which this version cannot do yet,
    and ValueError where a column of counts holds text.
    """
    cannot_round(profile)
    kinds = tuple(column.kind for column in table.columns)
    rows = tuple(_protected(row, kinds, profile) for row in table.rows)
    before, after = (sum(row.count(HIDDEN) for row in some) for some in (table.rows, rows))
    return Table(table.columns, rows, table.source), after - before


def cannot_round(profile: Profile) -> None:
    """Refuse to do less than the profile promises."""
    if profile.round_to is not None:
        usable = ", ".join(name for name, known in PROFILES.items() if known.round_to is None)
        raise UsageError(f"Rounding ({profile.name}) is not built yet. Choose one of these in the framework: {usable}.")


def _protected(row: tuple[Cell, ...], kinds: tuple[ColumnKind, ...], profile: Profile) -> tuple[Cell, ...]:
    """One row, its small numbers hidden. `kinds` has the kind of each cell."""
    groups = [_number(cell) for cell, kind in zip(row, kinds, strict=True) if kind is ColumnKind.OUT_OF]
    known = [group for group in groups if group is not None]
    small_group = any(is_too_small(group, profile) for group in known)

    def hides(cell: Cell, kind: ColumnKind) -> bool:
        number = _number(cell) if kind in (ColumnKind.COUNT, ColumnKind.OUT_OF) else None
        if number is None:
            return False
        if kind is ColumnKind.OUT_OF:
            return is_too_small(number, profile)
        return small_group or any(shows_too_few(number, group, profile) for group in (None, *known))

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
