"""Our guesses beforehand, on the page of a prototype: what waits, how the others turned out, and making one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import uuid4

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.guesses_shown import turned_out_shown
from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import as_text, bold, say_quietly
from evaluation.app.wide_table import wide_table
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor, Role
from evaluation.model.predictions import Likelihood
from evaluation.programme import (
    Act,
    GuessChoice,
    GuessLine,
    guess,
    guess_choices,
    guesses_page,
    how_mine_turned_out,
    may,
)
from evaluation.words.guesses import LIKELIHOODS
from evaluation.words.situations import NO_GUESSES, NOTHING_TO_GUESS

_SAVED: Final = "guess-saved"
_WIDTH: Final = 640
_BOUNDS: Final = {True: "at least", False: "at most"}


def guessing(prototype: str, *, forms: bool = True) -> None:
    """Draw the guesses of a prototype and, folded, what makes one; without `forms` that stands elsewhere."""
    page = asked(guesses_page, prototype).content
    st.subheader("Our guesses beforehand", anchor="guesses")
    if not (page.waiting or page.settled or page.void or page.kept_back):
        st.markdown(NO_GUESSES)
    if page.waiting:
        rows = [(one.guessed, one.likelihood, one.why or "not said", one.waits_for) for one in page.waiting]
        wide_table(["We are waiting to see", "We\u00a0think\u00a0it", "Why", "When we will know"], rows)
    if page.kept_back:
        say_quietly(page.kept_back)
    if page.settled:
        label = f"How {'the others' if page.waiting or page.kept_back else 'they'} turned out: {len(page.settled)}"
        with st.expander(label, type="compact", key="guesses-settled"):
            wide_table(["We guessed", "We thought it", "It was", "So it"], [_settled(one) for one in page.settled])
    if page.void:
        with st.expander(f"Neither right nor wrong: {len(page.void)}", type="compact", key="guesses-void"):
            wide_table(["We guessed", "Why it does not count"], [(one.guessed, one.waits_for) for one in page.void])
    if forms:
        guess_form(prototype)


def _settled(one: GuessLine) -> tuple[str, str, str, str]:
    expected = f" (expected {one.expected})" if one.expected else ""
    return f"{one.guessed}{expected}", one.likelihood, one.level, one.turned_out


def guess_form(prototype: str, *, measure: str = "") -> None:
    """Draw what makes a guess: folded, or open at the `measure` a reminder asks about."""
    if said := st.session_state.pop(_SAVED, ""):
        st.markdown(bold(said))
    folded = st.expander("Guess beforehand", bool(measure), type="compact", key="guess", on_change="rerun")
    if not folded.open:
        return
    with folded, st.container(width=_WIDTH):
        actor = ask_who("-guess")
        if actor is None:
            return
        choices = asked(guess_choices, prototype).content
        if not may(actor, Act.GUESS):
            st.markdown("Whoever works on the programme may guess; readers read.")
            return
        if choices:
            _form(actor, prototype, choices, measure)
        else:
            st.markdown(NOTHING_TO_GUESS)
        turned_out_shown(how_mine_turned_out(programme()).content)


def _form(actor: Actor, prototype: str, choices: tuple[GuessChoice, ...], measure: str) -> None:
    first = next((place for place, one in enumerate(choices) if one.measure == measure), 0)
    chosen = st.selectbox(
        "What will the figures say about", choices, first, format_func=lambda one: one.name, key="guess-of"
    )
    when = st.selectbox("in", chosen.periods, format_func=lambda one: one[1], key=f"guess-when-{chosen.measure}")
    key = f"{prototype}-{chosen.measure}"
    at_least = st.radio(
        "The test areas together will reach",
        list(_BOUNDS),
        format_func=_BOUNDS.__getitem__,
        index=list(_BOUNDS).index(chosen.at_least),
        horizontal=True,
        key=f"guess-bound-{key}",
    )
    level = _level(chosen, f"How many {chosen.unit}" if chosen.times > 1 else _in(chosen), chosen.start, f"level-{key}")
    likelihood = st.radio(
        "How likely is that?", list(Likelihood), index=None, format_func=LIKELIHOODS.__getitem__, key=f"guess-how-{key}"
    )
    low, high = _range(chosen, key) if actor.role is Role.EVALUATOR else (None, None)
    warnings_above_box("guess")
    place = f"{actor.id}/{prototype}/guess-{chosen.measure}"
    why = note_box("Why do you think so? (can wait)", place=place, is_short=True)
    written = _Written(prototype, chosen, when[0], likelihood, level, low, high, why, at_least=at_least)
    if st.button("Keep my guess", type="primary", key="guess-save"):
        with refusals_shown():
            _keep(written, place)


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands in the form; levels as the measure keeps them."""

    prototype: str
    choice: GuessChoice
    when: str
    likelihood: Likelihood | None
    level: float | None
    low: float | None
    high: float | None
    why: Draft
    at_least: bool


def _in(chosen: GuessChoice) -> str:
    return chosen.unit.capitalize() or "Level"


def _level(chosen: GuessChoice, label: str, start: float | None, key: str) -> float | None:
    """A level as people read it, given back as the measure keeps it."""
    step = 10.0**-chosen.decimals
    shown = st.number_input(
        label,
        value=None if start is None else round(start * chosen.times, chosen.decimals),
        step=step,
        format=f"%.{chosen.decimals}f",
        key=f"guess-{key}",
    )
    return None if shown is None else round(float(shown), 6) / chosen.times


def _range(chosen: GuessChoice, key: str) -> tuple[float | None, float | None]:
    with st.expander("The lowest and the highest you expect (for evaluators)", type="compact", key="guess-range"):
        say_quietly("A range that should hold what is seen 8 times in 10.")
        low = _level(chosen, "Lowest", None, f"low-{key}")
        return low, _level(chosen, "Highest", None, f"high-{key}")


def _keep(written: _Written, place: str) -> None:
    """Keep the guess and draw the page anew. Raises UsageError."""
    if written.likelihood is None or written.level is None:
        st.markdown(as_text("Give a level, and choose how likely it is."))
        return
    form = f"guess-form-{place}"
    kept = guess(
        programme(),
        prototype=written.prototype,
        measure=written.choice.measure,
        when=written.when,
        likelihood=written.likelihood,
        at_least=written.level if written.at_least else None,
        at_most=None if written.at_least else written.level,
        low=written.low,
        high=written.high,
        why=written.why.text,
        request_key=st.session_state.setdefault(form, uuid4().hex),
    )
    st.session_state.pop(form, None)
    forget(place, written.why)
    st.session_state[_SAVED] = kept.content.sentence
    st.rerun()
