"""Figures, plan and places become a panel: the one room that decides what may be compared with what."""

from evaluation.assemble.panel import assemble
from evaluation.assemble.pooled import pooled
from evaluation.assemble.rates import examined_on_base, on_base
from evaluation.assemble.settings import AtLook, CompareSettings, compare_settings
from evaluation.assemble.usual import usual

__all__ = [
    "AtLook",
    "CompareSettings",
    "assemble",
    "compare_settings",
    "examined_on_base",
    "on_base",
    "pooled",
    "usual",
]
