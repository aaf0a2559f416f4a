"""What is said of a file's columns on the command line: `--map area=Code --map value=Rate --measure obesity`."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Final

import typer

from evaluation.measures import Asked, Content
from evaluation.problems import UsageError
from evaluation.programme import Programme, keep_mapping, kept_mapping, mapping_said

# What a column may be said to be; `measure` is the column whose texts name the measure.
_COLUMNS: Final = ("area", "period", "numerator", "denominator", "value", "group", "symbol", "measure")

Sheet = Annotated[str | None, typer.Option("--sheet", help="The sheet of the workbook.")]
HeaderRow = Annotated[int | None, typer.Option("--header-row", min=1, help="The row of the headings, from 1.")]
Map = Annotated[
    list[str] | None,
    typer.Option("--map", help=f"Which column is what, like area=Code. One of: {', '.join(_COLUMNS)}."),
]
MeasureId = Annotated[str | None, typer.Option("--measure", help="The id of the measure all rows are about.")]
At = Annotated[str | None, typer.Option("--period", help="The one period of a file without a column of periods.")]
Means = Annotated[
    list[str] | None, typer.Option("--means", help="What a text of the measure's column means, like TEXT=ID.")
]
Only = Annotated[list[str] | None, typer.Option("--only", help="Take only rows with this text, like Sex=Persons.")]
ValuesAs = Annotated[str, typer.Option("--values-as", help="What values are: number, percent or share.")]
MappingName = Annotated[str | None, typer.Option("--mapping", help="A mapping kept before, by its name.")]
KeepAs = Annotated[str | None, typer.Option("--keep-as", help="Keep what was said of the columns under this name.")]

VALUES_AS: Final = ("number", "percent", "share")


def asked(
    programme: Programme,
    *,
    sheet: str | None,
    header_row: int | None,
    mapping: str | None,
    columns: Iterable[str],
    means: Iterable[str],
    only: Iterable[str],
    measure: str | None,
    at: str | None,
    values_as: str,
    is_kept: bool,
) -> Asked:
    """What was said of the file: nothing, a mapping by its name, or its columns one by one. Raises UsageError."""
    said = _pairs(columns, "--map", _COLUMNS)
    if mapping is not None:
        if said:
            raise UsageError("Say which column is what by --map, or name a mapping by --mapping; not both.")
        kept = replace(kept_mapping(programme, mapping), headings=())  # its columns are enough: the person chose it
        return Asked(sheet, header_row, kept)
    if is_kept and not said:
        raise UsageError("There is nothing to keep: say which column is what by --map.")
    if not said:
        return Asked(sheet, header_row)
    if values_as not in VALUES_AS:
        raise UsageError(f'"{values_as}" after --values-as is none of: {", ".join(VALUES_AS)}.')
    named = {"measure_column" if field == "measure" else field: heading for field, heading in said.items()}
    found = mapping_said(
        programme,
        {**named, "measure": measure or "", "at": at or "", "values_as": values_as},
        means=_pairs(means, "--means"),
        only=_pairs(only, "--only"),
    )
    return Asked(sheet, header_row, found)


def keep(programme: Programme, file: str, content: Content, asked: Asked, name: str) -> str:
    """Keep what was said of the columns; returns what to tell."""
    assert asked.mapping is not None
    named = replace(asked, mapping=replace(asked.mapping, name=name))
    kept = keep_mapping(programme, file, content, named, request_key=f"mapping:{uuid.uuid4()}")
    return f'Kept as {kept.content}: files of the same headings are read by the mapping "{name}" from now on.'


def _pairs(words: Iterable[str], option: str, known: Iterable[str] = ()) -> dict[str, str]:
    """`area=Code` as what it says. Raises UsageError for anything else."""
    found: dict[str, str] = {}
    for word in words:
        left, sign, right = word.partition("=")
        if not sign or not left.strip() or not right.strip():
            raise UsageError(f'"{word}" after {option} is not written like area=Code.')
        if known and left not in known:
            raise UsageError(f'"{left}" after {option} is none of: {", ".join(known)}.')
        found[left.strip()] = right.strip()
    return found
