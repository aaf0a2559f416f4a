"""Waiting for you: what is this person's turn, each line leading straight to where it is done."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.help_asked import help_asked
from evaluation.app.reminders_out import reminders_out
from evaluation.app.session import ask_who, who
from evaluation.app.stamps import stamp_line
from evaluation.app.text import as_text, say_quietly
from evaluation.app.waiting_shown import became_shown, coming_shown, waiting_shown
from evaluation.app.wide_table import wide_table
from evaluation.model.people import Actor
from evaluation.model.release import Released, Table
from evaluation.programme import asks_table, waiting_page


def _of(actor: Actor) -> None:
    page = asked(waiting_page).content
    help_asked(actor, page.help)
    waiting_shown(page)
    coming_shown(page.soon)
    became_shown(page)
    if page.may_remind_of:
        reminders_out(page.may_remind_of)


def _asked_of_each(counts: Released[Table]) -> None:
    """What is asked of the leads, prototype by prototype: for everybody to see."""
    table = counts.content
    with st.expander("What we ask of each prototype", type="compact", key="asked-of-each"):
        wide_table([column.name for column in table.columns], table.rows)
        say_quietly(table.source)


counts = asked(asks_table)
stamp_line(counts.stamps)
st.title(as_text(asked(waiting_page).content.headline) if who() else "What is waiting for you?")
actor = ask_who()
if actor is not None:
    _of(actor)
_asked_of_each(counts)
