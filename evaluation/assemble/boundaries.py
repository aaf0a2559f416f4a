"""Areas that became others while the figures ran: the plan says whether to stop, drop them or carry counts over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.assemble.areas import Sides
from evaluation.assemble.carrying import CannotCarryError, Carrier
from evaluation.assemble.refusing import refuse
from evaluation.model.codes import Reason
from evaluation.model.design import BoundaryPolicy
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.observations import Observation
from evaluation.model.places import ChangeKind, Period, PlaceChange
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal
from evaluation.words.dates import day


@dataclass(frozen=True, slots=True)
class Placed:
    """Figures and sides on one set of boundaries; `moved` are areas by rule that are not, and from which period."""

    figures: tuple[Observation, ...]
    sides: Sides
    moved: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """An area whose figures stop or begin with a change."""

    code: str
    change: PlaceChange

    @property
    def ended(self) -> bool:
        """Whether it is the area that is no more."""
        return self.code in self.change.before


def on_one_boundary(
    prototype: Prototype, sides: Sides, periods: Sequence[Period], carrier: Carrier
) -> Placed | Refusal:
    """Apply the plan's policy to areas that became others within `periods`.

    An area with figures of its own on both sides of the change was restated by its
    publisher and is one place. Of the others those the plan names stop the comparison,
    are dropped, or have counts carried over to the boundary as it is now; those
    taken by rule fall out where they cannot be carried.
    """
    moved = [found for code in (*sides.test, *sides.comparison) for found in _moved(code, periods, carrier)]
    figures = tuple(carrier.figures.values())
    if not moved:
        return Placed(figures, sides)
    policy = prototype.design.boundary_policy
    if policy is BoundaryPolicy.CARRY:
        return _carried(prototype, sides, periods, carrier, moved)
    named = {area.code for area in prototype.areas}
    affected = [found for found in moved if found.code in named]
    dropped = {found.code for found in affected} if policy is BoundaryPolicy.DROP else set()
    if affected and (not dropped or dropped >= set(sides.test)):
        return _refused(prototype, affected, carrier.gazetteer, "counts for the new boundary, before and after")
    return Placed(figures, sides.without(dropped), _first_periods(moved, periods))


def _moved(code: str, periods: Sequence[Period], carrier: Carrier) -> list[Moved]:
    """The changes that cut this area's figures off: it has none on the other side."""
    return [
        Moved(code, change)
        for change in carrier.gazetteer.changes_of(code)
        if change.kind is not ChangeKind.RECODED
        and (other_side := _other_side(code, change, periods))
        and not any(carrier.has(code, period) for period in other_side)
    ]


def _other_side(code: str, change: PlaceChange, periods: Sequence[Period]) -> list[Period]:
    """The periods in which the area of this code was no more, or not yet."""
    if code in change.before:
        return [period for period in periods if period.start >= change.on]
    return [period for period in periods if period.end <= change.on]


def _carried(
    prototype: Prototype,
    sides: Sides,
    periods: Sequence[Period],
    carrier: Carrier,
    moved: Sequence[Moved],
) -> Placed | Refusal:
    """Each moved area as its whole: what merged goes on as what it became, and counts of parts are added up."""
    named = {area.code for area in prototype.areas}
    added: list[Observation] = []
    becomes: dict[str, str] = {}
    fell_out: list[Moved] = []
    for found in moved:
        try:
            becomes[found.code] = _whole(found.code, periods[-1], carrier.gazetteer)
            _only_tried(found, sides, carrier.gazetteer)
            added += _filled(becomes[found.code], periods, carrier)
        except CannotCarryError as error:
            if found.code in named:
                why = f"{_what_happened(found, carrier.gazetteer)}, and {error}"
                return refuse(prototype, Reason.BOUNDARY_CHANGED, why, "counts for all its parts, before and after")
            fell_out.append(found)
    lost = {found.code for found in fell_out}
    renamed = sides.renamed({old: new for old, new in becomes.items() if old not in lost})
    return Placed((*carrier.figures.values(), *added), renamed, _first_periods(fell_out, periods))


def _whole(code: str, last: Period, gazetteer: Gazetteer) -> str:
    """What the area is followed as: one that merged is followed as what it became, and so on."""
    for change in gazetteer.changes_of(code):
        if code in change.before and change.kind is ChangeKind.MERGED and change.on <= last.start:
            return _whole(change.after[0], last, gazetteer)
    return code


def _only_tried(found: Moved, sides: Sides, gazetteer: Gazetteer) -> None:
    """A test area may only become a larger place all of which tried it. Raises CannotCarryError."""
    if found.code in sides.test and found.ended and found.change.kind is ChangeKind.MERGED:
        untried = [gazetteer.name(code) for code in found.change.before if code not in sides.test]
        if untried:
            raise CannotCarryError(f"it was not tried in {' and '.join(untried)}")


def _filled(code: str, periods: Iterable[Period], carrier: Carrier) -> list[Observation]:
    """The figures of `code` that its parts make, in periods in which it has none of its own."""
    held = {period for _, _, period in carrier.figures}
    return [
        carrier.carried(code, group, period)
        for period in periods
        for group in carrier.groups
        if period in held and (code, group, period) not in carrier.figures
    ]


def _refused(prototype: Prototype, affected: Sequence[Moved], gazetteer: Gazetteer, need: str) -> Refusal:
    why = "; ".join(_what_happened(found, gazetteer) for found in affected)
    return refuse(prototype, Reason.BOUNDARY_CHANGED, why, need)


def _what_happened(found: Moved, gazetteer: Gazetteer) -> str:
    """`the boundary of Dorset moved on 1 April 2019`, or what it was made of or became."""
    name, change = gazetteer.name(found.code), found.change
    others = change.after if found.ended else change.before
    names = " and ".join(gazetteer.name(code) for code in others)
    if change.kind is ChangeKind.REDRAWN:
        return f"the boundary of {name} moved on {day(change.on)}"
    verb = {(ChangeKind.MERGED, True): "became part of", (ChangeKind.SPLIT, True): "was split into"}
    verb |= {(ChangeKind.MERGED, False): "was made of", (ChangeKind.SPLIT, False): "was part of"}
    return f"{name} {verb[change.kind, found.ended]} {names} on {day(change.on)}"


def _first_periods(moved: Iterable[Moved], periods: Sequence[Period]) -> tuple[tuple[str, str], ...]:
    """Each area and the first period from its change on, as a panel holds them, where there is one."""
    since = [(found.code, [period for period in periods if period.end > found.change.on]) for found in moved]
    return tuple((code, later[0].notation) for code, later in since if later)
