"""How far a long command is: one line on the error stream of a terminal, nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from evaluation.measures import quiet


@contextmanager
def progress_line(*, as_json: bool) -> Iterator[Callable[[str, float], None]]:
    """What is told what is being done and which share of it is done; quiet with `--json` and where nobody looks."""
    if as_json or not sys.stderr.isatty():
        yield quiet
        return
    shown = ""

    def tell(what: str, share: float) -> None:
        nonlocal shown
        line = f"{what}: {share:4.0%}"
        if line != shown:
            print(f"\r{line}   ", end="", file=sys.stderr, flush=True)
            shown = line

    try:
        yield tell
    finally:
        if shown:
            print(f"\r{' ' * (len(shown) + 3)}\r", end="", file=sys.stderr, flush=True)
