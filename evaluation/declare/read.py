"""Reading a programme folder: TOML to nouns, and every problem of every file in one run."""

from __future__ import annotations

from pathlib import Path

from evaluation.declare.declarations import Declarations, Known
from evaluation.declare.document import Document, read_documents
from evaluation.declare.plan import Declared, Noun, Plan
from evaluation.declare.rules import RULES
from evaluation.declare.shape import build
from evaluation.declare.sharing import with_shared
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from evaluation.problems import Problem


def read(folder: Path, known: Known) -> Declarations:
    """Read every `frameworks/*.toml` and `prototypes/*.toml` under `folder`.

    Never raises for what somebody wrote: a file that is faulty gives problems and no
    noun, and the others are read all the same; a prototype needs its framework where any
    can be used. Problems come by file and line.
    """
    plan, problems = read_plan(folder, known)
    found = [*problems, *(problem for rule in RULES for problem in rule(plan))]
    frameworks = _resolved([framework.noun for framework in plan.frameworks if plan.with_shared(framework).is_whole])
    usable = {framework.id for framework in frameworks} or {prototype.noun.framework for prototype in plan.prototypes}
    return Declarations(
        frameworks=frameworks,
        prototypes=tuple(one.noun for one in plan.prototypes if one.is_whole and one.noun.framework in usable),
        problems=tuple(sorted(dict.fromkeys(found), key=_place)),
    )


def read_plan(folder: Path, known: Known) -> tuple[Plan, list[Problem]]:
    """What the folder declares, and what is wrong with the shape of its files; no rule has looked at it yet."""
    frameworks, of_frameworks = _read_all(folder, "frameworks", Framework)
    prototypes, of_prototypes = _read_all(folder, "prototypes", Prototype)
    has_unread = any(framework is None or framework.is_faulty("id") for framework in frameworks)
    plan = Plan(
        frameworks=tuple(framework for framework in frameworks if framework is not None),
        prototypes=tuple(prototype for prototype in prototypes if prototype is not None),
        known=known,
        has_unread=has_unread,
    )
    return plan, [*of_frameworks, *of_prototypes]


def _resolved(frameworks: list[Framework]) -> tuple[Framework, ...]:
    """Each framework with what it takes over; first come those that share nothing: the programme opens with them."""
    in_order = sorted(frameworks, key=lambda framework: bool(framework.shares))
    return tuple(with_shared(framework, frameworks) for framework in in_order)


def _read_all(folder: Path, kind: str, noun: type[Noun]) -> tuple[list[Declared[Noun] | None], list[Problem]]:
    """What each file of a kind declares, None where it cannot be told, and all that is wrong with them."""
    declared: list[Declared[Noun] | None] = []
    problems: list[Problem] = []
    for document in read_documents(folder, kind):
        built, found = build(document, noun) if isinstance(document, Document) else (None, (document,))
        declared.append(built)
        problems += found
    return declared, problems


def _place(problem: Problem) -> tuple[str, int]:
    origin = problem.origin
    return (origin.file, origin.line or 0) if origin else ("", 0)
