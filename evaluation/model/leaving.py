"""What has left, and what was hidden of it: kept, so that what leaves later can be set against it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evaluation.model.references import Reference
from evaluation.model.release import Audience


@dataclass(frozen=True, slots=True)
class HiddenFigures:
    """Periods (by their notation) of one group in one area; with several areas, those areas added up over all of them.

    `out_of_too` says that the number of people they are out of is hidden as well.
    """

    areas: tuple[str, ...]
    group: str
    periods: tuple[str, ...]
    out_of_too: bool = False


class Each(StrEnum):
    """What sums are made for."""

    AREA = "area"  # each area by itself, over all the periods
    PERIOD = "period"  # all the areas, in each period by itself
    WHOLE = "whole"  # all the areas, over all the periods


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of one group's figures that were looked at and give nothing away."""

    areas: tuple[str, ...]
    group: str
    periods: tuple[str, ...]
    each: Each


@dataclass(frozen=True, slots=True)
class Protection:
    """What is hidden of one measure, worked out once for all that leaves of it.

    `basis` is the fingerprint of the plans it goes by, `batch` the number of the last
    file it rests on; `exposed` how many small numbers could be worked out whatever is
    hidden, because of what has left before; `harmless` the sums that may be shown.
    """

    measure: str
    profile: str
    basis: str
    batch: int
    figures: tuple[HiddenFigures, ...] = ()
    together: tuple[HiddenFigures, ...] = ()
    exposed: int = 0
    harmless: tuple[Sums, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A file that left: what it is called, in which form, what it is made of, and what was hidden.

    `content` is the sha256 of the table that was in it. Every figure of a measure in
    `protections` that was not hidden there counts as known from then on. `true_values`
    says that nothing was hidden, for somebody who may see all of it.
    """

    name: str
    form: str
    content: str
    measures: tuple[str, ...]
    protections: tuple[Reference, ...]
    profile: str
    audience: Audience
    hidden: int = 0
    true_values: bool = False
