"""Attack 1,000 random tables and write what came of it: `python -m tests.disclosure.write`. It takes some minutes."""

from __future__ import annotations

import csv
import datetime as dt
import platform
import statistics
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import scipy

from tests.disclosure.outcomes import FIELDS, Outcome, outcome
from tests.disclosure.random_tables import KINDS, SEED

HERE: Final = Path(__file__).parent
TABLE: Final = HERE / "attack.csv"
README: Final = HERE / "README.md"
TABLES: Final = 1000

PAGE: Final = """\
# {tables:,} random tables attacked

Tables with all their margins published, from seed {seed} (`random_tables.py`): {kinds}.
Profile below 5. "Pinned" is a small number whose feasible range leaves out any of 1, 2, 3 and 4, for a reader who knows
every sum and that zero is shown (`evaluation/disclosure/attack.py`). Written by `python -m tests.disclosure.write`, one
line a table in `attack.csv`; every ordinary run works one of them, drawn by lot, out again, and `-m long` all of them.

Measured {when}; times are of one processor.

| tables | | small numbers | pinned if only they are hidden | pinned by ours | further for each | median | slowest |
| --- | --- | --- | --- | --- | --- | --- | --- |
{rows}

A lone small number of a two-way table takes three further cells at least, one of a three-way table seven; tables with
many take fewer for each, because they hide one another. The mean of the tables' own ratios is {mean:.2f}.
"""


def read() -> list[dict[str, str]]:
    """The lines of the table as it stands."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def page(outcomes: Sequence[Outcome], when: str) -> str:
    """The table as people read it: every kind, then all."""
    parts = [(kind, [one for one in outcomes if one.kind == kind]) for kind in KINDS]
    return PAGE.format(
        tables=len(outcomes),
        kinds=", ".join(f"{kind} {share:.0%}" for kind, share in KINDS.items()),
        seed=SEED,
        when=when,
        rows="\n".join(_row(name, some) for name, some in [*parts, ("**all**", outcomes)]),
        mean=statistics.mean(one.further / one.primary for one in outcomes if one.primary),
    )


def _row(name: str, outcomes: Sequence[Outcome]) -> str:
    primary, leaked, further, left = (
        sum(getattr(one, field) for one in outcomes) for field in ("primary", "leaked", "further", "left")
    )
    times = [one.milliseconds for one in outcomes]
    spent = f"{statistics.median(times):.0f} ms | {max(times) / 1000:.1f} s"
    rates = f"{leaked / primary:.0%} | {left} | {further / primary:.2f}"
    return f"| {len(outcomes)} | {name} | {primary:,} | {rates} | {spent} |"


def _when() -> str:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    versions = f"Python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}"
    return f"{dt.datetime.now(dt.UTC):%Y-%m-%d} at {commit.stdout.strip()}, {versions}, {platform.machine()}"


def main() -> None:
    """Measure, then write both files."""
    outcomes = [outcome(number) for number in range(TABLES)]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows([getattr(one, field) for field in FIELDS] for one in outcomes)
    README.write_text(page(outcomes, _when()), encoding="utf-8")


if __name__ == "__main__":
    main()
