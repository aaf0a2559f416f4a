"""Which column of an unforeseen file is what, told once and kept by name for the next file of the same headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FileMapping:
    """What the columns of a file are, by their headings.

    Attributes
    ----------
    name
        What it is called; a later one of the same name takes its place.
    headings
        All headings of the file it was made for, folded: by them the next file is known.
    area, period, numerator, denominator, value, group, symbol
        Headings; empty where the file has no such column. Where periods stand in the
        headings, a figure's column is written with `{period}` in place of them.
    at
        The one period of a file without a column of periods.
    measure
        The id of the measure all rows are about; or else
    measure_column, measures
        the column that says it, and the id each of its texts means; rows with other texts are passed over.
    only
        Columns and the one text each must hold; other rows are passed over.
    values_as
        What the column of values holds: `percent`, `share` or `number`.
    sheet, header_row
        Where the table stood in a workbook.
    """

    name: str
    area: str
    headings: tuple[str, ...] = ()
    period: str = ""
    at: str = ""
    numerator: str = ""
    denominator: str = ""
    value: str = ""
    group: str = ""
    symbol: str = ""
    measure: str = ""
    measure_column: str = ""
    measures: Mapping[str, str] = field(default_factory=dict)
    only: Mapping[str, str] = field(default_factory=dict)
    values_as: str = "number"
    sheet: str = ""
    header_row: int | None = None

    def __post_init__(self) -> None:
        """It says where and when, what was measured, and which figure."""
        faults = self.lacking()
        if faults:
            raise ValueError(f"a mapping needs {', '.join(faults)}")

    def lacking(self) -> tuple[str, ...]:
        """What is not said yet, in words."""
        over_headings = any("{period}" in column for column in (self.numerator, self.denominator, self.value))
        needed = {
            "the column of areas": bool(self.area),
            "a column of periods, or one period for all": bool(self.period or self.at or over_headings),
            "a value, or both counts": bool(self.value or (self.numerator and self.denominator)),
            "a measure, or the column that names it": bool(self.measure or (self.measure_column and self.measures)),
        }
        return tuple(what for what, is_said in needed.items() if not is_said)
