"""An official file walks through the whole house, from the command line to the sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Official = Callable[[str], bytes]
Say = Callable[..., str]


def bring_in(say: Say, folder: str, content: bytes, tmp_path: Path) -> str:
    (tmp_path / "official.csv").write_bytes(content)
    return say(folder, "import", str(tmp_path / "official.csv"), "--as", "Eve", "--role", "evaluator")


def test_a_better_start_from_file_to_sentence(official: Official, say: Say, tmp_path: Path) -> None:
    content = official("ees/EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv")
    brought = bring_in(say, "better-start", content, tmp_path)
    # By hand: 152 local authorities x 6 school years for all children; the rest are girls, boys, regions, England.
    assert "read as Explore Education Statistics: 2934 rows" in brought
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
