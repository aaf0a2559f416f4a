"""On which line of a TOML file each key, table and list item stands: `tomllib` does not say.

Each statement is grown line by line until `tomllib` accepts it, so that keys are read
by TOML's own rules (quoted, dotted, escaped) and not by ours.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

KeyPath = tuple[str | int, ...]

# A statement that does not end on its first line is a list or a long text, and can end only where one of these
# stands (the last where TOML 1.1 lets an inline table run over lines). Trying no other line keeps long lists quick.
_MAY_END = re.compile(r"\]|\"\"\"|'''|^\s*\}")
_TOKEN = re.compile(
    r"\"\"\"(?:\\.|.)*?\"{3,5}(?!\")|'''.*?'{3,5}(?!')|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|#[^\n]*|\n|[^\s\"'#\[\]{},]+|.",
    re.DOTALL,
)


def find_lines(text: str) -> Mapping[KeyPath, int]:
    """The line (from 1) of every key path in `text`, which must be valid TOML.

    A path holds keys and, for lists and arrays of tables, positions from 0:
    `("questions", 0, "text")`. The root, `()`, stands on line 1.
    """
    lines: dict[KeyPath, int] = {(): 1}
    tables_in: dict[KeyPath, int] = {}  # how many tables each array of tables has so far
    table: KeyPath = ()
    for line, statement, value in _statements(text.replace("\r\n", "\n")):
        if statement.lstrip().startswith("["):
            table = _header(_table_names(value), is_array=statement.lstrip().startswith("[["), tables_in=tables_in)
            _note(lines, table, line)
            continue
        holder, offsets = _first_list(value), _item_offsets(statement)
        for path in _paths(value):
            _note(lines, (*table, *path), line + _offset(path, holder, offsets))
    return lines


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int:
    """The line of `path`, or of the nearest table or list around it."""
    return next(lines[path[:size]] for size in range(len(path), -1, -1) if path[:size] in lines)


def _table_names(value: Mapping[str, Any]) -> tuple[str, ...]:
    """The names in a table header, from what `tomllib` makes of the header alone."""
    names: list[str] = []
    while value:
        ((name, inside),) = value.items()
        names.append(name)
        value = inside[0] if isinstance(inside, list) else inside
    return tuple(names)


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Each statement with the line it begins on and what it says; blank lines and comments say nothing."""
    began, grown = 1, ""
    for number, line in enumerate(text.split("\n"), start=1):
        began = began if grown else number
        if grown and not _MAY_END.search(line):
            grown += f"\n{line}"
            continue
        grown += f"\n{line}" if grown else line
        try:
            value = tomllib.loads(grown)
        except ValueError:
            continue
        if value:
            yield began, grown, value
        grown = ""


def _header(names: tuple[str, ...], *, is_array: bool, tables_in: dict[KeyPath, int]) -> KeyPath:
    """Where the header leads: in an array of tables, to the table begun last."""
    path: KeyPath = ()
    for depth, name in enumerate(names, start=1):
        path = (*path, name)
        if is_array and depth == len(names):
            tables_in[path] = tables_in.get(path, 0) + 1
        if path in tables_in:
            path = (*path, tables_in[path] - 1)
    return path


def _note(lines: dict[KeyPath, int], path: KeyPath, line: int) -> None:
    """A path stands where it is written; what encloses it, where it was first met."""
    for size in range(1, len(path)):
        lines.setdefault(path[:size], line)
    lines[path] = line


def _paths(value: object) -> Iterator[KeyPath]:
    """The path of everything inside `value`."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in inside:
        yield (step,)
        yield from ((step, *path) for path in _paths(item))


def _first_list(value: Mapping[str, Any]) -> KeyPath:
    """The path of the list a statement opens."""
    ((name, inside),) = value.items()
    return (name, *_first_list(inside)) if isinstance(inside, dict) and len(inside) == 1 else (name,)


def _offset(path: KeyPath, holder: KeyPath, offsets: list[int]) -> int:
    """How far below its statement's first line `path` stands: as far as the item of the list that holds it."""
    item = path[len(holder)] if path[: len(holder)] == holder and len(path) > len(holder) else None
    return offsets[item] if isinstance(item, int) and item < len(offsets) else 0


def _item_offsets(statement: str) -> list[int]:
    """How many lines below the statement's first each item of its list begins; empty where it is one line."""
    if "\n" not in statement:
        return []
    offsets: list[int] = []
    depth, line, is_next = 0, 0, False
    for token in _TOKEN.findall(statement):
        if is_next and depth == 1 and not token.isspace() and token[0] not in "#]":
            offsets.append(line)
            is_next = False
        depth += (token in {"[", "{"}) - (token in {"]", "}"})
        is_next = is_next or (depth == 1 and token in {"[", ","})
        line += token.count("\n")
    return offsets
