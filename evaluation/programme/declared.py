"""What a folder declares, read with the names of everything the tool has."""

from __future__ import annotations

from pathlib import Path

from evaluation import declare
from evaluation.declare import Declarations, Known
from evaluation.disclosure import PROFILES
from evaluation.measures import SOURCES
from evaluation.statistics import CHECKS, ESTIMATORS


def known() -> Known:
    """The names of what the tool has, so that a declaration that names another is found out."""
    return Known(
        estimators=frozenset(ESTIMATORS),
        checks=frozenset(CHECKS),
        sources=frozenset(SOURCES),
        profiles=frozenset(PROFILES),
    )


def read_declarations(folder: Path) -> Declarations:
    """Everything the folder declares, with all its problems. Never raises for a user's mistake."""
    return declare.read(folder, known())
