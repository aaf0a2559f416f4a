"""Measure the recovery table and write it: `python -m tests.recovery.write` (or only some methods).

It takes a quarter of an hour. Rows of methods that are not named on the command line stay as they are.
"""

from __future__ import annotations

import csv
import datetime as dt
import platform
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

import numpy as np

from evaluation.statistics import ESTIMATORS
from tests.official import FOLDER, TO_2019
from tests.recovery.designs import Row, rows
from tests.recovery.rates import Rates, measured
from tests.recovery.real_placebo import ALARM, DRAWS, alarms, figures, placebos

HERE: Final = Path(__file__).parent
TABLE: Final = HERE / "table.csv"
README: Final = HERE / "README.md"
REAL: Final = "real figures"
RATES: Final = tuple(Rates.__dataclass_fields__)
FIELDS: Final = ("method", "part", "design", "opinion", *RATES, "bars", "panels", "seed", "measured")
HEADINGS: Final = {
    "false_alarms": "false alarms",
    "alike": "tau2 = 0",
    "given_alike": "false alarms then",
    "labels": "labels permuted",
    "coverage": "coverage",
    "length": "length",
    "power": "power",
    "refused": "refused",
}
SHARES: Final = ("false_alarms", "alike", "given_alike", "labels", "coverage", "power", "refused")

INTRODUCTION: Final = HERE / "introduction.md"

Line = dict[str, str]


def read() -> list[Line]:
    """The table as it stands."""
    if not TABLE.exists():
        return []
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key(line: Mapping[str, str]) -> str:
    """What tells a line from all others; as `Row.key`."""
    return f"{line['method']} | {line['part']} | {line['design']}"


def lines_of(row: Row, when: str) -> Iterator[Line]:
    """The lines of one row: the estimate, then its second opinions, which no bar holds."""
    for opinion, rates in measured(row).items():
        told = "not barred" if opinion or not row.is_barred else "held" if rates.holds else "missed"
        said = {name: "" if rate is None else str(rate) for name, rate in rates.rounded().items()}
        yield {
            "method": row.method,
            "part": row.part,
            "design": row.name,
            "opinion": opinion,
            **said,
            "bars": told,
            "panels": str(row.panels),
            "seed": str(row.seed),
            "measured": when,
        }


def write(methods: Iterable[str]) -> None:
    """Measure the rows of these methods anew, keep the others, and write table and page."""
    before, wanted, when = read(), set(methods), when_measured()
    lines: list[Line] = []
    for row in rows():
        if row.method in wanted and row.method in ESTIMATORS:
            lines += lines_of(row, when)
            print(row.key, lines[-1], flush=True)
        else:
            lines += [line for line in before if key(line) == row.key]
    again = _real(when) if "area-change" in wanted else []
    lines += again or [line for line in before if line["part"] == REAL]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
    README.write_text(page(lines), encoding="utf-8")


def _real(when: str) -> list[Line]:
    """The placebo areas on official figures, where the file lies beside the project."""
    if not (FOLDER / TO_2019).exists():
        return []
    panel, lines = figures(), []
    for placebo in placebos(panel):
        rate = round(float((alarms(panel, placebo) < ALARM).mean()), 4)
        bars = placebo.bars
        told = "not barred" if bars is None else "held" if bars[0] <= rate <= bars[1] else "missed"
        said = {"method": "area-change", "part": REAL, "design": placebo.name, "false_alarms": str(rate), "bars": told}
        lines.append(dict.fromkeys(FIELDS, "") | said | {"panels": str(DRAWS), "measured": when})
    return lines


def page(lines: Sequence[Line]) -> str:
    """The table as people read it, misses first."""
    missed = [line for line in lines if line["bars"] == "missed"]
    barred = sum(line["bars"] != "not barred" for line in lines)
    told = {"rows": len(lines), "barred": barred, "missed": len(missed), "absent": _absent(lines)}
    measured_on = "; ".join(dict.fromkeys(line["measured"] for line in lines))
    parts = [INTRODUCTION.read_text(encoding="utf-8").format(**told, measured=measured_on)]
    parts.append("## Missed\n\n" + (_table(missed, named=True) if missed else "None.\n"))
    for (method, part), group in groupby(lines, lambda line: (line["method"], line["part"])):
        parts.append(f"## `{method}`: {part}\n\n" + _table(list(group), named=False))
    return "\n".join(parts)


def _absent(lines: Sequence[Line]) -> str:
    """Which methods of this table were not there to be measured."""
    there = {line["method"] for line in lines}
    absent = sorted({row.method for row in rows()} - there)
    return f"Not measured, because they are not there: {', '.join(absent)}." if absent else "All methods were measured."


def _table(lines: Sequence[Line], *, named: bool) -> str:
    """Lines as Markdown, without the columns that are empty throughout."""
    leading = ("method", "part", "design") if named else ("design", "opinion")
    columns = [name for name in (*leading, *HEADINGS) if any(line[name] for line in lines)]
    titles = [HEADINGS.get(name, name) for name in columns] + ["bars"]
    rule = ["---:" if name in HEADINGS else "---" for name in columns] + ["---"]
    cells = [[_said(name, line[name]) for name in columns] + [line["bars"]] for line in lines]
    return "\n".join("| " + " | ".join(row) + " |" for row in (titles, rule, *cells)) + "\n"


def _said(name: str, text: str) -> str:
    """A share in percent, a length as it is, a name as it is."""
    if not text or name not in HEADINGS:
        return text
    return f"{100 * float(text):.1f}" if name in SHARES else f"{float(text):.2f}"


def when_measured() -> str:
    """Date, commit (dirty: with changes not yet in it) and machine."""
    asked = ["git", "describe", "--always", "--dirty"]
    commit = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=HERE).stdout.strip()
    today = dt.datetime.now(tz=dt.UTC).date()
    return f"{today} at {commit}, Python {platform.python_version()}, numpy {np.__version__}, {platform.machine()}"


if __name__ == "__main__":
    write(sys.argv[1:] or tuple(ESTIMATORS))
