"""Where the programme and its database are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from evaluation.problems import StoreError
from evaluation.programme import Settings, health, open_programme
from evaluation.store import open_store
from tests.small import write_programme

NAMES = (
    "Plan 50%20 of 100%",
    "Müller's #1 (old) & new",
    "a@b=c;d",
    *(() if sys.platform == "win32" else ("why?: a b",)),
)


@pytest.mark.parametrize("name", NAMES)
def test_the_database_lies_in_the_programme_folder_whatever_its_name(tmp_path: Path, name: str) -> None:
    folder = write_programme(tmp_path / name)
    programme = open_programme(Settings.from_environment({}, folder=folder))
    assert (folder / "data" / "evaluation.sqlite").is_file()
    assert health(programme).rows == 0
    programme.store.close()


def test_an_error_shows_the_file_as_people_write_it(tmp_path: Path) -> None:
    file = tmp_path / "Müller 1" / "notes.sqlite"
    file.parent.mkdir()
    file.write_text("Something else. " * 100, encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        open_store(f"sqlite:///{file.as_posix()}", "small")
    assert file.as_posix() in str(refused.value)
