"""Reminders to take along, for those who send them: text to read, a draft for mail, days for a calendar."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.opened import programme
from evaluation.app.text import bold, say_quietly
from evaluation.model.release import Released
from evaluation.programme import carry, file_names, reminder_days, reminder_mail, reminders
from evaluation.words.reminders import Reminder


def reminders_out(prototypes: tuple[str, ...]) -> None:
    """Draw a line for each person of whom something is due."""
    drafts = asked(reminders, prototypes=prototypes)
    with st.expander(f"Reminders to send: {len(drafts.content)}", type="compact", key="reminders"):
        say_quietly("The tool writes them and sends nothing. They have no address: add it, and send them yourself.")
        for one, file in zip(drafts.content, file_names(drafts.content), strict=True):
            _line(carry(drafts, one), file)


def _line(draft: Released[Reminder], file: str) -> None:
    one = draft.content
    mail, days = reminder_mail(draft).content, reminder_days(programme(), draft).content
    with st.container(gap="xsmall"):
        st.markdown(bold(one.to))
        with st.container(horizontal=True, gap="small"):
            st.download_button("E-mail", mail, f"{file}.eml", "message/rfc822", on_click="ignore", key=f"{file}-eml")
            st.download_button("Calendar", days, f"{file}.ics", "text/calendar", on_click="ignore", key=f"{file}-ics")
            with st.popover("Read it", type="tertiary"):
                st.code(one.body, language=None, wrap_lines=True)  # to copy: Markdown would part its addresses
