"""Declarations: the plan and the framework as TOML, read into nouns, with every problem said where it stands."""

from __future__ import annotations

from evaluation.declare.declarations import Declarations, Known
from evaluation.declare.read import read
from evaluation.declare.rules.stages import Condition, entry_conditions
from evaluation.declare.schema import schemas
from evaluation.declare.stage import write_stage
from evaluation.declare.write import new_prototype

__all__ = [
    "Condition",
    "Declarations",
    "Known",
    "entry_conditions",
    "new_prototype",
    "read",
    "schemas",
    "write_stage",
]
