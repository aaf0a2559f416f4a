"""Frameworks in one folder: what one takes over from another, and what all of them declare together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from evaluation.model.framework import Framework

# What a framework takes over from those it shares: the common ground on which figures are compared and spoken of.
# Phases, workstreams, themes, components, principles, insights and offers stay each programme's own.
SHARED: Final = (
    "outcomes",
    "measures",
    "streams",
    "areas",
    "comparators",
    "stages",
    "groups",
    "signs",
    "events",
    "glossary",
    "services",
    "disclosure_profiles",
)


def shared_by(framework: Framework, frameworks: Iterable[Framework]) -> tuple[Framework, ...]:
    """The frameworks this one shares, and those they share in their turn, each once, the nearest first."""
    known = {one.id: one for one in frameworks}
    found: dict[str, Framework] = {}
    ahead = list(framework.shares)
    while ahead:
        name = ahead.pop(0)
        if name in known and name not in found and name != framework.id:
            found[name] = known[name]
            ahead += known[name].shares
    return tuple(found.values())


def with_shared(framework: Framework, frameworks: Iterable[Framework]) -> Framework:
    """The framework with all that it takes over behind its own; of one id its own stands."""
    others = shared_by(framework, frameworks)
    return _joined(framework, others) if others else framework


def together(frameworks: Sequence[Framework]) -> Framework:
    """All that the frameworks of a folder declare, under the first one's id; where there is one, that one."""
    first, *others = frameworks
    name = " and ".join(one.name for one in frameworks)
    return replace(_joined(first, others), name=name) if others else first


def _joined(framework: Framework, others: Sequence[Framework]) -> Framework:
    words = {word: said for one in (*reversed(others), framework) for word, said in one.words.items()}
    taken: dict[str, Any] = {key: _each_once(getattr(one, key) for one in (framework, *others)) for key in SHARED}
    return replace(framework, words=words, **taken)


def _each_once(lists: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Of several nouns with one id the first."""
    kept: dict[str, Any] = {}
    for noun in (noun for each in lists for noun in each):
        kept.setdefault(_key(noun), noun)
    return tuple(kept.values())


def _key(noun: Any) -> str:
    """An id, the code of an area, or the area of a comparator."""
    return str(next(getattr(noun, key) for key in ("id", "code", "area") if hasattr(noun, key)))
