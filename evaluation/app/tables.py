"""Calm tables: hairlines only, numbers at the right, and a figure that is not shown says why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import streamlit as st

from evaluation.app.text import Markup, as_text
from evaluation.model.release import Cell, Hidden, Released, Table

_HIDDEN: Final = "hidden"
_MISSING: Final = "none yet"
_MOST_DECIMALS: Final = 4


def calm_table(
    columns: Sequence[str], rows: Sequence[Sequence[Cell]], alt: str | None = None, *, hide_header: bool = False
) -> None:
    """Draw rows under named columns, all names different.

    Text is shown as text; a cell made by `state_word` keeps its colour. A column
    whose cells are numbers or gaps stays numeric, so that it stands at the right.
    """
    names = [as_text(name) for name in columns]
    st.table(_styled(names, rows), border="horizontal", hide_index=True, hide_header=hide_header, alt=alt)


def released_table(released: Released[Table], alt: str | None = None) -> None:
    """Draw a released table with its source beneath."""
    table = released.content
    calm_table([column.name for column in table.columns], table.rows, alt)


def _styled(names: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Any:
    import pandas as pd  # noqa: PLC0415 - heavy: the first text of a page does not wait for it

    columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    numeric = [name for name, cells in columns.items() if _is_numeric(cells)]
    frame = pd.DataFrame(
        {
            name: [_number(cell) if name in numeric else said_cell(cell) for cell in cells]
            for name, cells in columns.items()
        }
    )
    styler = frame.style
    for name in numeric:  # one call a kind of gap, not one a cell: a call costs milliseconds
        places = max(map(_decimals, columns[name]))
        styler = styler.format(partial(_written, places=places), subset=[name])
        for gap in (Hidden.HIDDEN, None):
            here = [row for row, cell in enumerate(columns[name]) if cell is gap]
            styler = styler.format(said_cell(gap), subset=(here, [name])) if here else styler
    return styler


def _is_numeric(cells: Sequence[Cell]) -> bool:
    return not any(isinstance(cell, str) for cell in cells) and any(isinstance(cell, int | float) for cell in cells)


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else float("nan")


def _decimals(cell: Cell) -> int:
    """How many decimals a number needs, four at most: beyond them is only the tail of a binary fraction."""
    if not isinstance(cell, int | float):
        return 0
    return len(f"{cell:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2])


def _written(number: float, places: int) -> str:
    """`1,490` or `67.50`: in a column all with as many decimals, so that they stand under one another."""
    return f"{number:,.{places}f}".replace("-", "\N{MINUS SIGN}")


def said_cell(cell: Cell) -> Markup:
    """A cell in words: hidden says so, and a gap is none yet."""
    match cell:
        case None:
            return as_text(_MISSING)
        case Hidden():
            return as_text(_HIDDEN)
        case int() | float():
            return as_text(_written(float(cell), _decimals(cell)))
        case str():
            return as_text(cell)
