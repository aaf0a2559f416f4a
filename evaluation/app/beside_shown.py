"""What stands beside a measure on a page: other places, gaps between groups, the pace to its target, papers."""

from __future__ import annotations

import streamlit as st

from evaluation.app.tables import calm_table
from evaluation.app.text import as_text, say_quietly
from evaluation.app.wide_table import wide_table
from evaluation.model.release import Released
from evaluation.programme import Beside, GapLine


def beside_shown(released: Released[Beside]) -> None:
    """Draw it under a heading of its own; nothing where there is nothing."""
    found = released.content
    if len(found.levels) < 2 and not (found.gaps or found.facts or found.pace):  # noqa: PLR2004 - one stands alone
        return
    st.space("small")
    st.header("Beside it")
    if found.pace:
        st.markdown(as_text(found.pace))
    if len(found.levels) > 1:
        say_quietly("These places hold the test areas, or are unlike them: they are not compared.")
        rows = [
            (line.where, f"{line.level}{f' ({line.note})' if line.note else ''}", line.when) for line in found.levels
        ]
        calm_table(["Where", "Latest figure", "When"], rows)
    for number, gap in enumerate(found.gaps):
        _gap(gap, key=f"gap-{found.measure}-{number}")
    if found.facts:
        with st.expander(f"From papers about other places: {len(found.facts)}", type="compact", key="facts"):
            wide_table(["What was found", "Where it is written"], found.facts)


def _gap(gap: GapLine, *, key: str) -> None:
    st.markdown(as_text(f"{gap.name}, {gap.where[:1].lower()}{gap.where[1:]}: {gap.said}, {gap.when}."))
    with st.expander("How the gap went", type="compact", key=key):
        calm_table([column.name for column in gap.over_time.columns], gap.over_time.rows)
