"""The parts of the page The programme: each a function of what the programme says and what was written, listed here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from evaluation.programme.overview.components import components
from evaluation.programme.overview.drivers import drivers
from evaluation.programme.overview.facts import facts
from evaluation.programme.overview.groups import groups, remits
from evaluation.programme.overview.insights import insights
from evaluation.programme.overview.offers import offers
from evaluation.programme.overview.outcomes import outcomes
from evaluation.programme.overview.part import Part, PartTable, Scope
from evaluation.programme.overview.phases import phases
from evaluation.programme.overview.principles import principles
from evaluation.programme.overview.signs import signs
from evaluation.programme.overview.standing import standing, standing_of
from evaluation.programme.overview.success import success
from evaluation.programme.overview.themes import themes

# Under each heading of the page its parts, in the order they are read.
PARTS: Final[tuple[tuple[str, tuple[Callable[[Scope], Part], ...]], ...]] = (
    ("What it is for", (outcomes, success, insights, facts, principles)),
    ("What is tried, and where", (phases, themes, drivers, components, offers)),
    ("Who decides", (groups, remits, standing, signs)),
)

__all__ = ["PARTS", "Part", "PartTable", "Scope", "standing_of"]
