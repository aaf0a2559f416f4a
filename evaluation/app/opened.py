"""The programme as the person at the screen sees it: opened once a process, read anew when a declaration changes."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Final

import streamlit as st

from evaluation.app.session import who
from evaluation.programme import Programme, Settings, open_programme

_DECLARED_IN: Final = ("frameworks", "prototypes")
# The database, the folder, and its declaration files with the times they were last changed, in nanoseconds.
Edition = tuple[str, str, tuple[tuple[str, int], ...]]


def programme() -> Programme:
    """The programme of the settings, in the name of who is here. Raises DeclarationError, StoreError."""
    return replace(_opened(_settings(), edition()), actor=who())


def edition() -> Edition:
    """What the opened programme was read from: another edition is another programme to open."""
    settings = _settings()
    files = (path for name in _DECLARED_IN for path in sorted((settings.folder / name).glob("*.toml")))
    read = tuple((path.name, path.stat().st_mtime_ns) for path in files)
    return settings.database_url, settings.folder.as_posix(), read


def _settings() -> Settings:
    return Settings.from_environment(os.environ)


@st.cache_resource(
    show_spinner="Opening the programme. The first time it brings in its figures.",
    max_entries=2,  # this edition and, for whoever is still reading, the one before
    on_release=lambda kept: kept.store.close(),
)
def _opened(_settings: Settings, edition: Edition) -> Programme:
    """`edition` alone is the key."""
    del edition
    return open_programme(_settings)
