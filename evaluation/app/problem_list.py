"""What is wrong, told first and all at once: a summary, then each problem with how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evaluation.app.text import Markup, as_text
from evaluation.problems import Problem
from evaluation.words.saying import said, where


def problem_list(problems: Sequence[Problem], summary: str = "", *, key: str = "here") -> None:
    """Draw `problems` under a summary sentence, beside a line in the colour of what looks wrong.

    `key` tells several lists on one page apart.
    """
    with st.container(key=f"problems-{key}"):
        st.markdown(f"**{as_text(summary or _counted(len(problems)))}**")
        if problems:
            st.markdown("\n".join(f"- {problem_sentence(problem)}" for problem in problems))


def problem_sentence(problem: Problem) -> Markup:
    """Where, what, why and how to mend: the same words as on the command line, without file and code."""
    place = where(problem)
    return as_text(f"{place}: {said(problem)}" if place else said(problem))


def _counted(number: int) -> str:
    return "There is a problem" if number == 1 else f"There are {number} problems"
