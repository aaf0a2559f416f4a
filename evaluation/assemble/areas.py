"""Which areas and groups of children are compared with which, and what becomes of areas that changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation import places
from evaluation.assemble.refusing import refuse
from evaluation.model.codes import Reason
from evaluation.model.observations import Observation
from evaluation.model.prototype import AreaRole, Prototype
from evaluation.model.results import Refusal

# The method that looks at two groups.
GAP: Final = "gap"


@dataclass(frozen=True, slots=True)
class Sides:
    """The areas on both sides and the date each test area starts."""

    test: tuple[str, ...]
    comparison: tuple[str, ...]
    starts: dict[str, date]


def groups_of(prototype: Prototype) -> tuple[str, ...] | Refusal:
    """The groups of children a plan speaks of: one (all of them, where none is named), or the two sides of a gap."""
    design = prototype.design
    if design.method != GAP:
        return (design.group or "",)
    if not (design.group and design.reference_group and design.group != design.reference_group):
        why = f"the plan names {design.group or design.reference_group or 'no group'} alone"
        return refuse(prototype, Reason.TWO_GROUPS, why, "the two groups whose gap it is")
    return design.group, design.reference_group


def sides_of(prototype: Prototype, figures: Sequence[Observation]) -> Sides | Refusal:
    """Who is compared with whom. Areas by rule are those in the figures."""
    test = prototype.test_areas
    if not test:
        return refuse(
            prototype, Reason.TOO_FEW_AREAS, "no test area", "at least one test area and ten comparison areas"
        )
    starts = {area.code: area.start or prototype.start for area in prototype.areas if area.code in test}
    dated = {code: start for code, start in starts.items() if start is not None}
    if len(dated) < len(test):
        return refuse(prototype, Reason.NOT_STARTED, "no start date", "the date on which the test areas started")
    comparison = prototype.comparison_areas
    if prototype.comparison is not None:
        rule = prototype.comparison
        seen = {figure.area for figure in figures}
        comparison += places.every(rule.starting_with, rule.leaving_out, seen, test_areas=(*test, *comparison))
    return Sides(test, comparison, dated)


def without_moved(prototype: Prototype, sides: Sides, moved: Collection[str]) -> Sides | Refusal:
    """Apply the plan's policy to areas whose boundary moved: stop, or drop them."""
    affected = [code for code in (*sides.test, *sides.comparison) if code in moved]
    if not affected:
        return sides
    if prototype.design.boundary_policy != "drop" or set(affected) >= set(sides.test):
        return refuse(
            prototype,
            Reason.BOUNDARY_CHANGED,
            f"the boundary of {', '.join(affected)} moved",
            "counts for the new boundary, before and after",
        )
    kept = tuple(code for code in sides.test if code not in affected)
    return Sides(
        kept,
        tuple(code for code in sides.comparison if code not in affected),
        {code: sides.starts[code] for code in kept},
    )


def exposed(prototype: Prototype) -> tuple[str, ...]:
    """The comparison areas that something alike reaches, as far as the plan says."""
    return tuple(area.code for area in prototype.areas if area.role is AreaRole.COMPARISON and area.receives)
