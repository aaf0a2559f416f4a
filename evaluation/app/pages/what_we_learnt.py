"""What we learnt: since the last meeting or between two dates, how far each question has come, and what was stopped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.digest_dates import digest_dates
from evaluation.app.download import download_numbers
from evaluation.app.guesses_shown import guesses_shown
from evaluation.app.register import stop_register
from evaluation.app.searching import searching
from evaluation.app.stamps import stamp_line
from evaluation.app.text import Markup, as_text, quiet, say_quietly, state_word
from evaluation.app.visits import visits
from evaluation.app.wide_table import wide_table
from evaluation.programme import DigestLine, DigestPage, QuestionLine, digest_page, every_question, yield_table
from evaluation.words import digest as said
from evaluation.words.situations import NO_PROTOTYPES

# A digest is read in a minute; what is beyond it is folded away.
_SHOWN: Final = 6


def _parts(page: DigestPage) -> None:
    parts = (
        (said.LEARNT, page.learnt, said.NOTHING_LEARNT),
        (said.SURPRISED, page.surprised, said.NOTHING_SURPRISING),
        (said.CHANGED, page.changed, said.NOTHING_CHANGED),
        (said.UNKNOWN, page.unknown, said.NOTHING_UNKNOWN),
    )
    for heading, lines, nothing in parts:
        st.space("small")
        st.header(heading)
        if not lines:
            st.markdown(as_text(nothing))
        _said(lines[:_SHOWN])
        if lines[_SHOWN:]:
            with st.expander(f"And {len(lines) - _SHOWN} more", type="compact", key=f"more-{heading}"):
                _said(lines[_SHOWN:])


def _said(lines: Sequence[DigestLine]) -> None:
    for line in lines:
        st.markdown(Markup(f"{as_text(line.said)}  \n{quiet(f'{line.name}. {line.beside}'.strip())}"))


def _five_steps(lines: Sequence[QuestionLine]) -> None:
    st.space("small")
    st.header("How far each question has come")
    st.markdown("Learning takes five steps. The last is taken when a decision uses what we found out.")
    with st.expander(f"{len(lines)} questions on the five steps", type="compact", key="five-steps"):
        wide_table(
            ["Question", *(_heading(word) for word in said.STEPS.values()), "State"], [_row(line) for line in lines]
        )
        download_numbers(yield_released, "what-we-learnt")


def _heading(word: str) -> str:
    return f"{word[:1].upper()}{word[1:]}"


def _row(line: QuestionLine) -> list[Markup]:
    late = ", overdue" if line.is_overdue else ", silent" if line.is_silent else ""
    return [
        Markup(f"{as_text(line.text)}  \n{quiet(line.prototype_name)}"),
        *(as_text("yes" if taken else "not yet") for taken in line.steps),
        Markup(f"{state_word(line.state)}{quiet(late) if late else ''}"),
    ]


every = asked(digest_page)
stamp_line(every.stamps)
if every.content.has_prototypes:
    say_quietly("What we learnt")
    finding = st.container()
    dates = digest_dates(every.content.meetings)
    page = asked(digest_page, first=dates.first, last=dates.last).content
    finding.title(as_text(page.sentence))
    _parts(page)
    yield_released = asked(yield_table)
    _five_steps(asked(every_question).content)
    st.space("small")
    guesses_shown()
    st.space("small")
    stop_register()
    st.space("small")
    visits()
    st.space("small")
    st.header("Have we tried this?")
    searching()
else:
    st.title("What we learnt")
    st.markdown(as_text(NO_PROTOTYPES))
