"""Each step: what has to be true, what speaks for it and against it in its own words, and who says so."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from evaluation.app import page_file
from evaluation.app.taking_back import taken_back, taking_back
from evaluation.app.text import Markup, as_text, bold, quiet, say_quietly, state_word
from evaluation.programme import EvidenceLine, LinkLine, Theory


def for_and_against(drawn: Theory) -> None:
    """Draw it folded, one step after another."""
    taken_back()
    with st.expander(
        "What has to be true at each step, and what speaks for and against it", type="compact", key="for-and-against"
    ):
        for link in drawn.links:
            _step(link)
        say_quietly("How each is weighed stands on the page How we know.")


def _step(link: LinkLine) -> None:
    beneath = (
        ("What has to be true", link.assumption),
        ("What would speak against it", link.weakened_by or "not said"),
    )
    told = [
        bold(f"{link.source} leads to: {link.target}"),
        Markup(f"{state_word(link.state)}. {as_text(link.because)}"),
        *(Markup(f"{quiet(f'{what}:')} {as_text(said)}") for what, said in beneath),
    ]
    st.markdown("  \n".join(told))
    _side("For it", link.supports, link.id)
    _side("Against it", link.contradicts, link.id)
    _side("Counts no more", link.no_longer, link.id)
    st.space("small")


def _side(name: str, lines: Iterable[EvidenceLine], link: str) -> None:
    for line in lines:
        with st.container(gap=None):
            st.markdown("  \n".join(_told(name, line)))
            if line.measure:
                where = {"prototype": line.prototype, "measure": line.measure}
                st.page_link(page_file("results"), label="This result", query_params=where)
            taking_back(line, link)


def _told(side: str, line: EvidenceLine) -> list[str]:
    """Which side and how strong; what it rests on, in its own words; how it bears on the step, and who says so."""
    counted = f"{side}: it spoke {'for' if line.supports else 'against'} it" if line.no_longer else side
    said = [Markup(f"{bold(f'{counted}, {line.strength}.')} {as_text(line.source)}{':' if line.text else '.'}")]
    said += [as_text(f"\N{LEFT DOUBLE QUOTATION MARK}{line.text}\N{RIGHT DOUBLE QUOTATION MARK}")] if line.text else []
    said += [as_text(line.why)] if line.why else []
    said += [as_text(f"All the same because: {line.although}")] if line.although else []
    said += [bold(line.no_longer)] if line.no_longer else []
    return [*said, quiet(f"{line.weighed}.")]
