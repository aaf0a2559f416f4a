"""Nouns as canonical JSON and back: one text for one meaning.

Each noun becomes an object that names its class; fields that hold their default
are left out, so that a field added later changes no fingerprint and no seal.
Keys are sorted and numbers are written by `repr`, so equal nouns give equal text.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any, Final, cast

# Where the nouns are that may be stored. A class is found again by its name; the names are unique across the model
# (a test holds it).
_MODULES: Final = (
    "agreeing",
    "around",
    "choice",
    "comparisons",
    "decisions",
    "design",
    "evidence",
    "framework",
    "learning",
    "leaving",
    "mapping",
    "measure",
    "observations",
    "people",
    "place_facts",
    "places",
    "predictions",
    "prototype",
    "references",
    "results",
    "stories",
    "theory",
)
_NOUNS: Final[dict[str, type[Any]]] = {
    name: found
    for module in _MODULES
    for name, found in vars(import_module(f"evaluation.model.{module}")).items()
    if dataclasses.is_dataclass(found) and isinstance(found, type)
}
_AS_IT_IS: Final = frozenset({str, int, float, bool, type(None)})


def plain(value: object) -> Any:
    """A noun, or anything its fields may hold, as what `json` can write."""
    if type(value) in _AS_IT_IS:
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        held = ((name, getattr(value, name), default) for name, default in _defaults(type(value)))
        written = {name: plain(holds) for name, holds, default in held if holds != default}
        return {"noun": type(value).__name__, **written}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return value


def to_json(value: object) -> str:
    """The one text for this meaning. Raises ValueError for NaN and infinity."""
    return json.dumps(plain(value), sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def fingerprint(value: object) -> str:
    """sha256 of the meaning, as 64 hexadecimal characters."""
    return hashlib.sha256(to_json(value).encode()).hexdigest()


def from_json(text: str) -> Any:
    """The noun that `to_json` wrote. Raises ValueError where the text holds no noun we know."""
    written = json.loads(text)
    if not isinstance(written, dict) or written.get("noun") not in _NOUNS:
        raise ValueError("not the JSON of a noun")
    return _noun(written)


def _noun(written: dict[str, Any]) -> Any:
    read = _readers(written["noun"])
    return _NOUNS[written["noun"]](**{name: read[name](value) for name, value in written.items() if name != "noun"})


def _any(value: Any) -> Any:
    """A noun says itself which it is; text and numbers are as they are."""
    return _noun(value) if isinstance(value, dict) and "noun" in value else value


def _mapping(value: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}


@cache
def _readers(noun: str) -> dict[str, Callable[[Any], Any]]:
    """How each field of a noun is read: found once, as a comparison has thousands of values."""
    return {name: _reader(hint) for name, hint in typing.get_type_hints(_NOUNS[noun]).items()}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """How a value is read as the type its field declares."""
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        one = _reader(next(choice for choice in inside if choice is not types.NoneType))
        return lambda value: None if value is None else one(value)
    if origin is Mapping:
        return _mapping
    if origin is tuple and inside[-1] is Ellipsis:
        each = _reader(inside[0])
        return lambda value: tuple(map(each, value))
    if origin is tuple:
        places = tuple(map(_reader, inside))
        return lambda value: tuple(read(item) for read, item in zip(places, value, strict=True))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint in (date, datetime):
        return cast("type[date]", hint).fromisoformat
    return float if hint is float else _any


@cache
def _defaults(noun: type[Any]) -> tuple[tuple[str, object], ...]:
    """Each field of a noun and what it holds where nothing was said; `MISSING` equals nothing."""
    return tuple(
        (field.name, field.default if field.default_factory is dataclasses.MISSING else field.default_factory())
        for field in dataclasses.fields(noun)
    )
