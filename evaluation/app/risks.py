"""What could go wrong: the gravest first, what was said beforehand, and a form."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.download import download_list
from evaluation.app.form_key import say_kept, was_saved
from evaluation.app.risk_form import risk_form
from evaluation.app.text import Markup, as_text, quiet, say_quietly
from evaluation.app.wide_table import wide_table
from evaluation.programme import RiskLine, RisksPage, risks_page, risks_table
from evaluation.words.around import NO_RISKS

_COLUMNS: Final = ("What could go wrong", "How likely, and how bad", "What is done about it", "State")


def risks(prototype: str) -> None:
    """Draw what could go wrong with a prototype."""
    page = asked(risks_page, prototype).content
    place = f"risks-{prototype}"
    label = f"What could go wrong: {page.headline or 'nothing written down yet'}"
    say_kept(place)
    folded = st.expander(label, was_saved(place), type="compact", key=place, on_change="rerun")
    if not folded.open:
        return
    with folded:
        _listed(page, prototype)
        with st.expander("Write down a risk, or what became of one", type="compact", key=f"{place}-form"):
            risk_form(page, place, prototype)


def _listed(page: RisksPage, prototype: str) -> None:
    if page.lines:
        wide_table(_COLUMNS, [_row(line) for line in page.lines])
        download_list(asked(risks_table, prototype), f"risks-{prototype}")
    elif not page.beforehand:
        st.markdown(NO_RISKS)
    if page.beforehand:
        say_quietly("Said beforehand, when the plan was made; nobody has said yet how likely it is:")
        st.markdown(Markup("\n".join(f"- {as_text(each)}" for each in page.beforehand)))


def _row(line: RiskLine) -> tuple[Markup, Markup, str, str]:
    what = Markup(f"{as_text(line.what)}  \n{quiet(f'{line.since[:1].upper()}{line.since[1:]}.')}")
    grave = as_text(line.grave.capitalize())
    if line.before:
        grave = Markup(f"{grave}  \n{quiet(f'Before: {line.before}')}")
    return what, grave, f"{line.response} ({line.owner})".strip(), line.state
