"""Every key, table and list item is found on the line where it stands."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from evaluation.declare.lines import KeyPath, find_lines, line_of

TRICKY = '''\
# a comment = "that is no key"
title = "one"   # [not.a.table]
"quoted key" = 1
dotted.inner."third one" = 2
text = """
[fake]
key = "inside a text"
"""
literal = \'\'\'
it's ] # not the end
\'\'\'

numbers = [
  1, 2,
  # a comment with ] in it
  3,
]
people = [
  { name = "A, or [B]", tags = [
    "x",
  ] },

  { name = "C" },
]
[table]
key = {inline = [1, 2], other = "y"}
[table.sub]
deep = true
[[items]]
id = "first"
[items.settings]
on = true
[[items.parts]]
id = "p"
[[items.parts]]
id = "q"
[[items]]
id = "second"
[[items.parts]]
id = "r"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("quoted key",), 3),
        (("dotted", "inner", "third one"), 4),
        (("text",), 5),
        (("literal",), 9),
        (("numbers",), 13),
        (("numbers", 0), 14),
        (("numbers", 1), 14),
        (("numbers", 2), 16),
        (("people", 0, "name"), 19),
        (("people", 0, "tags", 0), 19),
        (("people", 1, "name"), 23),
        (("table",), 25),
        (("table", "key", "inline", 1), 26),
        (("table", "sub", "deep"), 28),
        (("items",), 29),
        (("items", 0, "id"), 30),
        (("items", 0, "settings", "on"), 32),
        (("items", 0, "parts", 1, "id"), 36),
        (("items", 1), 37),
        (("items", 1, "parts", 0), 39),
        (("items", 1, "parts", 0, "id"), 40),
    ],
)
def test_tricky_keys_stand_on_their_lines(path: KeyPath, line: int) -> None:
    assert find_lines(TRICKY)[path] == line


def test_windows_line_ends_do_not_matter() -> None:
    assert find_lines(TRICKY.replace("\n", "\r\n")) == find_lines(TRICKY)


def test_what_is_not_there_stands_where_it_would_belong() -> None:
    lines = find_lines(TRICKY)
    assert line_of(lines, ("items", 1, "missing")) == 37
    assert line_of(lines, ("missing", 3, "deeper")) == 1


def paths(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, item in inside for found in paths(item, (*path, step)))]


KEYS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=6)
SINGLE = st.integers(-9, 9) | st.booleans() | st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8)
TABLES = st.dictionaries(
    KEYS,
    st.recursive(
        SINGLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
    ),
    max_size=5,
)


@given(TABLES)
def test_every_key_of_any_document_is_on_a_line_that_spells_it(table: dict[str, Any]) -> None:
    text = tomlkit.dumps(table)
    lines, written = find_lines(text), text.split("\n")
    content = tomllib.loads(text)
    for path in paths(content):
        assert path in lines
        if path and isinstance(path[-1], str):
            assert tomlkit.key(path[-1]).as_string() in written[lines[path] - 1]


@given(
    st.lists(st.lists(SINGLE.map(lambda value: tomlkit.item(value).as_string()), min_size=1, max_size=3), max_size=6)
)
def test_every_item_of_a_list_over_many_lines_is_on_its_line(rows: list[list[str]]) -> None:
    text = (
        "before = 1\nitems = [\n"
        + "".join(f"  {', '.join(row)}, # [{number}\n" for number, row in enumerate(rows))
        + "]\n"
    )
    lines = find_lines(text)
    expected = [3 + number for number, row in enumerate(rows) for _ in row]
    assert [lines["items", item] for item in range(len(expected))] == expected
