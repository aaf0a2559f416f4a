"""An import in a process of its own, to be killed half way."""

from __future__ import annotations

import traceback
from multiprocessing.connection import Connection

from evaluation.store import open_store
from tests.store.examples import PROGRAMME, add_figures, figures

MONTHS = 50


def import_figures(url: str, request_key: str, areas: int, progress: Connection) -> None:
    """Fifty figures an area; says when it begins to store, when it is done, and why it could not."""
    try:
        store = open_store(url, PROGRAMME)
        observations = figures(areas, MONTHS)
        progress.send("begins")
        add_figures(store, observations, request_key)
        progress.send("done")
        store.close()
    except Exception:
        progress.send(traceback.format_exc())
        raise
