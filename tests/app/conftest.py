"""The app as a script, without a browser: Streamlit's AppTest over a fresh database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds: the first run of a process imports everything


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The app before its first run; `app.switch_page(...)` comes after one."""
    monkeypatch.setenv("EVALUATION_DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.chdir(ROOT)
    return AppTest.from_file(ROOT / "evaluation_app.py", default_timeout=PATIENCE)


@pytest.fixture
def opened(app: AppTest) -> Callable[[str], AppTest]:
    """`opened("add_note")`: the app at that page."""

    def at(page: str) -> AppTest:
        app.run()
        app.switch_page(f"evaluation/app/pages/{page}.py").run()
        assert not app.exception
        return app

    return at
