"""The versions of a plan: who agreed it, each change since with its reason, and what nobody has given a reason for."""

from __future__ import annotations

import streamlit as st

from evaluation.app.agree_form import agree_form
from evaluation.app.agreed_by_mistake import agreed_by_mistake
from evaluation.app.asked import asked
from evaluation.app.text import as_text, say_quietly
from evaluation.app.wide_table import wide_table
from evaluation.programme import AgreedPage, agreed_page
from evaluation.words.situations import PLAN_UNEXPLAINED


def agreed(prototype: str) -> None:
    """Draw how the plan was agreed and changed, and the form that goes with it."""
    page = asked(agreed_page, prototype).content
    st.header(as_text(page.headline), anchor="plan")
    if page.on_paper:
        say_quietly(f"On paper: {page.on_paper} Its sponsor can agree it here too.")
    elif not page.is_agreed:
        say_quietly("When it says what it should, its sponsor agrees it here. From then on every change has a reason.")
    if page.versions and not (page.is_agreed and len(page.versions) == 1):  # the heading says it of one
        rows = [(one.name, one.on, one.who, "; ".join(one.changed), one.why) for one in page.versions]
        wide_table(["Version", "When", "Who", "What changed", "Why"], rows)
    for sentence in page.taken_back:
        say_quietly(sentence)
    if page.unexplained:
        _unexplained(page)
    agree_form(page)
    agreed_by_mistake(page)


def plan_notice(prototype: str) -> None:
    """Draw, at the head of the prototype's page, that its plan is not as it was agreed; nothing where it is."""
    if asked(agreed_page, prototype).content.unexplained:
        with st.container(key="problems-notice"):
            st.markdown(f"**{PLAN_UNEXPLAINED}.**")


def _unexplained(page: AgreedPage) -> None:
    with st.container(key="problems-plan"):
        st.markdown("\n".join(f"- {as_text(f'{clause[:1].upper()}{clause[1:]}.')}" for clause in page.unexplained))
        st.markdown("Until somebody does, results are judged by what was agreed before.")
