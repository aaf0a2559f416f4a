"""A comparison that may not be made, as the result it is."""

from __future__ import annotations

from evaluation.model.codes import Reason
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal


def refuse(prototype: Prototype, reason: Reason, why: str, need: str) -> Refusal:
    """The refusal of the method the plan declares."""
    return Refusal(prototype.design.method, reason, why, need)
