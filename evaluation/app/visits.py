"""What we learnt from visits to others."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.download import download_list
from evaluation.app.text import Markup, as_text, bold, quiet
from evaluation.programme import VisitLine, visits_page, visits_table
from evaluation.words.around import NO_VISITS


def visits(prototype: str | None = None) -> None:
    """Draw the visits of a prototype or of all, folded, with how many there are."""
    lines = asked(visits_page, prototype).content
    place = f"visits-{prototype or 'programme'}"
    label = f"What we learnt from visits: {len(lines) or 'none yet'}"
    folded = st.expander(label, type="compact", key=place, on_change="rerun")
    if not folded.open:
        return
    with folded:
        if not lines:
            st.markdown(NO_VISITS)
            return
        for line in lines:
            st.markdown(_told(line, names_it=prototype is None))
        download_list(asked(visits_table, prototype), place)


def _told(line: VisitLine, *, names_it: bool) -> Markup:
    """Where and when; what was learnt; what is made of it and comes next."""
    whose = f" {line.prototype}." if names_it else ""
    further = (("What we make of it", line.make_of_it), ("Next", line.next_step))
    parts = [
        Markup(f"{bold(line.where)} {quiet(f'{line.on}, {line.who}.{whose}')}"),
        as_text(line.learnt),
        *(Markup(f"{quiet(f'{name}:')} {as_text(said)}") for name, said in further if said),
    ]
    return Markup("  \n".join(parts))
