"""Figures of a file counted with the csv module alone: the second opinion on what the readers take."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

# A figure is known by its measure, the row it stands in and, where one row holds several, the column.
Figures = dict[tuple[str, int, str], float | None]


@dataclass
class ByHand:
    """What was found: rows as the outcomes list them, and every figure with its value, or None for a gap."""

    read: int = 0
    used: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    figures: Figures = field(default_factory=dict)

    @property
    def rows(self) -> list[int]:
        used = len(self.used - self.refused)
        return [self.read, used, self.read - used - len(self.refused), len(self.refused)]

    @property
    def with_and_without_value(self) -> list[int]:
        with_value = sum(value is not None for value in self.figures.values())
        return [with_value, len(self.figures) - with_value]


def count(content: bytes, plain: Mapping[str, Mapping[str, Any]]) -> ByHand:
    """Count the file: `plain` says for each measure which rows are its own, and where the figure stands."""
    found = ByHand()
    for number, row in enumerate(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")), 2):
        found.read += 1
        for measure, where in plain.items():
            if any(row[column].strip() not in texts for column, texts in where["only"].items()):
                continue
            (found.used if row[where["area"]].strip() else found.refused).add(number)
            found.figures |= {(measure, number, column): value for column, value in values(row, where)}
    found.figures = {key: value for key, value in found.figures.items() if key[1] not in found.refused}
    return found


def values(row: Mapping[str, str], where: Mapping[str, Any]) -> Iterator[tuple[str, float | None]]:
    if "numerator" in where:
        numerator, denominator = number(row[where["numerator"]]), number(row[where["denominator"]])
        yield "", None if numerator is None or denominator is None else numerator / denominator
        return
    columns = [where["value"]] if "value" in where else [name for name in row if name.endswith(where["ends_with"])]
    for column in columns:
        value = number(row[column])
        name = column.removesuffix(where["ends_with"]) if "ends_with" in where else ""
        yield name, None if value is None else value / where.get("divide_by", 1)


def number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
