"""What bringing in a file would do: rows and figures by number, and what was refused, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from evaluation.app.download import as_csv
from evaluation.app.tables import calm_table
from evaluation.app.text import as_text
from evaluation.model.release import Column, Released, Table
from evaluation.problems import Problem
from evaluation.programme import Imported, carry
from evaluation.words import counted, said, where

SHOWN: Final = 20  # refused rows on the page; all of them are in the file to download


def preview_shown(released: Released[Imported]) -> None:
    """Draw the preview: a sentence, the counts, and the problems."""
    found = released.content
    st.subheader(as_text(f"{found.batch.file}: {counted(found.batch.figures_new, 'new figure')}, nothing stored yet"))
    rows, figures = st.columns(2, gap="large")
    with rows:
        calm_table(
            ["Rows in the file", "How many"],
            [
                ("Taken", found.batch.rows_used),
                ("Passed over: about something else", found.batch.rows_filtered),
                ("Refused", found.batch.rows_refused),
                ("All", found.batch.rows_read),
            ],
        )
    with figures:
        calm_table(
            ["Figures", "How many"],
            [
                ("New", found.batch.figures_new),
                ("Revised", found.batch.figures_revised),
                ("Unchanged", found.batch.figures_unchanged),
            ],
        )
    touched_shown(found)
    if found.notes:
        st.markdown("\n".join(f"- {as_text(note)}" for note in found.notes))
    if found.problems:
        _refused(released, found.problems)


def touched_shown(found: Imported) -> None:
    """The results that rest on figures this file corrects, and what was decided on them."""
    if found.touched:
        st.subheader(as_text(f"{counted(len(found.touched), 'result')} rest on corrected figures"))
        st.markdown("\n".join(f"- {as_text(one.said)}" for one in found.touched))


def brought_in_before(found: Imported) -> None:
    """Say that these very bytes are stored already."""
    st.markdown(as_text(f"{found.batch.file} was brought in before, byte for byte. Nothing has changed."))


def _refused(released: Released[Imported], problems: Sequence[Problem]) -> None:
    table = Table(
        (Column("Where"), Column("What is wrong, and how to mend it")),
        tuple((where(problem), said(problem)) for problem in problems),
    )
    st.subheader("What was not taken")
    calm_table([column.name for column in table.columns], table.rows[:SHOWN])
    if len(table.rows) > SHOWN:
        st.markdown(f"And {len(table.rows) - SHOWN:,} more.")
    st.download_button(
        "Download this list", as_csv(carry(released, table)), "not-taken.csv", "text/csv",
        on_click="ignore", key="not-taken",
    )  # fmt: skip
