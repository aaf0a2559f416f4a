"""The parts of the page The programme: each folded under what stands out in it, drawn when somebody opens it."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.asked_for import COMMITMENT, asked_for, is_asked_for
from evaluation.app.choosing import choose
from evaluation.app.commitments import commitments
from evaluation.app.device import is_dark, is_phone
from evaluation.app.download import download_numbers
from evaluation.app.tables import calm_table
from evaluation.app.text import as_text, bold
from evaluation.app.wide_table import wide_table
from evaluation.model.release import Released
from evaluation.programme import Part, ProgrammePage, carry, roll_up_page

GROUP = "group"
SIGNS, _STANDING = "signs", "standing"


def promise_asked_for(page: ProgrammePage) -> str:
    """The group whose promise the address names (`?commitment=`): its commitments stand at the top of the page."""
    return asked_for(GROUP, dict(page.groups)) if is_asked_for(COMMITMENT) else ""


def part_shown(released: Released[ProgrammePage], part: Part) -> None:
    """Draw a part; that it is open stands in the address, so that it can be sent on."""
    label = f"{bold(f'{part.title}:')} {as_text(part.found)}"
    folded = st.expander(label, type="compact", key=part.id, bind="query-params")
    if not folded.open:
        return
    with folded:
        if part.id == _STANDING:
            _of_a_group(released, part)
        else:
            _inside(carry(released, part))


def unsaid_shown(page: ProgrammePage) -> None:
    """Draw what the programme does not say yet, and what to add."""
    if not page.unsaid:
        return
    with st.expander(f"Not said yet: {len(page.unsaid)}", type="compact", key="unsaid", expanded=not page.is_said):
        calm_table(["What", "What to add"], [(part.title, part.next) for part in page.unsaid])


def _inside(released: Released[Part]) -> None:
    part = released.content
    with st.container(key=f"warnings-{part.id}" if part.id == SIGNS else f"said-{part.id}"):
        for said in part.says:
            st.markdown(as_text(said))
    if part.graph and not is_phone():
        st.graphviz_chart(
            part.graph_dark if is_dark() else part.graph, alt=f"{part.title}: {part.found}. In words below."
        )
    for number, each in enumerate(part.tables):
        if each.title:
            st.subheader(as_text(each.title))
        wide_table([column.name for column in each.table.columns], each.table.rows)
        with st.container(horizontal=True):
            download_numbers(carry(released, each.table), f"{part.id}-{number + 1}" if number else part.id)


def _of_a_group(released: Released[ProgrammePage], part: Part) -> None:
    """How things stand for every group, or for the one whose chair looks."""
    page = released.content
    chosen = choose(GROUP, "Group", {"": "Every group", **dict(page.groups)}, otherwise="")
    _inside(asked(roll_up_page, chosen, page.id) if chosen else carry(released, part))
    if chosen and not promise_asked_for(page):
        commitments(group=chosen)
