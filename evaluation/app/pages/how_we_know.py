"""How we know: what the words and the comparisons mean, and whether anything was altered."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evaluation.app import page_file
from evaluation.app.asked import asked
from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.programme_parts import SIGNS
from evaluation.app.stamps import stamp_line
from evaluation.app.tables import calm_table
from evaluation.app.text import as_text, bold, say_quietly
from evaluation.app.weighing_explained import weighing_explained
from evaluation.app.wide_table import wide_table
from evaluation.programme import (
    ReleaseLine,
    TermLine,
    five_words,
    how_we_know_page,
    nothing_altered,
    releases_page,
)
from evaluation.words import STRENGTH, checks, explained
from evaluation.words.programme import SIGNS_TITLE


def _comparisons() -> None:
    st.header("How we compare")
    st.markdown("\n\n".join(explained.COMPARING))
    st.space("small")
    st.header("Four things a result can say")
    st.markdown("They are never mixed. Where we cannot work something out, we say why and what would be needed.")
    calm_table(["It says", "What that means"], [(bold(name), meaning) for name, meaning, _ in explained.OUTCOMES])
    st.space("small")
    st.header("How strong the evidence is")
    st.markdown("Nobody types this in: it follows from the areas, the figures and the checks.")
    strengths = [(bold(STRENGTH[grade]), meaning) for grade, meaning in explained.STRENGTHS.items()]
    calm_table(["Strength", "What that means"], strengths)
    st.markdown("Others rate evidence too. Where a result stands on their scales is in its method, for the evaluator.")
    with st.expander("Three scales from outside", type="compact", key="scales"):
        scales = [(bold(name), meaning, source) for name, meaning, source in explained.OUTSIDE_SCALES]
        calm_table(["Scale", "What its levels mean", "Source"], scales)


def _checks() -> None:
    st.space("small")
    st.header("What we check")
    st.markdown("A check **holds**, or says **look at this**, or only informs.")
    calm_table(
        ["Check", "Why we ask"],
        [(bold(checks.QUESTIONS[name]), why) for name, why in explained.CHECKS.items()],
    )
    st.space("small")
    st.header("Figures we hide, and what people write")
    st.markdown(f"{explained.HIDDEN_FIGURES}\n\n{explained.LEARNING}")
    weighing_explained()


def _guesses() -> None:
    st.space("small")
    st.header("Our guesses beforehand")
    st.markdown("\n\n".join(explained.GUESSES))
    calm_table(["We say", "That stands for"], [(bold(word), chance) for word, chance in five_words()])
    say_quietly(explained.GUESSES_SOURCE)


def _words(terms: Sequence[TermLine]) -> None:
    if not terms:
        return
    st.space("small")
    st.header("Our words")
    st.markdown("The words of the programme, and those its evaluators use.")
    with st.expander(f"{len(terms)} words from A to Z", type="compact", key="terms"):
        calm_table(["Word", "What it means here"], [(bold(line.term), line.meaning) for line in terms])


def _signs() -> None:
    """They are part of what the programme agreed, and stand there."""
    st.space("small")
    st.page_link(page_file("programme"), label=SIGNS_TITLE, query_params={SIGNS: "true"})


def _left(lines: Sequence[ReleaseLine]) -> None:
    st.space("small")
    st.header("What has left")
    if not lines:
        st.markdown("Nothing has left yet. What is taken away as a file is listed here.")
        return
    st.markdown("Every file of figures that was taken away. What leaves later is set against all of them first.")
    with st.expander(f"Files that have left: {len(lines)}", type="compact", key="left"):
        wide_table(["File", "What of", "On", "By", "Hidden figures"], [_one_left(line) for line in lines])


def _one_left(line: ReleaseLine) -> tuple[str, str, str, str, str]:
    hidden = "none: true values" if line.true_values else f"{line.hidden:,}"
    return line.file, line.measures, line.on, line.who, hidden


def _altered() -> None:
    st.space("small")
    st.header("Check nothing was altered")
    st.markdown(explained.ALTERED)
    if not st.button("Check nothing was altered", key="verify"):
        return
    with st.spinner("Checking every row."):
        found = nothing_altered(programme()).content
    if found.problems:
        problem_list(found.problems, summary="Something was altered outside this tool.")
    else:
        st.markdown(as_text(f"Nothing was altered. For the minutes: {found.checkpoint}"))


released = asked(how_we_know_page)
stamp_line(released.stamps)
st.title("How we know")
_comparisons()
_checks()
_guesses()
_words(released.content.terms)
_signs()
_left(asked(releases_page).content)
_altered()
