"""Calm tables: hairlines only, numbers at the right, and a figure that is not shown says why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from evaluation.app.text import Markup, as_text
from evaluation.model.release import Cell, Hidden, Released, Table

_HIDDEN: Final = "hidden"
_MISSING: Final = "none yet"


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
        {name: [_number(cell) if name in numeric else _said(cell) for cell in cells] for name, cells in columns.items()}
    )
    styler = frame.style.format(_written, subset=pd.Index(numeric))
    for name in numeric:  # one call a kind of gap, not one a cell: a call costs milliseconds
        for gap in (Hidden.HIDDEN, None):
            here = [row for row, cell in enumerate(columns[name]) if cell is gap]
            styler = styler.format(_said(gap), subset=(here, [name])) if here else styler
    return styler


def _is_numeric(cells: Sequence[Cell]) -> bool:
    return not any(isinstance(cell, str) for cell in cells) and any(isinstance(cell, int | float) for cell in cells)


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else float("nan")


def _written(number: object) -> str:
    """1,490 or 67.5: as it stands, without the tail of a binary fraction."""
    assert isinstance(number, float)
    return f"{number:,.0f}" if number.is_integer() else f"{round(number, 4):,}"


def _said(cell: Cell) -> Markup:
    match cell:
        case None:
            return as_text(_MISSING)
        case Hidden():
            return as_text(_HIDDEN)
        case int() | float():
            return as_text(_written(float(cell)))
        case str():
            return as_text(cell)
