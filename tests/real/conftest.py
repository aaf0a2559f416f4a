"""Official files, kept beside the project and not in it; without them these tests skip and say so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from evaluation.commands import main
from evaluation.declare.declarations import Known
from evaluation.declare.read import read
from evaluation.measures.sources import SOURCES
from evaluation.model.framework import Framework

OFFICIAL = Path(__file__).parents[2].parent / "shared" / "real-data"


@pytest.fixture(scope="session")
def official() -> Callable[[str], bytes]:
    """The bytes of an official file."""

    def official(path: str) -> bytes:
        if not (OFFICIAL / path).exists():
            pytest.skip(f"the official file {path} is not at ../shared/real-data")
        return (OFFICIAL / path).read_bytes()

    return official


@pytest.fixture(scope="session")
def declared() -> Callable[[str], Framework]:
    """The framework of a real programme's folder."""
    known = Known(frozenset({"area-change"}), frozenset(), frozenset(SOURCES), frozenset({"below-5"}))

    @cache
    def declared(folder: str) -> Framework:
        declarations = read(Path(__file__).parent / folder, known)
        assert declarations.errors == ()
        return declarations.frameworks[0]

    return declared


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., str]:
    """Run a command in a copy of a real programme's folder and return what it said."""

    def say(folder: str, *words: str) -> str:
        if not (tmp_path / folder).exists():
            shutil.copytree(Path(__file__).parent / folder, tmp_path / folder)
        monkeypatch.chdir(tmp_path / folder)
        monkeypatch.setattr("sys.argv", ["evaluation", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code
        return capsys.readouterr().out.replace("\u00a0", " ")

    return say
