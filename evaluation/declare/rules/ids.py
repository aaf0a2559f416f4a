"""Ids are for life: well formed, one thing each, never used again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from evaluation.declare.kinds import said
from evaluation.declare.lines import KeyPath
from evaluation.declare.plan import AnyDeclared, Plan
from evaluation.model.design import PrototypeArea
from evaluation.model.framework import Framework, Group, Outcome, Stage, Stream
from evaluation.model.measure import Measure
from evaluation.model.places import Area
from evaluation.model.prototype import Prototype
from evaluation.problems import Problem

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Pages and citations name these by id alone, so one folder has each id once; others are looked for in their own file.
_ACROSS_FILES: Final = frozenset({Framework, Prototype, Outcome, Measure, Stream, Group})

Place = tuple[AnyDeclared, KeyPath, Any]


def is_slug(text: str) -> bool:
    """Whether `text` is lower-case words and numbers joined by hyphens."""
    return _SLUG.fullmatch(text) is not None


def slug_of(text: str) -> str:
    """The id most like `text`; empty where nothing in it can stand in an id."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def bad_ids(plan: Plan) -> Iterator[Problem]:
    """Ids that are not lower-case words joined by hyphens."""
    for declared, path, part in _identified(plan):
        key = _key(part)
        if not isinstance(part, Area | PrototypeArea) and not is_slug(key):
            what = f'"{key}" cannot be the id of {said(type(part))}.'
            mend = "Write lower-case letters and digits, with a hyphen between words."
            yield from declared.report((*path, "id"), "bad-id", what, mend, near=slug_of(key) or None)


def duplicate_ids(plan: Plan) -> Iterator[Problem]:
    """Two things of one kind with one id; of a retired one `retired_ids` speaks."""
    for first, (declared, path, part) in _again(plan):
        if not _is_retired(first[2]) and not _is_retired(part):
            kind = "an area" if isinstance(part, PrototypeArea) else said(type(part))
            what = f'"{_key(part)}" is already {kind}, in {_origin(first)}.'
            mend = "Give one of them another id." if hasattr(part, "id") else "Take one of them out."
            yield from declared.report(_id_path(path, part), "duplicate-id", what, mend)


def retired_ids(plan: Plan) -> Iterator[Problem]:
    """An id that was retired with what it named, or that something else had before."""
    why = "Notes and results that name the old one would point at the new."
    mend = "Choose an id that was never used."
    for first, (declared, path, part) in _again(plan):
        if _is_retired(first[2]) or _is_retired(part):
            what = f'"{_key(part)}" belonged to {said(type(part))} that was retired ({_origin(first)}).'
            yield from declared.report(_id_path(path, part), "retired-id", what, mend, why=why)
    former = _former(plan)
    for place in _identified(plan):
        declared, path, part = place
        owner = former.get((*_scope(place), _key(part)))
        if owner is not None and owner[2] is not part:
            what = f'"{_key(part)}" is what "{_key(owner[2])}" was called before ({_origin(owner)}).'
            yield from declared.report(_id_path(path, part), "retired-id", what, mend, why=why)


def _identified(plan: Plan) -> Iterator[Place]:
    """Everything with an id or a code of its own. Stages have one of four words, which the type holds."""
    for declared in plan.declared:
        for path, part in declared.parts():
            if (hasattr(part, "id") or hasattr(part, "code")) and not isinstance(part, Stage):
                yield declared, path, part


def _again(plan: Plan) -> Iterator[tuple[Place, Place]]:
    """Each use of an id after its first, with the first. One area in two roles is another rule's."""
    first: dict[object, Place] = {}
    for place in _identified(plan):
        part = place[2]
        role = part.role if isinstance(part, PrototypeArea) else None
        key = (*_scope(place), _key(part), role)
        if key in first:
            yield first[key], place
        else:
            first[key] = place


def _former(plan: Plan) -> dict[object, Place]:
    """Who had which id before."""
    return {(*_scope(place), old): place for place in _identified(plan) for old in getattr(place[2], "formerly", ())}


def _scope(place: Place) -> tuple[object, str]:
    """Within what an id stands for one thing: its kind, and for most kinds the file."""
    declared, _, part = place
    return type(part), "" if type(part) in _ACROSS_FILES else declared.document.file


def _key(part: Any) -> str:
    return str(part.id if hasattr(part, "id") else part.code)


def _id_path(path: KeyPath, part: Any) -> KeyPath:
    return (*path, "id" if hasattr(part, "id") else "code")


def _is_retired(part: Any) -> bool:
    return getattr(part, "retired", None) is not None


def _origin(place: Place) -> str:
    declared, path, part = place
    return str(declared.document.origin(_id_path(path, part)))
