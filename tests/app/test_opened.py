from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.acting import said, use_small_programme


def test_a_change_to_a_plan_is_read_at_the_next_run(
    app: AppTest, opened: Callable[[str], AppTest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_programme(tmp_path / "small", monkeypatch)
    opened("meeting")
    assert "[One team]" in app.table[0].value.to_string(max_colwidth=None)
    plan = tmp_path / "small" / "prototypes" / "one-team.toml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace('name = "One team"', 'name = "Two teams"'), encoding="utf-8"
    )
    app.run()
    assert "[Two teams]" in app.table[0].value.to_string(max_colwidth=None)


def test_a_folder_without_a_programme_is_told_and_the_app_stays_up(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVALUATION_FOLDER", str(tmp_path))
    app.run()
    assert not app.exception
    assert "There is no programme to open" in said(app)
