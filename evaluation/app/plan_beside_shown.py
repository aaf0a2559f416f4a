"""Beside a result: how the plan was changed since it was agreed, the result under each version, what places changed."""

from __future__ import annotations

import streamlit as st

from evaluation.app.adaptations import HEADING, adaptations_table
from evaluation.app.text import as_text, say_quietly
from evaluation.app.wide_table import wide_table
from evaluation.programme import PlanBeside


def plan_notice(plan: PlanBeside) -> None:
    """Draw, above a result, that the plan was changed after it was agreed: loud where nobody has said why."""
    if plan.is_unexplained:
        with st.container(key="problems-plan"):
            st.markdown(f"**{as_text(plan.in_short)}**")
    elif plan.in_short:
        say_quietly(plan.in_short)


def plan_beside_shown(plan: PlanBeside) -> None:
    """Draw the changes to the plan, and the result under each version; nothing where there is neither."""
    if plan.said:
        st.space("small")
        st.header("The plan was changed after it was agreed")
        for sentence in plan.said:
            st.markdown(as_text(sentence))
    if plan.others:
        rows = [
            (f"{one.version[:1].upper()}{one.version[1:]}", one.sentence, one.strength, one.rule) for one in plan.others
        ]
        wide_table(["Under", "What we found", "Strength", "The rule"], rows)
    if plan.adaptations:
        st.space("small")
        st.header(HEADING)
        adaptations_table(plan.adaptations)
