"""One side of one task in a process of its own: prints CPU seconds and the memory it took as JSON."""

from __future__ import annotations

import json
import sys
import time
import tracemalloc
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

ENOUGH: Final = 2.0
MOST_CALLS: Final = 20
MEGABYTE: Final = 2**20


def fastest(call: Callable[[Any], object], data: Any) -> float:
    """CPU seconds of the fastest of several calls, after one that warms up."""
    times: list[float] = []
    call(data)
    while len(times) < MOST_CALLS and (len(times) < 2 or sum(times) < ENOUGH):
        began = time.process_time()
        call(data)
        times.append(time.process_time() - began)
    return min(times)


def most_held(call: Callable[[Any], object], data: Any) -> float:
    """The most memory a call holds at once, in MB, as far as Python and numpy ask for it."""
    tracemalloc.start()
    call(data)
    return tracemalloc.get_traced_memory()[1] / MEGABYTE


def main() -> None:
    """Run the task named, on the side named."""
    task = import_module(f"tests.benchmarks.tasks.{sys.argv[1]}")
    data, call = task.data(), getattr(task, sys.argv[2])
    print(json.dumps({"cpu": fastest(call, data), "peak": most_held(call, data)}))


if __name__ == "__main__":
    main()
