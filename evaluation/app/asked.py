"""What the programme answered, kept until something is recorded or declared: looking twice costs once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import streamlit as st

from evaluation.app.opened import edition, programme
from evaluation.model.release import Released
from evaluation.programme import Programme, as_of, last_row

T = TypeVar("T")
P = ParamSpec("P")
_KEPT: Final = 400  # answers; a programme of twenty prototypes asks for about a hundred a person


def asked(ask: Callable[Concatenate[Programme, P], Released[T]], *args: P.args, **kwargs: P.kwargs) -> Released[T]:
    """`ask(programme(), ...)`, answered once a day and a person for each state of the store and of the declarations.

    Two people may see different notes: an answer given to one is never shown to another.
    """
    opened = programme()
    row = last_row(opened)
    state = (edition(), row, opened.clock().date(), opened.actor)
    answer: Released[T] = _answer(
        lambda: ask(as_of(opened, row), *args, **kwargs), ask.__qualname__, args, kwargs, state
    )
    return answer


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _answer(_ask: Callable[[], Any], name: str, args: Any, kwargs: Any, state: Any) -> Any:
    """The answers are frozen, so that one copy serves everyone; the other arguments are the key."""
    del name, args, kwargs, state
    return _ask()
