from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evaluation.model.people import Actor, Role
from evaluation.programme import Programme, Settings, import_file, open_programme
from tests.small import write_programme

NOW = datetime(2026, 6, 3, 9, 0, tzinfo=UTC)
LEAD = Actor("ann", "Ann Lead", Role.LEAD)
EVALUATOR = Actor("eve", "Eve Evaluator", Role.EVALUATOR)
CHAIR = Actor("cas", "Cas Chair", Role.CHAIR)
NOTE_TAKER = Actor("nat", "Nat Taker", Role.NOTE_TAKER)
OFFICER = Actor("ola", "Ola Officer", Role.OFFICER)


def acting_as(programme: Programme, actor: Actor) -> Programme:
    return replace(programme, actor=actor)


@pytest.fixture
def programme(tmp_path: Path) -> Iterator[Programme]:
    """The small programme, opened on an empty SQLite file, on 3 June 2026."""
    folder = write_programme(tmp_path / "small")
    opened = open_programme(Settings.from_environment({}, folder=folder), actor=LEAD, clock=lambda: NOW)
    yield opened
    opened.store.close()


@pytest.fixture
def filled(programme: Programme) -> Programme:
    """The small programme with its figures brought in."""
    content = (programme.folder / "figures.csv").read_bytes()
    import_file(acting_as(programme, EVALUATOR), "figures.csv", content, request_key="figures")
    return programme
