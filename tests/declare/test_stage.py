"""Another stage in a plan: one line changes, and the rest of the file stays as somebody wrote it."""

from __future__ import annotations

import pytest

from evaluation.declare import write_stage
from evaluation.model.framework import StageId
from evaluation.problems import DeclarationError
from tests.declare.example import PLAN, Programme

FILE = "prototypes/one-team.toml"
BEFORE = 'stage = "execute_and_measure"'
AFTER = 'stage = "select"'


def test_one_line_changes(programme: Programme) -> None:
    text = f"# Whose plan this is\n{PLAN}\n# and what comes last\n".replace(BEFORE, f"{BEFORE}   # since May")
    programme.write(FILE, text)
    path = write_stage(programme.folder, "one-team", StageId.SELECT)
    assert path.read_text(encoding="utf-8") == text.replace(BEFORE, AFTER)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_line_ends_of_windows_stay(programme: Programme) -> None:
    path = programme.folder / FILE
    path.write_bytes(PLAN.replace("\n", "\r\n").encode())
    write_stage(programme.folder, "one-team", StageId.SELECT)
    assert path.read_bytes() == PLAN.replace(BEFORE, AFTER).replace("\n", "\r\n").encode()


def test_the_plan_is_found_by_its_id_whatever_its_file_is_called(programme: Programme) -> None:
    (programme.folder / FILE).rename(programme.folder / "prototypes/another-name.toml")
    write_stage(programme.folder, "one-team", StageId.SELECT)
    assert programme.read().prototype("one-team").stage is StageId.SELECT


def test_a_plan_there_is_not_cannot_be_written(programme: Programme) -> None:
    with pytest.raises(DeclarationError, match="no plan of"):
        write_stage(programme.folder, "two-team", StageId.SELECT)


def test_a_file_that_cannot_be_written_says_what_to_write_by_hand(programme: Programme) -> None:
    (programme.folder / "prototypes/one-team.toml.new").mkdir()  # in the way: not even root can write a file there
    with pytest.raises(DeclarationError, match=r'Write stage = "select" in one-team\.toml by hand'):
        write_stage(programme.folder, "one-team", StageId.SELECT)
    assert (programme.folder / FILE).read_text(encoding="utf-8") == PLAN
