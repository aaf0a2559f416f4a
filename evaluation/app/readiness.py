"""What has to be in place: late in plain text, the rest folded, each with a box to tick off."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.download import download_list
from evaluation.app.form_key import begin_anew, form_key, say_kept, was_saved
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import Markup, as_text, state_word
from evaluation.app.wide_table import wide_table
from evaluation.model.agreeing import Listed
from evaluation.programme import Act, ReadinessLine, ReadinessPage, may, readiness_page, readiness_table, tick
from evaluation.words.around import NO_READINESS


def readiness(prototype: str) -> None:
    """Draw the readiness list of a prototype."""
    page = asked(readiness_page, prototype).content
    for line in page.late:
        whose = f" {line.owner}, by {line.due}." if line.owner else f" By {line.due}."
        st.markdown(Markup(f":orange[**Late:**] {as_text(f'{line.text}.{whose}')}"))
    place = f"readiness-{prototype}"
    label = f"What has to be in place: {page.headline or 'nothing listed yet'}"
    say_kept(place)
    folded = st.expander(label, was_saved(place), type="compact", key=place, on_change="rerun")
    if not folded.open:
        return
    with folded:
        if not page.lines:
            st.markdown(NO_READINESS)
            return
        rows = [(line.text, line.owner, line.due, _state(line)) for line in page.lines]
        wide_table(["What", "Who", "By", "State"], rows)
        download_list(asked(readiness_table, prototype), place)
        _boxes(page, prototype, place)


def _state(line: ReadinessLine) -> Markup:
    ticked = as_text(f", {line.ticked}") if line.ticked else ""
    return Markup(f"{state_word(line.state)}{ticked}")


def _boxes(page: ReadinessPage, prototype: str, place: str) -> None:
    """A box for each item: one that is changed is kept there and then."""
    actor = ask_who(f"-{place}")
    if actor is None:
        return
    key, is_open = form_key(place), may(actor, Act.TICK_OFF)
    for line in page.lines:
        is_done = st.checkbox(
            as_text(line.text), line.is_ready, key=f"{key}-{line.item}-{line.is_ready}", disabled=not is_open
        )
        if is_done != line.is_ready:
            with refusals_shown():
                begin_anew(place, _tick(prototype, line, key, is_done=is_done), {})
    if not is_open:
        st.markdown("Whoever takes part may tick something off; a reader may not.")


def _tick(prototype: str, line: ReadinessLine, key: str, *, is_done: bool) -> str:
    kept = tick(
        programme(),
        prototype=prototype,
        listed=Listed.READINESS,
        item=line.item,
        is_done=is_done,
        request_key=f"tick:{key}:{line.item}",
    )
    return kept.content.sentence
