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
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, cast

from evaluation.model import (
    agreeing,
    around,
    choice,
    decisions,
    design,
    evidence,
    framework,
    learning,
    leaving,
    mapping,
    measure,
    observations,
    people,
    place_facts,
    places,
    predictions,
    prototype,
    references,
    results,
    stories,
    theory,
)

# A class is found again by its name; the names are unique across the model (a test holds it).
_NOUNS: dict[str, type[Any]] = {
    name: found
    for module in (
        agreeing,
        around,
        choice,
        decisions,
        design,
        evidence,
        framework,
        learning,
        leaving,
        mapping,
        measure,
        observations,
        people,
        place_facts,
        places,
        predictions,
        prototype,
        references,
        results,
        stories,
        theory,
    )
    for name, found in vars(module).items()
    if dataclasses.is_dataclass(found) and isinstance(found, type)
}


def plain(value: object) -> Any:
    """A noun, or anything its fields may hold, as what `json` can write."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        written = {
            field.name: plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if not _is_default(field, getattr(value, field.name))
        }
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
    noun = _NOUNS[written["noun"]]
    hints = _hints(written["noun"])
    return noun(**{name: _revive(value, hints[name]) for name, value in written.items() if name != "noun"})


def _revive(value: Any, hint: Any) -> Any:
    """`value` as the type its field declares."""
    if isinstance(value, dict) and "noun" in value:
        return _noun(value)
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        return _revive(value, next(choice for choice in inside if choice is not types.NoneType))
    if origin is Mapping and isinstance(value, dict):
        return {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}
    if origin is tuple:
        return tuple(_revive(item, inside[0 if inside[-1] is Ellipsis else place]) for place, item in enumerate(value))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint in (date, datetime):
        return cast("type[date]", hint).fromisoformat(value)
    return float(value) if hint is float else value


def _is_default(field: dataclasses.Field[Any], value: object) -> bool:
    if field.default is not dataclasses.MISSING:
        return bool(value == field.default)
    return field.default_factory is not dataclasses.MISSING and bool(value == field.default_factory())


@cache
def _hints(name: str) -> dict[str, Any]:
    return typing.get_type_hints(_NOUNS[name])
