"""One measure on the page Figures: how complete it is, by area and period, and what stands beside it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.beside_shown import beside_shown
from evaluation.app.chart import chart
from evaluation.app.choosing import MEASURE, choose
from evaluation.app.device import is_phone
from evaluation.app.download import as_csv
from evaluation.app.text import as_text, say_quietly
from evaluation.programme import CompletenessPage, FiguresPage, completeness_page, measure_beside

_ON_A_PHONE: Final = 12  # periods; all of them are in the file


def one_measure(page: FiguresPage) -> None:
    """Draw the choice of a measure, and what there is of it."""
    names = dict(page.measures)
    if not names:
        return
    st.header("What is here, and what is missing")
    measure = choose(MEASURE, "Measure", names, otherwise=next(iter(names)))
    wanted = {"periods": _ON_A_PHONE} if is_phone() else {}
    _complete(asked(completeness_page, measure, **wanted).content)
    beside_shown(asked(measure_beside, measure))


def _complete(page: CompletenessPage) -> None:
    """The picture, and every cell to take away."""
    if page.picture is None or page.cells is None:
        st.markdown(as_text(f"{page.headline}. The first that come are shown here, area by area."))
        return
    st.subheader(as_text(page.headline))
    say_quietly(page.picture.content.unit)
    chart(page.picture, key="complete", titled=False)
    if page.never:
        say_quietly(page.never)
    st.download_button(
        "Download every area and period", as_csv(page.cells), f"complete-{page.measure}.csv", "text/csv",
        on_click="ignore", key="complete-cells",
    )  # fmt: skip
