"""Large files by the command line: stored whole within little memory, and not at all where the process is killed."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from evaluation.store import Store, health, open_store, upgrade, verify
from evaluation.store.engine import writing
from tests.databases import NewUrl
from tests.large import run_import, start_import, write_figures, write_large_programme

MEMORY = 400  # megabytes
PROGRAMME = "small"


def empty_store(url: str) -> Store:
    upgrade(url, PROGRAMME)
    return open_store(url, PROGRAMME)


def held(store: Store) -> tuple[int, int]:
    """How many rows and figures there are, once the database has noticed who is gone."""
    with writing(store.engine):
        pass
    facts = health(store)
    return facts.rows or 0, facts.figures or 0


def killed(folder: Path, url: str, file: Path, seconds: float) -> None:
    """Begin an import and kill it after so many seconds."""
    process = start_import(folder, url, file)
    time.sleep(seconds)
    process.kill()
    process.communicate()


def imports_whole_or_not_at_all(folder: Path, url: str, rows: int, kills: int) -> None:
    """Import once to know how long it takes; then files of that size, killed at random moments."""
    store = empty_store(url)
    began = time.monotonic()
    done = run_import(folder, url, write_figures(folder / "first.csv", rows))
    took = time.monotonic() - began
    assert f"Figures: {rows} new, 0 revised, 0 unchanged." in done.out
    assert held(store) == (1, rows)
    assert done.megabytes < MEMORY
    chance = random.Random(20261122)
    for number in range(kills):
        moment, before = took * chance.uniform(0.3, 0.9), held(store)
        killed(folder, url, write_figures(folder / "other.csv", rows, seed=2 + number), moment)
        while held(store) != before:
            # It was quicker than we were. Then it is there as a whole; try again, earlier.
            before = (before[0] + 1, before[1] + rows)
            assert held(store) == before
            moment /= 2
            killed(folder, url, write_figures(folder / "other.csv", rows, seed=100 + before[0]), moment)
    assert verify(store).problems == ()
    store.close()


def test_thirty_thousand_rows_come_in_whole_and_a_killed_import_leaves_the_store_as_before(
    new_url: NewUrl, database: str, tmp_path: Path
) -> None:
    imports_whole_or_not_at_all(write_large_programme(tmp_path / "large"), new_url(database), 30_000, kills=1)


def test_a_terminal_sees_how_far_it_is_and_nobody_else_does(tmp_path: Path, new_url: NewUrl) -> None:
    folder, url = write_large_programme(tmp_path / "large"), new_url("sqlite")
    done = run_import(folder, url, write_figures(folder / "first.csv", 100))
    assert "%" not in done.out


@pytest.mark.long
def test_a_million_rows_come_in_whole_and_ten_killed_imports_leave_the_store_as_before(
    new_url: NewUrl, database: str, tmp_path: Path
) -> None:
    imports_whole_or_not_at_all(write_large_programme(tmp_path / "large"), new_url(database), 1_000_000, kills=10)


@pytest.mark.long
def test_a_file_of_200_megabytes_keeps_within_the_memory(tmp_path: Path, new_url: NewUrl) -> None:
    folder, url = write_large_programme(tmp_path / "large"), new_url("sqlite")
    file = write_figures(
        folder / "first.csv",
        2_000_000,
        remark="counted by the health visiting service of this area by hand in every month",
    )
    assert file.stat().st_size > 200_000_000
    done = run_import(folder, url, file)
    assert "2000000 new" in done.out
    assert done.megabytes < MEMORY
