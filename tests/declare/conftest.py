"""The small programme, written to a folder of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.declare.example import FRAMEWORK, PLAN, Programme


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    made = Programme(tmp_path)
    made.write("frameworks/good-start.toml", FRAMEWORK)
    made.write("prototypes/one-team.toml", PLAN)
    return made
