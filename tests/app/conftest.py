"""The app as a script, without a browser: Streamlit's AppTest over a fresh database."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor
from evaluation.programme import Settings, meeting_item, meeting_page, open_programme
from tests.app.looking import OpenAt
from tests.small import write_programme

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds: the first run of a process imports everything


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The illustrative programme's database as a first visit to the meeting leaves it: filling it takes seconds."""
    path = tmp_path_factory.mktemp("once") / "store.sqlite"
    opened = open_programme(Settings.from_environment({"EVALUATION_DATABASE_URL": f"sqlite:///{path}"}, folder=ROOT))
    for prototype in meeting_page(opened).content.items:
        meeting_item(opened, prototype)
    opened.store.close()
    return path


@pytest.fixture
def app(tmp_path: Path, filled_file: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The app over a copy of the illustrative programme, before its first run; `switch_page` comes after one."""
    shutil.copyfile(filled_file, tmp_path / "store.sqlite")
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


@pytest.fixture(scope="session")
def filled_url(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """One copy of the illustrative programme for all tests that only look."""
    path = tmp_path_factory.mktemp("filled") / "store.sqlite"
    shutil.copyfile(filled_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def at_filled(filled_url: str, monkeypatch: pytest.MonkeyPatch) -> OpenAt:
    """The illustrative programme."""
    return _opens(ROOT, filled_url, monkeypatch)


@pytest.fixture
def small_folder(tmp_path: Path) -> Path:
    """The small programme's folder, its figures not brought in."""
    return write_programme(tmp_path / "small")


@pytest.fixture
def at_small(small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> OpenAt:
    """The small programme, over its own fresh database."""
    return _opens(small_folder, f"sqlite:///{small_folder / 'store.sqlite'}", monkeypatch)


def _opens(folder: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> OpenAt:
    monkeypatch.setenv("EVALUATION_FOLDER", str(folder))
    monkeypatch.setenv("EVALUATION_DATABASE_URL", url)
    monkeypatch.chdir(ROOT)

    def at(page: str, who: Actor | None = None, **address: str) -> AppTest:
        app = AppTest.from_file(ROOT / "evaluation_app.py", default_timeout=PATIENCE)
        app.session_state["who"] = who
        app.run()  # pages are known by their address only after a first run
        app.switch_page(f"evaluation/app/pages/{page}.py")
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return at
