"""A programme whose areas nobody declares, files of any number of figures for it, and imports in a process apart."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.small import FRAMEWORK

HOUSE = Path(__file__).parents[1]
MEASURES, PERIODS = 10, 12
_MEASURE = """
[[measures]]
id = "measure-{number}"
name = "Measure {number}"
kind = "outcome"
outcomes = ["healthy"]
stream = "visits"
scale = "proportion"
polarity = "higher_is_better"
periods = "academic_year"
counted = "reviews"
that = "were on time"
worthwhile = 0.05
"""
_GROUP = """
[[groups]]
id = "group"
name = "Implementation Group"
may_decide = ["carry_on", "change", "stop"]
"""


_USED = "used: "
_MEASURED = f"""
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("{_USED}", used.ru_utime + used.ru_stime, used.ru_maxrss, flush=True)
sys.exit(code)
"""


@dataclass(frozen=True)
class Ran:
    """What became of a process: its exit code, CPU seconds, the most memory it held in megabytes, what it printed."""

    code: int
    cpu: float
    megabytes: float
    out: str


def write_large_programme(folder: Path) -> Path:
    """Ten measures, any area; returns the folder."""
    (folder / "frameworks").mkdir(parents=True)
    (folder / "prototypes").mkdir()
    head = FRAMEWORK.partition("[[measures]]")[0]
    measures = "".join(_MEASURE.format(number=number) for number in range(MEASURES))
    (folder / "frameworks" / "small.toml").write_text(head + measures + _GROUP, encoding="utf-8")
    return folder


def write_figures(path: Path, rows: int, seed: int = 1, remark: str = "") -> Path:
    """A tidy file of so many figures, no two about the same thing, perhaps with a column of remarks nobody reads."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as stream:
        stream.write("measure,area,period,numerator,denominator,remark\n")
        for number in range(rows):
            area, rest = divmod(number, MEASURES * PERIODS)
            measure, year = divmod(rest, PERIODS)
            out_of = chance.randint(50, 5000)
            period, count = f"{2010 + year}/{11 + year}", chance.randint(0, out_of)
            stream.write(f"measure-{measure},E02{area:06d},{period},{count},{out_of},{remark}\n")
    return path


def start_import(folder: Path, url: str, file: Path) -> subprocess.Popen[str]:
    """`python -m evaluation import`, begun."""
    return _start(_words(folder, url, file))


def run_import(folder: Path, url: str, file: Path) -> Ran:
    """The same, to its end."""
    # A process is charged with the memory of the one it was forked from, so a small one stands between.
    process = _start([sys.executable, "-c", _MEASURED, *_words(folder, url, file)])
    out, _ = process.communicate()
    said, _, used = out.rpartition(_USED)
    cpu, kilobytes = map(float, used.split())
    return Ran(process.returncode, cpu, kilobytes / 1024, said)


def _words(folder: Path, url: str, file: Path) -> list[str]:
    words = ["import", str(file), "--as", "Eve", "--role", "evaluator", "--folder", str(folder), "--database", url]
    return [sys.executable, "-m", "evaluation", *words]


def _start(words: list[str]) -> subprocess.Popen[str]:
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(
        words, cwd=HOUSE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    )
