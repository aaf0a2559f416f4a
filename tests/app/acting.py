"""What the page tests share: who is there, what stands in a box, the small programme in place of the example."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor, Role
from tests.small import write_programme


def introduced(app: AppTest, role: Role, name: str = "Amina Khan") -> AppTest:
    """The app with somebody at the screen; `run` it afterwards."""
    app.session_state["who"] = Actor("-".join(name.split()).casefold(), name, role)
    return app


def typed(app: AppTest, place: str, text: str, key: str = "key-1") -> None:
    """Put text in the box at `place`, as the browser tells of it."""
    app.session_state[f"note-box-{place}"] = {"draft": {"key": key, "text": text}}


def press(app: AppTest, label: str) -> AppTest:
    """Press the one button of this label."""
    (button,) = [button for button in app.button if button.label == label]
    return button.click().run()


def said(app: AppTest) -> str:
    """All that is said on the page, in one text."""
    return "\n".join(element.value for element in app.markdown).replace("\u00a0", " ")


def use_small_programme(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open a programme that is not illustrative and holds neither figures nor notes."""
    write_programme(folder)
    framework = folder / "frameworks" / "small.toml"
    real = framework.read_text(encoding="utf-8").replace("illustrative = true", "illustrative = false")
    framework.write_text(real, encoding="utf-8")
    monkeypatch.setenv("EVALUATION_FOLDER", str(folder))
    monkeypatch.setenv("EVALUATION_DATABASE_URL", f"sqlite:///{folder / 'store.sqlite'}")
