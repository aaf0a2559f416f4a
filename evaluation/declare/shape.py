"""From what a file says to the noun it declares, with everything wrong in its shape said at once."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from datetime import date, time
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from evaluation.declare.document import Document
from evaluation.declare.faults import BROKEN, MISSING, NOT_A_CHOICE, UNKNOWN, at, meant, problem_of, standing
from evaluation.declare.kinds import choices_of, keys_of, kind_at, required_keys, stand_in
from evaluation.declare.lines import KeyPath
from evaluation.declare.near import near_match
from evaluation.declare.plan import Declared, Noun
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from evaluation.problems import Problem

# Faults of a key itself; all others are a value of the wrong type, said once a place.
_OWN_KIND = frozenset({BROKEN, MISSING, NOT_A_CHOICE, UNKNOWN})
# Mending a fault can uncover another: a misspelt key whose value is wrong too, then an item of that value.
_ROUNDS = 4


def build(document: Document, noun: type[Noun]) -> tuple[Declared[Noun] | None, tuple[Problem, ...]]:
    """The noun a document declares, and what is wrong with its shape.

    Where something is wrong, what was plainly meant (a near match) or a stand-in takes
    its place, so that the rules still see the rest of the file.
    """
    content = copy.deepcopy(dict(document.content))
    problems: list[Problem] = []
    faults: set[KeyPath] = set()
    for _ in range(_ROUNDS):
        built, errors = _validate(noun, content)
        if built is not None:
            return Declared(built, document, frozenset(faults), is_whole=not problems), tuple(problems)
        told = _told(noun, content, errors)
        problems += [problem_of(document, noun, content, error) for error in told]
        faults |= {fault for error in told for fault in _mend(noun, content, error)}
    return None, tuple(problems)


@cache
def adapters() -> Mapping[type[Any], TypeAdapter[Any]]:
    """What checks each kind of declaration; making one takes far longer than using it."""
    return {noun: TypeAdapter(noun) for noun in (Framework, Prototype)}


def _validate(noun: type[Noun], content: Mapping[str, Any]) -> tuple[Noun | None, list[Mapping[str, Any]]]:
    # JSON mode takes arrays as tuples and text as enumerations and dates; strict Python mode refuses them.
    text = json.dumps(content, default=_as_text)
    try:
        return adapters()[noun].validate_json(text, strict=True, extra="forbid"), []
    except ValidationError as error:
        return None, _located(content, error)


def _located(content: Mapping[str, Any], error: ValidationError) -> list[Mapping[str, Any]]:
    """What pydantic says is wrong, each once, at a place that stands in the file.

    Where a key takes text or a list of texts, pydantic tells of both, naming the type it
    tried behind the key; of a list with a wrong item, only the item is wrong.
    """
    told: dict[tuple[str, KeyPath], Mapping[str, Any]] = {}
    for fault in error.errors(include_url=False):
        kind, place = fault["type"], fault["loc"]
        if kind not in _OWN_KIND:
            kind, place = "", standing(content, place)
        told.setdefault((kind, place), {**fault, "loc": place})
    lists = {place[:-1] for kind, place in told if not kind and place and isinstance(place[-1], int)}
    return [fault for (kind, place), fault in told.items() if kind or place not in lists]


def _as_text(value: object) -> str:
    """TOML's dates and times, the only values JSON does not have."""
    assert isinstance(value, date | time)
    return value.isoformat()


def _told(noun: type[Any], content: Mapping[str, Any], errors: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The errors worth telling, unknown keys first: a key that is misspelt or misplaced is not missing as well."""
    unknown = [error for error in errors if error["type"] == UNKNOWN]
    found = {meant(noun, content, error["loc"]) for error in unknown}
    others = [error for error in errors if error["type"] != UNKNOWN]
    return unknown + [error for error in others if error["type"] != MISSING or error["loc"] not in found]


def _mend(noun: type[Any], content: dict[str, Any], error: Mapping[str, Any]) -> list[KeyPath]:
    """Make `content` such that this error is gone; gives the path where something now stands in."""
    path: KeyPath = error["loc"]
    if not path:
        return [path]
    table, key = at(content, path[:-1]), path[-1]
    if error["type"] == UNKNOWN:
        place, value = meant(noun, content, path), table.pop(key)
        if place is not None:
            at(content, place[:-1])[place[-1]] = value
        return []
    if error["type"] == BROKEN:
        needed = required_keys(kind_at(noun, path))
        table[key] = {name: value for name, value in table[key].items() if name in needed}
        return [path]
    near = near_match(str(error["input"]), choices_of(kind_at(noun, path))) if error["type"] == NOT_A_CHOICE else None
    if near is None and error["type"] != MISSING and _may_be_left_out(noun, path):
        del table[key]
    else:
        table[key] = near or stand_in(kind_at(noun, path))
    return [] if near else [path]


def _may_be_left_out(noun: type[Any], path: KeyPath) -> bool:
    table = kind_at(noun, path[:-1])
    return path[-1] in keys_of(table) and path[-1] not in required_keys(table) if isinstance(table, type) else False
