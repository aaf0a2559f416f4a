"""Addresses of pages of the app: what a reminder links to. They carry ids and choices, never what people wrote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlencode

from evaluation.programme.handle import Programme

# What a page is told by its address: a name and a value.
Query = tuple[tuple[str, str], ...]
# The page the app opens with has no name in its address.
_OPENS: Final = "meeting"


def page_address(programme: Programme, page: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """As in `http://localhost:8501/add-note?prototype=one-team`. `page` is its name: `add_note`."""
    name, told = "" if page == _OPENS else page.replace("_", "-"), urlencode(tuple(query))
    return f"{programme.address}/{name}{f'?{told}' if told else ''}"
