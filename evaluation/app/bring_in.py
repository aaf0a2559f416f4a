"""Bring in figures: choose a file, see what it would do, and only then store it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import Final, Protocol

import streamlit as st

from evaluation.app.columns_form import ask_columns, columns_said, forget_columns
from evaluation.app.import_preview import brought_in_before, preview_shown
from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.session import ask_who
from evaluation.app.text import bold, say_quietly
from evaluation.measures import Asked
from evaluation.model.release import Released
from evaluation.problems import MeasuresError
from evaluation.programme import Act, Imported, import_file, keep_mapping, may, preview_file, template
from evaluation.words import counted

LARGEST: Final = 20  # MB; `server.maxUploadSize` in .streamlit/config.toml
_PREVIEW: Final = "import-preview"
_ROUND: Final = "import-round"  # a new round draws an empty uploader
_STORED: Final = "import-stored"
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A person who knows the file can tell us what we could not find out.
_MENDED_BY_SAYING: Final = {"unknown-format", "no-measure", "missing-column", "ambiguous-rows"}


class _Upload(Protocol):
    """What Streamlit hands over of a file."""

    name: str
    file_id: str

    def getvalue(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Seen:
    """What became of reading a file, kept from one click to the next; `key` makes two clicks one row."""

    files: tuple[str, ...]
    found: Released[Imported] | MeasuresError
    key: str


def just_stored() -> None:
    """Say once what was stored."""
    for said in st.session_state.pop(_STORED, ()):
        st.markdown(bold(said))


def bring_in() -> None:
    """Draw the uploader, and what the file chosen would do."""
    st.header("Bring in figures")
    turn = st.session_state.setdefault(_ROUND, 0)
    file = st.file_uploader(
        f"A file of figures for areas: CSV or Excel, up to {LARGEST} MB", type=["csv", "xlsx"], key=f"figures-{turn}"
    )
    say_quietly("Only counts and averages for areas, never about a person. Larger files come in by the command line.")
    meta = _explaining_file(turn)
    _template()
    if file is not None:
        _look_at(file, meta)


def _explaining_file(turn: int) -> _Upload | None:
    """Files of the Department for Education come with a second one that explains their columns."""
    with st.expander("A second file that explains the columns", type="compact", key="explaining"):
        say_quietly("Files of the Department for Education come with one. It is not needed for the template.")
        chosen: _Upload | None = st.file_uploader("The file that explains", type=["csv"], key=f"explaining-{turn}")
    return chosen


def _template() -> None:
    opened = programme()  # found now: the download is made outside the session
    st.download_button(
        "Download a template to fill in", lambda: template(opened).content, "figures.xlsx", _EXCEL,
        on_click="ignore", key="template",
    )  # fmt: skip


def _look_at(file: _Upload, meta: _Upload | None) -> None:
    seen = _seen(file, meta)
    if isinstance(seen.found, MeasuresError):
        problem_list(seen.found.problems, summary=seen.found.sentence)
        if _MENDED_BY_SAYING & {problem.code for problem in seen.found.problems}:
            ask_columns(file.file_id, file.name, file.getvalue())
        return
    imported = seen.found.content
    if imported.again:
        brought_in_before(imported)
        return
    preview_shown(seen.found)
    if imported.batch.figures_new or imported.batch.figures_revised:
        _offer_to_store(file, meta, seen)
    else:
        st.markdown("There is nothing to store.")
    with st.expander("Is this not the right sheet, or are the columns others?", type="compact", key="other-columns"):
        ask_columns(file.file_id, file.name, file.getvalue())


def _seen(file: _Upload, meta: _Upload | None) -> _Seen:
    """Read the file once, not at every click."""
    asked = columns_said(file.file_id)
    files = (file.file_id, meta.file_id if meta else "", str(asked))
    kept = st.session_state.get(_PREVIEW)
    if isinstance(kept, _Seen) and kept.files == files:
        return kept
    with st.spinner("Reading the file."):
        seen = _Seen(files, _read(file, meta, asked), f"import:{uuid.uuid4()}")
    st.session_state[_PREVIEW] = seen
    return seen


def _read(file: _Upload, meta: _Upload | None, asked: Asked) -> Released[Imported] | MeasuresError:
    try:
        beside = meta.getvalue() if meta else None
        return preview_file(programme(), file.name, file.getvalue(), meta=beside, asked=asked)
    except MeasuresError as refused:
        return refused


def _name_to_keep() -> str:
    """The name under which to keep what was said of the columns; empty where it is not to be kept."""
    name: str = st.text_input(
        "Keep this for files with the same columns, under the name", placeholder="Quarterly return", key="mapping-name"
    )
    return name.strip()


def _offer_to_store(file: _Upload, meta: _Upload | None, seen: _Seen) -> None:
    actor = ask_who()
    if actor is None:
        return
    if not may(actor, Act.BRING_IN_FIGURES):
        st.markdown("Evaluators and officers store figures. Ask one of them to bring in this file.")
        return
    asked = columns_said(file.file_id)
    name = _name_to_keep() if asked.mapping else ""
    if st.button("Store these figures", type="primary", key="store-figures"):
        with st.spinner("Storing the figures."):
            content, beside = file.getvalue(), meta.getvalue() if meta else None
            done = import_file(programme(), file.name, content, meta=beside, request_key=seen.key, asked=asked).content
            if name and asked.mapping:
                named = replace(asked, mapping=replace(asked.mapping, name=name))
                keep_mapping(programme(), file.name, content, named, request_key=seen.key)
        forget_columns()
        batch = done.batch
        st.session_state[_STORED] = (
            f"Stored from {batch.file}: {counted(batch.figures_new, 'new figure')}, {batch.figures_revised:,} revised.",
            *done.warnings,
        )
        st.session_state[_ROUND] += 1
        st.rerun()
