"""Areas in time: whether a place existed, whether it changed, and which places a rule names."""

from evaluation.places.choose import every
from evaluation.places.validity import BoundaryChange, boundary_changes, is_valid

__all__ = ["BoundaryChange", "boundary_changes", "every", "is_valid"]
