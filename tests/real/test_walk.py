"""An official file walks through the whole house, from the command line to the sentence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.commands import main

Official = Callable[[str], bytes]
Say = Callable[..., str]
HERE = Path(__file__).parent


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Say:
    """Run a command in a copy of a real programme's folder and return what it said."""

    def say(folder: str, *words: str) -> str:
        if not (tmp_path / folder).exists():
            shutil.copytree(HERE / folder, tmp_path / folder)
        monkeypatch.chdir(tmp_path / folder)
        monkeypatch.setattr("sys.argv", ["evaluation", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code
        return capsys.readouterr().out.replace("\u00a0", " ")

    return say


def bring_in(say: Say, folder: str, content: bytes, tmp_path: Path) -> str:
    (tmp_path / "official.csv").write_bytes(content)
    return say(folder, "import", str(tmp_path / "official.csv"), "--as", "Eve", "--role", "evaluator")


def test_a_better_start_from_file_to_sentence(official: Official, say: Say, tmp_path: Path) -> None:
    content = official("ees/EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv")
    brought = bring_in(say, "better-start", content, tmp_path)
    # By hand: 152 local authorities x 6 school years for all children; the rest are girls, boys, regions, England.
    assert "2934 rows" in brought
    assert "Taken: 912 rows. Passed over: 2022. Refused: 0." in brought
    assert "byte for byte" in bring_in(say, "better-start", content, tmp_path)
    found = say("better-start", "compare", "better-start")
    assert "The figures do not settle it either way." in found
    assert "Were the areas moving alike before? look at this" in found
    assert "Illustrative" not in found


def test_henry_from_file_to_sentence(official: Official, say: Say, tmp_path: Path) -> None:
    brought = bring_in(say, "henry", official("ncmp/obese_reception_corporate_plan_2024.csv"), tmp_path)
    assert "4403 rows" in brought
    assert "The figures do not settle it either way." in say("henry", "compare", "henry")
