"""What one more child with a good outcome cost."""

from __future__ import annotations

from typing import Final

from evaluation.model.results import Refusal
from evaluation.model.together import CostPerChild
from evaluation.words.numbers import hold

# Pounds are rounded to two figures: an estimate carries no more.
FIGURES: Final = 2


def cost_per_child(found: CostPerChild | Refusal) -> str:
    """`about £500 for each additional child, between £270 and £3,000`; empty where there is none."""
    if isinstance(found, Refusal):
        return ""
    about = f"about {pounds(found.value)} for each additional child"
    if found.high is None:
        return f"{about}; at least {pounds(found.low)}, and there may be no gain at all"
    return f"{about}, between {pounds(found.low)} and {pounds(found.high)}"


def pounds(amount: float) -> str:
    """`£1,300`: to two figures."""
    return hold(f"\u00a3{float(f'{amount:.{FIGURES}g}'):,.0f}")
