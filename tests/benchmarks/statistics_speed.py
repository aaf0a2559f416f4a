"""Our statistics beside those of others: CPU time of the same task, side by side in one run, alternating.

Run it on a machine with nothing else to do, from the project's folder:

    python -m tests.benchmarks.statistics_speed [TASK ...]

The others (pyfixest, diff-diff, pysyncon, statsmodels) are put into an environment of
their own, which the first run makes below the system's folder for temporary files.
Each task is a file in `tasks` with `data`, `ours` and, where somebody does the same,
`theirs`. Every measurement is a new process: one warm call, then the fastest of a few
calls, in CPU seconds with one thread, from a ready pandas frame to the result.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
TASKS: Final = tuple(sorted(path.stem for path in (Path(__file__).parent / "tasks").glob("[a-z]*.py")))
ROUNDS: Final = 5
OTHERS: Final = ("pyfixest==0.60.0", "diff-diff==3.13.0", "pysyncon==1.7.0", "statsmodels==0.15.0", "pandas>=3.1,<4")
LIBRARIES: Final = ("OMP", "OPENBLAS", "MKL", "NUMBA", "RAYON")
ONE_THREAD: Final = {f"{library}_NUM_THREADS": "1" for library in LIBRARIES}


def environment() -> Path:
    """The Python of the environment that holds the others; made where it is not there."""
    folder = Path(tempfile.gettempdir()) / "evaluation-benchmark-others"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (folder / "made").exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *OTHERS], check=True)
        (folder / "made").touch()
    return python


def measured(python: Path | str, task: str, side: str) -> dict[str, float]:
    """CPU seconds, and the most memory (MB) one call held beyond its data, of one process."""
    command = [str(python), "-m", "tests.benchmarks.one_task", task, side]
    told = subprocess.run(command, cwd=ROOT, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=False)
    if told.returncode:
        raise SystemExit(f"{task}, {side}: {told.stderr}")
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def line(task: str, others: Path) -> str:
    """A row of the table."""
    has_other = "def theirs" in (Path(__file__).parent / "tasks" / f"{task}.py").read_text(encoding="utf-8")
    ours, theirs, ratios = [], [], []
    for _ in range(ROUNDS):
        ours.append(measured(sys.executable, task, "ours"))
        if has_other:
            theirs.append(measured(others, task, "theirs"))
            ratios.append(theirs[-1]["cpu"] / ours[-1]["cpu"])
    cells = [task.replace("_", " "), _seconds([one["cpu"] for one in ours]), f"{max(one['peak'] for one in ours):.0f}"]
    cells += [_seconds([one["cpu"] for one in theirs]), _spread(ratios)] if has_other else ["", ""]
    return f"| {' | '.join(cells)} |"


def _seconds(found: Sequence[float]) -> str:
    low, middle, high = min(found), statistics.median(found), max(found)
    unit, times = ("s", 1.0) if middle >= 1 else ("ms", 1e3)
    return f"{middle * times:.3g} {unit} ({low * times:.3g} to {high * times:.3g})"


def _spread(ratios: Sequence[float]) -> str:
    return f"{statistics.median(ratios):.3g} times ({min(ratios):.3g} to {max(ratios):.3g})"


def main() -> None:
    """Print the table."""
    print("| task | ours | peak MB | theirs | theirs over ours |\n| --- | --- | --- | --- | --- |", flush=True)
    for task in sys.argv[1:] or TASKS:
        print(line(task, environment()), flush=True)


if __name__ == "__main__":
    main()
