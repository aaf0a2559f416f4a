"""Numbers to take away: as CSV, for Excel, with their notes; what has figures in it is written down as it leaves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

import streamlit as st

from evaluation.app.opened import programme
from evaluation.model.release import Released, Table
from evaluation.programme import Programme, take_away
from evaluation.report import FORMS, as_csv

__all__ = ["as_csv", "download_list", "download_numbers", "taken"]

_LABELS: Final = {"csv": "Download {what}", "xlsx": "For Excel", "zip": "With notes"}


def download_list(released: Released[Table], name: str) -> None:
    """Draw the buttons beneath a table that is mostly words, beside one another."""
    with st.container(horizontal=True):
        download_numbers(released, name, what="this list")


def download_numbers(released: Released[Table], name: str, what: str = "the numbers") -> None:
    """Draw the buttons; a file is made when somebody asks for it."""
    for ending, form in FORMS.items():
        file = file_name(released, name)
        made = taken(released, released.content, file, ending, partial(form.make, released, file))
        st.download_button(
            _LABELS[ending].format(what=what),
            made,
            f"{file}.{ending}",
            form.media_type,
            on_click="ignore",
            key=f"{name}-{ending}",
        )


def file_name(released: Released[Any], name: str) -> str:
    """A name that says what of, once the file lies among others: `reviews-on-time-range`."""
    measures = [measure for measure in released.stamps.measures if measure not in name]
    return "-".join((*measures, name)) if len(measures) == 1 else name


def taken(
    released: Released[Any], table: Table, name: str, ending: str, make: Callable[[], bytes]
) -> Callable[[], bytes]:
    """What makes the file: nothing leaves before it is attacked and written down."""
    # Found now: the file is made outside the session, where nobody knows who asks. What holds no
    # figures needs no programme.
    opened: Programme | None = programme() if released.stamps.measures else None

    def made() -> bytes:
        if opened is not None:
            take_away(opened, released, table, name=name, form=ending)
        return make()

    return made
