"""What is wrong with the shape of a declaration, in plain words: from pydantic's errors to our Problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evaluation.declare.document import Document
from evaluation.declare.kinds import choices_of, got, keys_of, kind_at, said, takes
from evaluation.declare.lines import KeyPath
from evaluation.declare.near import near_match
from evaluation.problems import Problem

# pydantic's names for the errors told apart here; every other is a value of the wrong type.
MISSING, UNKNOWN, NOT_A_CHOICE, BROKEN = "missing", "unexpected_keyword_argument", "enum", "value_error"

Content = Mapping[str, Any]


def at(content: Any, path: KeyPath) -> Any:
    """What stands at `path`."""
    for step in path:
        content = content[step]
    return content


def standing(content: Any, path: KeyPath) -> KeyPath:
    """`path` without the steps that lead to nothing in the file."""
    stands: list[str | int] = []
    for step in path:
        there = content if isinstance(content, Mapping) else range(len(content)) if isinstance(content, list) else ()
        if step in there:
            stands.append(step)
            content = content[step]
    return tuple(stands)


def meant(noun: type[Any], content: Content, path: KeyPath) -> KeyPath | None:
    """Where the unknown key at `path` was meant to stand, if that place is free.

    A key of the whole file that follows a `[table]` line falls into that table: TOML's commonest trap.
    """
    *table, key = path
    if table and key in keys_of(noun) and key not in content:
        return (key,)
    near = near_match(str(key), keys_of(kind_at(noun, tuple(table))).keys() - at(content, tuple(table)).keys())
    return (*table, near) if near else None


def problem_of(document: Document, noun: type[Any], content: Content, error: Mapping[str, Any]) -> Problem:
    """The Problem that says one of pydantic's errors."""
    path: KeyPath = error["loc"]
    match error["type"]:
        case "missing":
            return _missing(document, noun, path)
        case "unexpected_keyword_argument":
            return _unknown(document, noun, content, path)
        case "enum":
            return _not_a_choice(document, noun, path, error["input"])
        case "value_error":
            return _broken(document, noun, path, str(error["ctx"]["error"]))
        case _:
            return _wrong_type(document, noun, path, at(content, path))


def _missing(document: Document, noun: type[Any], path: KeyPath) -> Problem:
    what = f'"{path[-1]}" is missing: {said(kind_at(noun, path[:-1]))} must say it.'
    mend = f"Add {path[-1]} = {takes(kind_at(noun, path))[1]}."
    return Problem("missing-key", what, mend, origin=document.origin(path[:-1]))


def _unknown(document: Document, noun: type[Any], content: Content, path: KeyPath) -> Problem:
    table, key = kind_at(noun, path[:-1]), str(path[-1])
    what = f'"{key}" is not something {said(table)} says.'
    place, near = meant(noun, content, path), near_match(key, keys_of(table))
    if place == (key,):
        mend = "It belongs at the top of the file, above the first line in square brackets; move it there."
        return Problem("unknown-key", what, mend, origin=document.origin(path))
    mend = "Mend the spelling." if near else f"Take it out; there are: {', '.join(keys_of(table))}."
    return Problem("unknown-key", what, mend, origin=document.origin(path), near=str(place[-1]) if place else near)


def _not_a_choice(document: Document, noun: type[Any], path: KeyPath, written: object) -> Problem:
    choices = choices_of(kind_at(noun, path))
    what = f'"{path[-1]}" cannot be "{written}".'
    near = near_match(str(written), choices)
    return Problem("not-a-choice", what, f"Say {_listed(choices)}.", origin=document.origin(path), near=near)


def _broken(document: Document, noun: type[Any], path: KeyPath, why: str) -> Problem:
    """A noun that refused itself. Among the declared ones only an area does so, over its dates."""
    what = f"This cannot be {said(kind_at(noun, path))}: {why}."
    return Problem("dates-out-of-order", what, "Mend its dates.", origin=document.origin(path))


def _wrong_type(document: Document, noun: type[Any], path: KeyPath, written: object) -> Problem:
    words, example = takes(kind_at(noun, path))
    name = next((f'"{step}"' for step in reversed(path) if isinstance(step, str)), "the file")
    subject = f"an item of {name}" if path and isinstance(path[-1], int) else name
    what = f"{subject[0].upper()}{subject[1:]} takes {words}, and {got(written)}."
    return Problem("wrong-type", what, f"Write it like this: {example}", origin=document.origin(path))


def _listed(choices: tuple[str, ...]) -> str:
    *most, last = (f'"{choice}"' for choice in choices)
    return f"{', '.join(most)} or {last}" if most else last
