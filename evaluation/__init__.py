"""Prototype-test evaluation and learning framework."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

__version__ = "0.1.0"

# What a notebook needs, loaded when first asked for: importing `evaluation.statistics` must load numpy alone.
_FOUND_IN: Final = {
    "open_folder": "evaluation.notebook",
    "compare": "evaluation.notebook",
    "Panel": "evaluation.statistics",
    "ESTIMATORS": "evaluation.statistics",
    "CHECKS": "evaluation.statistics",
}
__all__ = ["CHECKS", "ESTIMATORS", "Panel", "__version__", "compare", "open_folder"]


def __getattr__(name: str) -> Any:
    """The name, from the room it lives in."""
    if name not in _FOUND_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FOUND_IN[name]), name)


def __dir__() -> list[str]:
    """Everything there is to ask for."""
    return sorted({*globals(), *_FOUND_IN})
