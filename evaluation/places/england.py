"""The areas of England and their changes since 2009, as the package knows them before any look-up is brought in.

Codes and names are those of the Office for National Statistics, three-digit numbers
those of the Department for Education; `changes.toml` says what became of which, with
the law. Read when first asked for, then kept: about 400 areas.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from evaluation.model.places import Area, ChangeKind, PlaceChange

_HERE: Final = Path(__file__).parent
# What the first three characters of a code say its area is (Government Statistical Service).
LEVELS: Final = {
    "E92": "country",
    "E12": "region",
    "E10": "county",
    "E06": "unitary authority",
    "E07": "district",
    "E08": "metropolitan borough",
    "E09": "London borough",
}


@cache
def areas() -> tuple[Area, ...]:
    """Every area of the table, with the dates between which its code stood and what it was made of."""
    began: dict[str, list[PlaceChange]] = {}
    ended: dict[str, PlaceChange] = {}
    for change in changes():
        for code in change.after:
            began.setdefault(code, []).append(change)
        ended |= dict.fromkeys(change.before, change)
    return tuple(_dated(area, began.get(area.code, []), ended.get(area.code)) for area in _listed())


@cache
def changes() -> tuple[PlaceChange, ...]:
    """Every change, in the order of time."""
    written = tomllib.loads((_HERE / "changes.toml").read_text(encoding="utf-8"))["change"]
    return tuple(
        PlaceChange(
            each["on"], ChangeKind(each["kind"]), tuple(each["before"]), tuple(each["after"]), source=each["source"]
        )
        for each in written
    )


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """Code -> other names that publishers use, where they are more than another way of writing it."""
    return {row["code"]: tuple(row["also"].split("; ")) for row in _rows() if row["also"]}


def _listed() -> tuple[Area, ...]:
    return tuple(
        Area(
            row["code"],
            row["name"],
            level=LEVELS[row["code"][:3]],
            within=row["within"] or None,
            number=row["number"],
        )
        for row in _rows()
    )


def _rows() -> list[dict[str, str]]:
    with (_HERE / "england.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _dated(area: Area, began: Sequence[PlaceChange], ended: PlaceChange | None) -> Area:
    return replace(
        area,
        valid_from=began[0].on if began else None,
        valid_to=ended.on if ended else None,
        successor=ended.after[0] if ended and len(ended.after) == 1 else None,
        predecessors=tuple(code for change in began for code in change.before),
    )
