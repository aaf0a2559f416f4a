"""Who we heard: missing voices first, how many of whom, and folded where they were heard and what they said."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.download import download_list
from evaluation.app.form_key import say_kept, was_saved
from evaluation.app.heard_form import heard_form
from evaluation.app.text import Markup, as_text, quiet, say_quietly
from evaluation.app.wide_table import numbers_table, wide_table
from evaluation.model.release import Cell, Released, Table
from evaluation.programme import VoicesPage, voices_page
from evaluation.words.around import NO_ENGAGEMENT
from evaluation.words.numbers import counted


def voices(prototype: str | None = None) -> None:
    """Draw who was heard for a prototype, or in the whole programme."""
    page = asked(voices_page, prototype).content
    if page.is_empty:
        st.markdown(NO_ENGAGEMENT)
    else:
        st.markdown(Markup("  \n".join(map(as_text, page.missing))))
        st.markdown(quiet(f"Heard so far. {'. '.join(page.counts)}."))
    place = f"voices-{prototype or 'programme'}"
    occasions = len(page.families.content.rows) + len(page.workforce.content.rows)
    label = f"Where they were heard, and what they said: {counted(occasions, 'occasion')}"
    say_kept(place)
    folded = st.expander(label, was_saved(place), type="compact", key=place, on_change="rerun")
    if not folded.open:
        return
    with folded:
        if not page.is_empty:
            _heard(page, place)
        with st.expander("Write down who was heard", type="compact", key=f"{place}-form"):
            heard_form(page, prototype, place)


def _heard(page: VoicesPage, place: str) -> None:
    numbers_table(page.places)
    say_quietly("People heard twice are counted twice. Hidden does not mean zero: it keeps a family from being known.")
    download_list(page.places, f"{place}-where")
    _occasions("Families", page.families, f"{place}-families")
    _occasions("The workforce, who never count as families", page.workforce, f"{place}-workforce")


def _occasions(heading: str, released: Released[Table], name: str) -> None:
    """A row an occasion, with its source and what was corrected in it; nothing where there was none."""
    table = released.content
    if not table.rows:
        return
    st.subheader(as_text(heading))
    wide_table([column.name for column in table.columns[:-2]], [_with_source(row) for row in table.rows])
    download_list(released, name)


def _with_source(row: Sequence[Cell]) -> tuple[Cell, ...]:
    *cells, said, source, corrected = row
    beside = [quiet(str(text)) for text in (source, corrected) if text]
    return (*cells, Markup("  \n".join([as_text(str(said)), *beside])))
