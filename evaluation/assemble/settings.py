"""What a plan says about how its comparison is made, as `statistics.compare` takes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NotRequired, TypedDict

from evaluation.assemble.areas import GAP
from evaluation.model.design import HowChosen, Specification
from evaluation.model.measure import Measure, Polarity
from evaluation.model.prototype import Prototype

Selection = Literal["declared", "by_lot", "not_declared"]


class CompareSettings(TypedDict):
    """The keyword settings of `evaluation.statistics.compare`."""

    method: str
    level: float
    before: int | None
    after: int | None
    skip: int
    lag: int
    selection: Selection
    higher_is_better: bool | None
    checks: tuple[str, ...] | None
    specifications: tuple[Specification, ...]
    group: NotRequired[str | None]
    reference: NotRequired[str | None]


@dataclass(frozen=True, slots=True)
class AtLook:
    """What a planned look may see: periods that end by `until`, so many after the start, a range of this level."""

    until: date
    after: int
    level: float


def compare_settings(prototype: Prototype, measure: Measure, look: AtLook | None = None) -> CompareSettings:
    """The design of `prototype` with what `measure` brings: its lag, and which way is better. No checks named: all.

    At a planned look, as far as it may see; the other fair ways stand beside the whole result alone.
    """
    design = prototype.design
    settings = CompareSettings(
        method=design.method,
        level=design.level,
        before=design.before,
        after=design.after,
        skip=design.skip,
        lag=measure.lag,
        selection=selection(prototype),
        higher_is_better=None if measure.polarity is Polarity.NEITHER else measure.polarity is Polarity.HIGHER,
        checks=design.checks or None,
        specifications=design.specifications,
    )
    if design.method == GAP:
        settings |= {"group": design.group, "reference": design.reference_group}
    if look is not None:
        settings |= {"after": look.after, "level": look.level, "specifications": ()}
    return settings


def selection(prototype: Prototype) -> Selection:
    """How the test areas were chosen, as far as it bears on the result.

    A choice counts as declared when it names the measure and the period it was made
    on, for only then can its level be held constant; a choice by lot needs neither.
    """
    chosen = prototype.chosen
    if chosen is not None and chosen.how is HowChosen.LOT:
        return "by_lot"
    return "declared" if chosen is not None and chosen.measure and chosen.period else "not_declared"
