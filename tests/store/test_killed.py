"""A process that is killed while it stores a file's figures leaves the store as it was."""

from __future__ import annotations

import multiprocessing
import sys
import time
from itertools import count
from multiprocessing.context import ForkServerContext, SpawnContext
from types import ModuleType

import pytest

from evaluation.store import Store, health, verify
from evaluation.store.engine import writing
from tests.store.examples import dumped, fill
from tests.store.importing import MONTHS, import_figures

MOMENTS = tuple(tenth / 10 + 0.03 for tenth in range(10))  # shares of the time a whole import takes
LONG_ENOUGH = 600.0


def quickest() -> ForkServerContext | SpawnContext:
    """Windows has no fork server; a spawned process starts more slowly and is killed as dead."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("forkserver")
    return multiprocessing.get_context("spawn")


def import_and_kill(store: Store, request_key: str, areas: int, after: float) -> float | None:
    """Import in a process of its own, killed so many seconds after it began. How long it took, if it was done by then.

    Where it was not, it may still be done before the kill arrives: what is stored tells.
    """
    processes = quickest()
    processes.set_forkserver_preload(["tests.store.importing"])
    progress, theirs = processes.Pipe()
    url = store.engine.url.render_as_string(hide_password=False)
    importer = processes.Process(target=import_figures, args=(url, request_key, areas, theirs))
    with pytest.MonkeyPatch.context() as patch:
        # A new process runs whatever calls itself the main module first; tests of the app leave a page there.
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        importer.start()
    theirs.close()  # ours would keep the pipe open, and us waiting, should the importer end by itself
    assert progress.recv() == "begins"
    began = time.monotonic()
    is_done = progress.poll(after)
    took = time.monotonic() - began
    assert not is_done or progress.recv() == "done"
    importer.kill()
    importer.join()
    return took if is_done else None


def counted(store: Store) -> tuple[int, int]:
    """How many rows and figures there are, once the server has noticed that the importer is gone."""
    with writing(store.engine):
        pass
    facts = health(store)
    assert facts.rows is not None
    assert facts.figures is not None
    return facts.rows, facts.figures


def kill_at_ten_moments(store: Store, areas: int) -> None:
    fill(store)
    keys = map(str, count())
    whole = min(import_and_kill(store, next(keys), areas, LONG_ENOUGH) or 0 for _ in range(2))
    assert whole
    for moment in MOMENTS:
        seconds, before = moment * whole, counted(store)
        import_and_kill(store, next(keys), areas, seconds)
        while counted(store) != before:
            # It was quicker than we were. Then it is there as a whole; try again, earlier.
            before = (before[0] + 1, before[1] + areas * MONTHS)
            assert counted(store) == before
            seconds /= 2
            import_and_kill(store, next(keys), areas, seconds)
    assert verify(store).problems == ()


def test_an_import_killed_at_ten_moments_leaves_the_store_as_before(store: Store) -> None:
    kill_at_ten_moments(store, areas=400)


def test_after_a_kill_the_same_import_goes_through(store: Store) -> None:
    fill(store)
    keys = map(str, count())
    before, there = dumped(store), counted(store)
    import_and_kill(store, key := next(keys), 400, 0.01)
    while counted(store) != there:
        # We were held up, and it was quicker than we were; try again with another.
        before, there = dumped(store), counted(store)
        import_and_kill(store, key := next(keys), 400, 0.01)
    assert dumped(store) == before
    assert import_and_kill(store, key, 400, LONG_ENOUGH)
    assert counted(store) == (there[0] + 1, there[1] + 400 * MONTHS)


@pytest.mark.long
def test_an_import_of_a_million_figures_killed_at_ten_moments_leaves_the_store_as_before(store: Store) -> None:
    kill_at_ten_moments(store, areas=20_000)
