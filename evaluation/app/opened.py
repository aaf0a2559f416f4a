"""The programme as the person at the screen sees it: opened once a process, read anew when a declaration changes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Final

import streamlit as st

from evaluation.app.session import who
from evaluation.programme import Programme, Settings, open_programme

_DECLARED_IN: Final = ("frameworks", "prototypes")
_Edition = tuple[tuple[str, int], ...]


def programme() -> Programme:
    """The programme of the settings, in the name of who is here. Raises DeclarationError, StoreError."""
    settings = Settings.from_environment(os.environ)
    return replace(_opened(settings, _edition(settings.folder)), actor=who())


@st.cache_resource(
    show_spinner="Opening the programme. The first time it brings in its figures.",
    max_entries=2,  # this edition of the declarations and, for whoever is still reading, the one before
    on_release=lambda kept: kept.store.engine.dispose(),
    hash_funcs={Settings: repr},
)
def _opened(settings: Settings, edition: _Edition) -> Programme:
    """`edition` is part of the key alone: another one is another programme to open."""
    del edition
    return open_programme(settings)


def _edition(folder: Path) -> _Edition:
    """The declaration files with the times they were last changed, in nanoseconds."""
    files = (path for name in _DECLARED_IN for path in sorted((folder / name).glob("*.toml")))
    return tuple((path.name, path.stat().st_mtime_ns) for path in files)
