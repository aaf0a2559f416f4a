"""What changed in the test areas, and what we would expect without the prototype."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.beside_shown import beside_shown
from evaluation.app.choosing import MEASURE, PROTOTYPE, choose, last_prototype, remember_prototype
from evaluation.app.plan_beside_shown import plan_beside_shown, plan_notice
from evaluation.app.result_shown import result_shown
from evaluation.app.stamps import stamp_line
from evaluation.programme import PrototypeLine, plan_beside, prototypes_list, result_beside, results_page
from evaluation.words.situations import no_results


def _nothing_yet() -> None:
    st.title("Results")
    st.markdown(no_results())


def _chosen(lines: dict[str, PrototypeLine]) -> tuple[str, str]:
    """The prototype and the measure that are looked at; each offers only its own measures."""
    with st.container(horizontal=True):
        names = {line.id: line.name for line in lines.values()}
        prototype = choose(PROTOTYPE, "Prototype", names, otherwise=last_prototype(names), forgets=MEASURE)
        measures = dict(lines[prototype].measures)
        measure = choose(MEASURE, "Measure", measures, otherwise=next(iter(measures)))
    remember_prototype(prototype)
    return prototype, measure


def _draw() -> None:
    lines = {line.id: line for line in asked(prototypes_list).content.with_measures}
    if not lines:
        _nothing_yet()
        return
    chosen = _chosen(lines)
    result = asked(results_page, *chosen)
    stamp_line(result.stamps)
    plan = asked(plan_beside, *chosen).content
    plan_notice(plan)
    result_shown(result)
    plan_beside_shown(plan)
    beside_shown(asked(result_beside, *chosen))


_draw()
