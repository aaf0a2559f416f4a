"""What each key of a declaration takes, read from the nouns themselves, and how to say it."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from evaluation.declare.lines import KeyPath


def keys_of(noun: type[Any]) -> Mapping[str, Any]:
    """Each key of a noun, in order, with the type it takes (None taken off)."""
    hints = typing.get_type_hints(noun)
    return {field.name: _without_none(hints[field.name]) for field in dataclasses.fields(noun)}


def required_keys(noun: type[Any]) -> frozenset[str]:
    """The keys without which the noun cannot be built."""
    absent = dataclasses.MISSING
    fields = dataclasses.fields(noun)
    return frozenset(field.name for field in fields if field.default is absent and field.default_factory is absent)


def kind_at(noun: type[Any], path: KeyPath) -> Any:
    """The type that stands at `path` in a declaration of `noun`."""
    kind: Any = noun
    for step in path:
        if isinstance(step, str) and dataclasses.is_dataclass(kind):
            kind = keys_of(typing.cast("type[Any]", kind))[step]
        else:
            kind = typing.get_args(kind)[0 if isinstance(step, int) else 1]
    return kind


def choices_of(kind: Any) -> tuple[str, ...]:
    """The words an enumeration takes; none for anything else."""
    return tuple(str(choice.value) for choice in kind) if isinstance(kind, type) and issubclass(kind, Enum) else ()


# Nouns whose class name is not what people call them.
_CALLED: Mapping[str, str] = {
    "Break": "a change of definition",
    "NotCollected": "a time without figures",
    "Chosen": "the choice of areas",
    "DisclosureProfile": "a way of protecting small numbers",
    "EveryArea": "a comparison by rule",
    "Find": "a way to find a measure",
    "Node": "a step",
}


def said(noun: Any) -> str:
    """The noun in plain words with its article: "a learning question"."""
    if noun.__name__ in _CALLED:
        return _CALLED[noun.__name__]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun.__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


# What a key takes, in words, and how it is written.
_SAID: dict[Any, tuple[str, str]] = {
    str: ("text", '"..."'),
    int: ("a whole number", "3"),
    float: ("a number", "0.05"),
    bool: ("true or false", "true"),
    date: ("a date", "2026-04-01"),
    tuple: ("a list", "[...]"),
    Mapping: ("a table", "{...}"),
    types.UnionType: ("text, or a list of texts", '"..." or ["...", "..."]'),  # the only two that share a key
}


def takes(kind: Any) -> tuple[str, str]:
    """What a key of this type takes, in words, and an example as it is written in TOML."""
    if choices_of(kind):
        return "one of its words", " or ".join(f'"{choice}"' for choice in choices_of(kind))
    return _SAID.get(typing.get_origin(kind) or kind, _SAID[Mapping])


def got(value: object) -> str:
    """What was written instead, in words."""
    if isinstance(value, str):
        return f'"{value}" is text'
    if isinstance(value, dict):
        return "a table stands here"
    if isinstance(value, list):
        return "a list stands here"
    if isinstance(value, bool):
        return f"{str(value).lower()} is true or false"
    return f"{value} is {'a date or time' if hasattr(value, 'isoformat') else 'a number'}"


def stand_in(kind: Any) -> Any:
    """Something of this type, as TOML holds it, that stands in where nothing usable was written."""
    if dataclasses.is_dataclass(kind):
        noun = typing.cast("type[Any]", kind)
        return {key: stand_in(keys_of(noun)[key]) for key in required_keys(noun)}
    if choices_of(kind):
        return choices_of(kind)[0]
    empty: dict[Any, Any] = {
        str: "", int: 0, float: 0.0, bool: False, date: date.min, tuple: [], types.UnionType: "",
    }  # fmt: skip
    return empty.get(typing.get_origin(kind) or kind, {})


def _without_none(kind: Any) -> Any:
    inside = typing.get_args(kind)
    return inside[0] if typing.get_origin(kind) in (typing.Union, types.UnionType) else kind
