"""Tables of many columns: on a phone, which would scroll sideways, each row stands as a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from evaluation.app.device import is_phone
from evaluation.app.tables import calm_table, released_table, said_cell
from evaluation.app.text import Markup, bold, quiet, say_quietly
from evaluation.model.release import Cell, Released, Table
from evaluation.programme import carry

# Columns of numbers that stand side by side on a phone.
_ROOM: Final = 4


def wide_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Draw rows under named columns; on a phone the first cell leads and the others follow, each with its name."""
    if not is_phone():
        calm_table(columns, rows)
        return
    for first, *others in rows:
        lines = [bold(said_cell(first))]
        lines += [
            Markup(f"{quiet(f'{name}:')} {said_cell(cell)}") for name, cell in zip(columns[1:], others, strict=True)
        ]
        st.markdown("  \n".join(lines))


def numbers_table(released: Released[Table]) -> None:
    """Draw a released table; on a phone as many columns as there is room for, the first ones."""
    table = released.content
    if not is_phone() or len(table.columns) <= _ROOM:
        released_table(released)
        return
    fewer = Table(table.columns[:_ROOM], tuple(row[:_ROOM] for row in table.rows), table.source)
    released_table(carry(released, fewer))
    say_quietly("The other columns are in the file to download.")
