"""Tell us which column is what: the first rows of a file nobody foresaw, and a choice for each thing we need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.tables import calm_table
from evaluation.app.text import say_quietly
from evaluation.measures import Asked, Suggestion
from evaluation.problems import MeasuresError, UsageError
from evaluation.programme import mapping_said, suggest_mapping

_SEEN: Final = "columns-seen"  # the file's rows and guesses, read once for each sheet and row
_SAID: Final = "columns-said"  # what was said of which file
_NONE: Final = "not in this file"
_COLUMNS: Final[Mapping[str, str]] = {
    "area": "Which area (its code, or else its name)",
    "period": "Which period",
    "numerator": "How many",
    "denominator": "Out of how many",
    "value": "The figure as published, where there are no counts",
    "group": "Which group, such as girls and boys",
    "symbol": "Why there is no figure",
}
_PAIRS: Final = (("area", "period"), ("numerator", "denominator"), ("value", "symbol"))
_FIGURES: Final = ("numerator", "denominator", "value")
_VALUES_AS: Final[Mapping[str, str]] = {
    "number": "numbers as they stand",
    "percent": "percentages: 74 means 74%",
    "share": "shares: 0.74 means 74%",
}
_CELL_AT_MOST: Final = 40  # characters of a cell shown
_COLUMNS_SHOWN: Final = 8


def columns_said(file_id: str) -> Asked:
    """What was said of this file so far: nothing, before the form was sent."""
    known = st.session_state.get(_SAID)
    return known[1] if known and known[0] == file_id else Asked()


def forget_columns() -> None:
    """Begin again: what was said holds for one file."""
    st.session_state.pop(_SAID, None)


def ask_columns(file_id: str, name: str, content: bytes) -> None:
    """Draw the first rows and the questions; nothing for a file whose rows nobody may see. Sent, the page runs anew."""
    with st.container():
        heading = st.container()
        seen = _seen(file_id, name, content)
    if seen is None:
        return
    with heading:
        st.subheader("Tell us which column is what")
        say_quietly("We have guessed where we could. Nothing is stored before you have seen what it would do.")
    _first_rows(seen)
    with st.form(f"columns-{file_id}", border=False):
        wrong = st.container()
        place = f"{file_id}-{seen.sheet}-{seen.header_row}"
        said = {**_measure(seen, place), **_chosen(seen, place)}
        if not st.form_submit_button("Show what this would do", type="primary"):
            return
    try:
        mapping = mapping_said(programme(), said)
    except UsageError as refused:
        with wrong:
            problem_list(refused.problems, summary=refused.sentence, key="columns")
        return
    st.session_state[_SAID] = (file_id, Asked(seen.sheet or None, seen.header_row, mapping))
    st.rerun()


def suggestion(file_id: str, name: str, content: bytes, sheet: str | None = None, row: int | None = None) -> Suggestion:
    """As `suggest_mapping`, once for each file, sheet and row. Raises MeasuresError."""
    kept: dict[tuple[str, str | None, int | None], Suggestion] = st.session_state.setdefault(_SEEN, {})
    if any(known != file_id for known, _, _ in kept):
        kept.clear()
    if (file_id, sheet, row) not in kept:
        kept[file_id, sheet, row] = suggest_mapping(programme(), name, content, sheet=sheet, header_row=row).content
    return kept[file_id, sheet, row]


def _seen(file_id: str, name: str, content: bytes) -> Suggestion | None:
    """The table to ask about: where a workbook has several sheets, the one chosen."""
    try:
        first = suggestion(file_id, name, content)
        sheet = first.sheet
        several = len(first.sheets) > 1
        left, right = st.columns(2)
        if several:
            with left:
                sheet = st.selectbox("Sheet", first.sheets, first.sheets.index(first.sheet), key=f"sheet-{file_id}")
        with right if several else left:
            usual = suggestion(file_id, name, content, sheet).header_row if several else first.header_row
            row = st.number_input("Row of the headings", 1, value=usual, key=f"row-{file_id}-{sheet}")
        return suggestion(file_id, name, content, sheet or None, int(row))
    except MeasuresError as refused:
        problem_list(refused.problems, summary=refused.sentence, key="columns")
        return None


def _first_rows(seen: Suggestion) -> None:
    """The first rows, with as many columns as there is room for."""
    columns = seen.headings[:_COLUMNS_SHOWN]
    st.markdown(f"The first rows below row {seen.header_row}")
    calm_table([heading or " " for heading in columns], [_cells(row, len(columns)) for row in seen.rows])
    if len(seen.headings) > _COLUMNS_SHOWN:
        say_quietly(f"And {len(seen.headings) - _COLUMNS_SHOWN} more columns.")


def _cells(row: Sequence[str], count: int) -> list[str]:
    padded = [*row, *[""] * count][:count]
    return [cell if len(cell) <= _CELL_AT_MOST else f"{cell[: _CELL_AT_MOST - 1]}…" for cell in padded]


def _measure(seen: Suggestion, place: str) -> dict[str, str]:
    """What the figures are about: one measure, or what a column says."""
    names = {measure.id: measure.name for measure in programme().framework.measures if measure.retired is None}
    ids = list(names)
    guessed = ids.index(seen.guess.measure) if seen.guess.measure in names else None
    left, right = st.columns(2)
    with left:
        measure = st.selectbox(
            "What the figures are about",
            ids,
            guessed,
            format_func=names.__getitem__,
            placeholder="Choose a measure",
            key=f"measure-{place}",
        )
    with right:
        column = _select("Or the column that names it", seen.headings, "", place)
    return {"measure_column": column} if column else {"measure": measure or ""}


def _chosen(seen: Suggestion, place: str) -> dict[str, str]:
    """The column chosen for each thing."""
    said: dict[str, str] = {}
    for pair in _PAIRS:  # side by side, and in their order on a phone
        for side, field in zip(st.columns(2), pair, strict=True):
            offered = (*seen.patterns, *seen.headings) if field in _FIGURES else seen.headings
            with side:
                said[field] = _select(_COLUMNS[field], offered, getattr(seen.guess, field), place)
    left, middle, right = st.columns(3)
    with left:
        said["group"] = _select(_COLUMNS["group"], seen.headings, seen.guess.group, place)
    with middle:
        said["values_as"] = st.selectbox(
            "Published figures are",
            list(_VALUES_AS),
            list(_VALUES_AS).index(seen.guess.values_as),
            format_func=_VALUES_AS.__getitem__,
            key=f"values-as-{place}",
        )
    with right:
        said["at"] = st.text_input(
            "If no column says it, the period of all figures", placeholder="2018/19", key=f"at-{place}"
        )
    return said


def _select(label: str, headings: Sequence[str], guess: str, place: str) -> str:
    offered = ["", *(heading for heading in dict.fromkeys(headings) if heading)]
    at = offered.index(guess) if guess in offered else 0
    chosen: str = st.selectbox(label, offered, at, format_func=_named, key=f"{label}-{place}")
    return chosen


def _named(heading: str) -> str:
    """A heading as it is offered; a pattern of headings by what they share."""
    if "{period}" in heading:
        shared = heading.replace("{period}", "").strip(" |-")
        return f"each column headed by a period{f' and {shared}' if shared else ''}"
    return heading or _NONE
