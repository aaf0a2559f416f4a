"""The programme: what it is for, what is tried where, who decides."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.choosing import choose
from evaluation.app.commitments import commitments
from evaluation.app.programme_parts import part_shown, promise_asked_for, unsaid_shown
from evaluation.app.stamps import stamp_line
from evaluation.app.text import as_text, say_quietly
from evaluation.app.voices import voices
from evaluation.model.release import Released
from evaluation.programme import ProgrammePage, programme_page
from evaluation.words.programme import NOT_BEGUN, shared_with

PROGRAMME = "programme"


def _page(released: Released[ProgrammePage]) -> None:
    page = released.content
    st.title(as_text(page.name))
    if group := promise_asked_for(page):  # whoever follows a reminder finds the box in sight
        st.header(as_text(dict(page.groups)[group]))
        commitments(group=group)
    for said in (page.about, page.now):
        if said:
            st.markdown(as_text(said))
    if page.shares:
        say_quietly(shared_with(page.shares))
    if not page.is_said:
        st.markdown(as_text(NOT_BEGUN))
    for heading, parts in page.parts:
        told = [part for part in parts if part.tables]
        if told:
            st.space("small")
            st.header(as_text(heading))
            for part in told:
                part_shown(released, part)
    st.space("small")
    st.header("Who was heard")
    voices()
    st.space("small")
    unsaid_shown(page)


first = asked(programme_page)
names = dict(first.content.choices)
chosen = choose(PROGRAMME, "Programme", names, otherwise=first.content.id) if len(names) > 1 else first.content.id
stamp_line(first.stamps)
_page(asked(programme_page, chosen))
