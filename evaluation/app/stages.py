"""The stages of a prototype: what each asks for and what is missing, how it came where it is, and its checklists."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.stage_form import stage_form
from evaluation.app.text import as_text, bold, quiet
from evaluation.app.wide_table import wide_table
from evaluation.programme import StageLine, StagesPage, stages_page


def stages(prototype: str) -> None:
    """Draw the stages in order, the moves between them, and the form for those who may tick off or move."""
    page = asked(stages_page, prototype).content
    if page.unexplained:
        st.markdown(as_text(page.unexplained))
    rows = [
        (_name(stage), _missing(stage), ", ".join(stage.holds) or "nothing yet", _ticks(stage)) for stage in page.stages
    ]
    with st.expander(as_text(page.headline), type="compact", key="stages-asked"):
        wide_table(["Stage", "Missing", "What the plan says", "Ticked off"], rows)
        _moves(page)
    stage_form(page)


def _name(stage: StageLine) -> str:
    return bold(f"{stage.name} (now)") if stage.is_here else stage.name


def _missing(stage: StageLine) -> str:
    return ", ".join(stage.missing) or "nothing"


def _ticks(stage: StageLine) -> str:
    """`2 of 6`."""
    if not stage.checklist:
        return "no checklist"
    return f"{sum(bool(line.ticked) for line in stage.checklist)} of {len(stage.checklist)}"


def _moves(page: StagesPage) -> None:
    for move in page.moves:
        st.markdown(quiet(f"{move.on}, {move.who}: {move.said}. {move.why}".strip()))
