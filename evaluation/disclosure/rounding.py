"""Rounding: every count shown to the nearest 5, whatever its size, and shares made of what is shown.

Each count is rounded by itself, totals too, always the same way; so figures that are rounded may
not add up. Nothing needs to be hidden for being small: 0 then stands for 0, 1 or 2, and 5 for 3
to 7. What can be worked out in spite of it, because several roundings pull the same way, is
found by the attack, which takes each rounded figure for the range it stands for.

Sources: HESA (Jisc), standard rounding methodology: nearest multiple of 5, halves upwards; Ofqual (2025), Rounding
policy for statistical publications: totals rounded by themselves. (Ofqual makes shares of the unrounded counts;
of few people these would give the counts away, so ours are made of the rounded.)
"""

from __future__ import annotations

from dataclasses import replace
from math import floor, isclose
from typing import Final

from evaluation.model.release import HIDDEN, Cell, ColumnKind, Table

# A share, a percentage, a rate per thousand and per hundred thousand: what can be made again of its two counts.
_PER: Final = (1, 100, 1_000, 100_000)
# As near as a figure must be to what its counts say to have been made of them: what floats lose on the way.
_NEAR: Final = 1e-9


def rounded(count: float, base: int) -> int:
    """The count to the nearest multiple of `base`, halves upwards, always the same way.

    0, 1 and 2 become 0; 3 to 7 become 5. Totals are rounded by themselves, so rounded parts
    need not add up to them.
    """
    return base * floor(count / base + 0.5)


def behind_rounding(shown: int, base: int) -> tuple[int, int]:
    """The lowest and highest whole number that `rounded` makes `shown`.

    >>> behind_rounding(0, 5), behind_rounding(5, 5), behind_rounding(20, 10)
    ((0, 2), (3, 7), (15, 24))
    """
    return max(0, shown - base // 2), shown + (base - 1) // 2


def round_table(table: Table, base: int) -> Table:
    """The table with every count rounded, and every derived figure made again of the rounded counts of its row.

    A derived figure that is not the one count of its row over the one "out of", or has no counts to be made
    of, is hidden: its unrounded value could give them away. Rounding twice changes nothing.
    """
    kinds = tuple(column.kind for column in table.columns)
    return replace(table, rows=tuple(_rounded_row(row, kinds, base) for row in table.rows))


def _rounded_row(row: tuple[Cell, ...], kinds: tuple[ColumnKind, ...], base: int) -> tuple[Cell, ...]:
    is_count = [kind in (ColumnKind.COUNT, ColumnKind.OUT_OF) for kind in kinds]
    shown = tuple(
        _rounded_cell(cell, base) if is_counted else cell for cell, is_counted in zip(row, is_count, strict=True)
    )
    if not any(is_counted and cell is not None for cell, is_counted in zip(row, is_count, strict=True)):
        return row
    before, after = _share(row, kinds), _share(shown, kinds)
    return tuple(
        _made_again(cell, before, after) if kind is ColumnKind.DERIVED and cell is not None else cell
        for cell, kind in zip(shown, kinds, strict=True)
    )


def _rounded_cell(cell: Cell, base: int) -> Cell:
    if isinstance(cell, str):
        raise ValueError(f"a column of counts holds text: {cell!r}")  # noqa: TRY004 - the table's content is wrong
    return rounded(cell, base) if isinstance(cell, int | float) else cell


def _share(row: tuple[Cell, ...], kinds: tuple[ColumnKind, ...]) -> float | None:
    """The one count of a row over its one "out of"; None where there is not one of each, or nobody to count."""
    counts, groups = (
        [cell for cell, found in zip(row, kinds, strict=True) if found is kind]
        for kind in (ColumnKind.COUNT, ColumnKind.OUT_OF)
    )
    match counts, groups:
        case [int() | float() as count], [int() | float() as out_of] if out_of:
            return count / out_of
    return None


def _made_again(cell: Cell, before: float | None, after: float | None) -> Cell:
    if isinstance(cell, int | float) and before is not None and after is not None:
        for per in _PER:
            if isclose(cell, before * per, rel_tol=_NEAR):
                return after * per
    return HIDDEN
