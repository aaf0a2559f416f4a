from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from evaluation.commands import main
from tests.small import write_programme


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_programme(tmp_path / "small")


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command as its own program would, in the small programme's folder."""
    monkeypatch.chdir(folder)
    for name in ("EVALUATION_FOLDER", "EVALUATION_DATABASE_URL", "EVALUATION_TRUSTED"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str) -> Ran:
        monkeypatch.setattr("sys.argv", ["evaluation", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        code = ended.value.code
        return Ran(
            code if isinstance(code, int) else 0, said.out.replace("\u00a0", " "), said.err.replace("\u00a0", " ")
        )

    return run
