"""What reading a programme folder gives: the nouns that could be built, and every problem found."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.declare.sharing import together
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from evaluation.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Known:
    """The names the tool has, given from outside: this room knows no estimator and no reader."""

    estimators: frozenset[str]
    checks: frozenset[str]
    sources: frozenset[str]
    profiles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Declarations:
    """A programme as its folder declares it. A noun that could not be built is left out; its problems say why.

    A framework that shares others has what it takes over from them behind its own, and stands after them.
    """

    frameworks: tuple[Framework, ...]
    prototypes: tuple[Prototype, ...]
    problems: tuple[Problem, ...] = ()

    def framework(self, framework_id: str) -> Framework:
        """The framework of this id. Raises KeyError."""
        return {framework.id: framework for framework in self.frameworks}[framework_id]

    def prototype(self, prototype_id: str) -> Prototype:
        """The prototype of this id. Raises KeyError."""
        return {prototype.id: prototype for prototype in self.prototypes}[prototype_id]

    @property
    def together(self) -> Framework:
        """All that the frameworks declare together; where there is one, that one. Raises ValueError without any."""
        return together(self.frameworks)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the act; the others are warnings."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)
