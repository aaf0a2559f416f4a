"""Which areas and groups of children are compared with which, and what becomes of areas that changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation import places
from evaluation.assemble.nesting import side_by_side
from evaluation.assemble.refusing import refuse
from evaluation.model.codes import Reason
from evaluation.model.design import AreaRole, BoundaryPolicy
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.observations import Observation
from evaluation.model.places import Area
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal
from evaluation.words.dates import day

# The method that looks at two groups.
GAP: Final = "gap"


@dataclass(frozen=True, slots=True)
class Sides:
    """The areas on both sides and the date each test area starts."""

    test: tuple[str, ...]
    comparison: tuple[str, ...]
    starts: dict[str, date]

    def without(self, codes: Collection[str]) -> Sides:
        """The sides without these areas."""
        kept = tuple(code for code in self.test if code not in codes)
        left = tuple(code for code in self.comparison if code not in codes)
        return Sides(kept, left, {code: self.starts[code] for code in kept})

    def renamed(self, becomes: Mapping[str, str]) -> Sides:
        """The sides with areas as what they became, once each; what several became starts when the first did."""
        starts: dict[str, date] = {}
        for code, start in self.starts.items():
            new = becomes.get(code, code)
            starts[new] = min(start, starts.get(new, start))
        comparison = dict.fromkeys(becomes.get(code, code) for code in self.comparison)
        return Sides(tuple(starts), tuple(code for code in comparison if code not in starts), starts)


def groups_of(prototype: Prototype) -> tuple[str, ...] | Refusal:
    """The groups of children a plan speaks of: one (all of them, where none is named), or the two sides of a gap."""
    design = prototype.design
    if design.method != GAP:
        return (design.group or "",)
    if not (design.group and design.reference_group and design.group != design.reference_group):
        why = f"the plan names {design.group or design.reference_group or 'no group'} alone"
        return refuse(prototype, Reason.TWO_GROUPS, why, "the two groups whose gap it is")
    return design.group, design.reference_group


def sides_of(prototype: Prototype, figures: Sequence[Observation], gazetteer: Gazetteer) -> Sides | Refusal:
    """Who is compared with whom, none of them within another. Areas by rule are those in the figures."""
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
    by_rule = _by_rule(prototype, {figure.area for figure in figures}, gazetteer)
    if isinstance(by_rule, Refusal):
        return by_rule
    beside = side_by_side(prototype, (*test, *comparison), by_rule, figures, gazetteer)
    return beside if isinstance(beside, Refusal) else Sides(test, (*comparison, *beside), dated)


def _by_rule(prototype: Prototype, seen: Collection[str], gazetteer: Gazetteer) -> tuple[str, ...] | Refusal:
    """The areas in the figures that the plan's rule names, none of them named one by one."""
    rule = prototype.comparison
    if rule is None:
        return ()
    named = (*prototype.test_areas, *prototype.comparison_areas)
    if rule.neighbours_of is None:
        return places.every(rule.starting_with, rule.leaving_out, seen, test_areas=named)
    nearest = gazetteer.nearest(rule.neighbours_of, rule.edition)
    if not nearest:
        of = f" of {rule.edition}" if rule.edition else ""
        why = f"we hold no list{of} of the statistical neighbours of {gazetteer.name(rule.neighbours_of)}"
        return refuse(prototype, Reason.TOO_FEW_AREAS, why, "that list, brought in with the command places")
    there = [code for code in seen if gazetteer.place(code) in nearest]
    return places.every(("",), rule.leaving_out, there, test_areas=named)


def without_moved(
    prototype: Prototype,
    sides: Sides,
    areas: Iterable[Area],
    figures: Iterable[Observation],
    gazetteer: Gazetteer,
) -> Sides | Refusal:
    """Apply the plan's policy to areas declared to have moved under one code: stop, or drop them.

    A change the gazetteer knows is another matter: there the code changed with the place.
    """
    known = {(code, change.on) for change in gazetteer.changes for code in (*change.before, *change.after)}
    found = places.boundary_changes(areas, (figure.period for figure in figures))
    moved = {change.code: change.on for change in found if (change.code, change.on) not in known}
    affected = [code for code in (*sides.test, *sides.comparison) if code in moved]
    if not affected:
        return sides
    if prototype.design.boundary_policy is not BoundaryPolicy.DROP or set(affected) >= set(sides.test):
        why = "; ".join(f"the boundary of {gazetteer.name(code)} moved on {day(moved[code])}" for code in affected)
        need = "counts for the new boundary, before and after"
        return refuse(prototype, Reason.BOUNDARY_CHANGED, why, need)
    return sides.without(affected)


def exposed(prototype: Prototype) -> tuple[str, ...]:
    """The comparison areas that something alike reaches, as far as the plan says."""
    return tuple(area.code for area in prototype.areas if area.role is AreaRole.COMPARISON and area.receives)
