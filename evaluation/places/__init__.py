"""Areas in time: what they are called, whether they changed, which lie in which, and which a rule names."""

from evaluation.places.choose import alongside, every
from evaluation.places.gazetteer import declared_changes, gazetteer, known
from evaluation.places.looking_up import LookedUp, look_up
from evaluation.places.validity import BoundaryChange, boundary_changes

__all__ = [
    "BoundaryChange",
    "LookedUp",
    "alongside",
    "boundary_changes",
    "declared_changes",
    "every",
    "gazetteer",
    "known",
    "look_up",
]
