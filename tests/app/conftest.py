"""The app as a script, without a browser: Streamlit's AppTest over a fresh database."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor
from evaluation.programme import open_programme
from tests.app.looking import OpenAt
from tests.illustrative import ROOT, clock
from tests.small import write_programme

PATIENCE = 300.0  # seconds: the first run of a process imports everything, and the machine may be busy


@pytest.fixture(scope="session", autouse=True)
def day() -> Iterator[None]:
    """The app's clock begins on the same day however late it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("evaluation.app.opened.open_programme", partial(open_programme, clock=clock))
        yield


@pytest.fixture(scope="session")
def served(filled_url: str) -> AppTest:
    """The app after a first run: it knows its pages by their addresses, and the components that are installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVALUATION_DATABASE_URL", filled_url)
        patch.chdir(ROOT)
        return AppTest.from_file(ROOT / "evaluation_app.py", default_timeout=PATIENCE).run()


@pytest.fixture
def visit(served: AppTest) -> Callable[[], AppTest]:
    """Begins a visit, at any page, to a server that was visited before: a first run of its own takes most of a test."""

    def begun() -> AppTest:
        app = AppTest.from_file(ROOT / "evaluation_app.py", default_timeout=PATIENCE)
        app._registered_pages = served._registered_pages
        app._bidi_component_manager = served._bidi_component_manager
        return app

    return begun


@pytest.fixture
def app(tmp_path: Path, filled_file: Path, visit: Callable[[], AppTest], monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The app over a copy of the illustrative programme, before its first run."""
    shutil.copyfile(filled_file, tmp_path / "store.sqlite")
    monkeypatch.setenv("EVALUATION_DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.chdir(ROOT)
    return visit()


@pytest.fixture
def opened(app: AppTest) -> Callable[[str], AppTest]:
    """`opened("add_note")`: the app at that page."""

    def at(page: str) -> AppTest:
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
def at_filled(filled_url: str, visit: Callable[[], AppTest], monkeypatch: pytest.MonkeyPatch) -> OpenAt:
    """The illustrative programme."""
    return _opens(ROOT, filled_url, visit, monkeypatch)


@pytest.fixture
def small_folder(tmp_path: Path) -> Path:
    """The small programme's folder, its figures not brought in."""
    return write_programme(tmp_path / "small")


@pytest.fixture
def at_small(small_folder: Path, visit: Callable[[], AppTest], monkeypatch: pytest.MonkeyPatch) -> OpenAt:
    """The small programme, over its own fresh database."""
    return _opens(small_folder, f"sqlite:///{small_folder / 'store.sqlite'}", visit, monkeypatch)


def _opens(folder: Path, url: str, visit: Callable[[], AppTest], monkeypatch: pytest.MonkeyPatch) -> OpenAt:
    monkeypatch.setenv("EVALUATION_FOLDER", str(folder))
    monkeypatch.setenv("EVALUATION_DATABASE_URL", url)
    monkeypatch.chdir(ROOT)

    def at(page: str, who: Actor | None = None, **address: str) -> AppTest:
        app = visit()
        app.session_state["who"] = who
        app.switch_page(f"evaluation/app/pages/{page}.py")
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return at
