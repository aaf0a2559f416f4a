"""The plan as it was read, before and while the rules look at it: nouns that know where they stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from evaluation.declare.declarations import Known
from evaluation.declare.document import Document
from evaluation.declare.lines import KeyPath
from evaluation.declare.sharing import shared_by, with_shared
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from evaluation.problems import Problem, Severity

Noun = TypeVar("Noun", Framework, Prototype)

_IDS = frozenset({"id", "code", "drivers"})  # where one of these is wrong, ids are missing from a list


@dataclass(frozen=True, slots=True)
class Declared(Generic[Noun]):
    """A noun with the file it stands in.

    `faults` are the paths where something was wrong and stands in for what was meant,
    so that the rules can look at the rest; a noun with problems of its own (not
    `is_whole`) is not handed on.
    """

    noun: Noun
    document: Document
    faults: frozenset[KeyPath] = frozenset()
    is_whole: bool = True

    def is_faulty(self, *path: str | int) -> bool:
        """Whether what stands at `path`, or around it, was already found wrong."""
        return any(path[:size] in self.faults for size in range(len(path) + 1))

    def is_touched(self, *keys: str) -> bool:
        """Whether anything was found wrong in or below one of these keys of the file, so that little follows of it."""
        return any(fault[:1] in {(), (key,)} for fault in self.faults for key in keys)

    def has_unsure_ids(self, *path: str) -> bool:
        """Whether an id below `path` was found wrong, so that others may rightly speak of what is not here."""
        below = (fault for fault in self.faults if fault[: len(path)] == path)
        return self.is_faulty(*path) or any(isinstance(fault[-1], int) or fault[-1] in _IDS for fault in below)

    def each(self, places: str) -> list[tuple[KeyPath, Any]]:
        """Everything said at a dotted place such as `measures.find.source`, through all lists, each with its path.

        Nothing where a noun of this kind has no such place.
        """
        return _each((), self.noun, places.split("."))

    def parts(self) -> Iterator[tuple[KeyPath, Any]]:
        """The noun and every noun inside it, each with its path."""
        return _parts(self.noun, ())

    def report(
        self,
        path: KeyPath,
        code: str,
        what: str,
        mend: str,
        *,
        why: str = "",
        near: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Iterator[Problem]:
        """One problem at `path`; none where what stands there was already found wrong."""
        if not self.is_faulty(*path):
            yield Problem(code, what, mend, why=why, origin=self.document.origin(path), near=near, severity=severity)


AnyDeclared = Declared[Framework] | Declared[Prototype]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that was read from a folder. `has_unread` where a framework could not be read, or not its id."""

    frameworks: tuple[Declared[Framework], ...]
    prototypes: tuple[Declared[Prototype], ...]
    known: Known
    has_unread: bool = False

    @property
    def declared(self) -> tuple[AnyDeclared, ...]:
        """Frameworks, then prototypes."""
        return (*self.frameworks, *self.prototypes)

    def framework_of(self, prototype: Declared[Prototype]) -> Declared[Framework] | None:
        """The framework a prototype leans on, with what it shares; None where there is none of that id."""
        found = (framework for framework in self.frameworks if framework.noun.id == prototype.noun.framework)
        return next(map(self.with_shared, found), None)

    def with_shared(self, framework: Declared[Framework]) -> Declared[Framework]:
        """A framework with what it takes over from others, to look things up in: a fault in any of them is its own."""
        if not framework.noun.shares:
            return framework
        nouns = [one.noun for one in self.frameworks]
        names = {framework.noun.id, *(one.id for one in shared_by(framework.noun, nouns))}
        leaning_on = [one for one in self.frameworks if one.noun.id in names]
        return dataclasses.replace(
            framework,
            noun=with_shared(framework.noun, nouns),
            faults=frozenset().union(*(one.faults for one in leaning_on)),
            is_whole=all(one.is_whole for one in leaning_on),
        )


def _each(path: KeyPath, value: Any, keys: list[str]) -> list[tuple[KeyPath, Any]]:
    if not keys:
        return [(path, value)]
    inside = _items((*path, keys[0]), getattr(value, keys[0], None))
    return [found for place, item in inside for found in _each(place, item, keys[1:])]


def _items(path: KeyPath, value: Any) -> Iterator[tuple[KeyPath, Any]]:
    """`value`, or each of its items where it is a list; nothing where nothing was said."""
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            yield (*path, place), item
    elif value is not None:
        yield path, value


def _parts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _parts(item, (*path, place))
    elif dataclasses.is_dataclass(value):
        yield path, value
        for field in dataclasses.fields(value):
            yield from _parts(getattr(value, field.name), (*path, field.name))
