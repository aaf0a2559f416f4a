"""Figures that a later file corrected: as they were, as they are, and what rests on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evaluation import store
from evaluation.disclosure.editions import NOTHING, Mask
from evaluation.disclosure.rule import is_too_small, profile_of
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation
from evaluation.model.release import HIDDEN, Cell, Column, ColumnKind, Released, Table
from evaluation.programme.figures.touched import touched
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import carry, is_published, release_table
from evaluation.programme.results.protecting import mask_of
from evaluation.store import Correction
from evaluation.words import counted, day, period, telling

# Nobody reads the hundredth corrected figure of one file; the count stays exact.
MOST_SHOWN: Final = 100
_COLUMNS: Final = (
    Column("File"),
    Column("Corrected on"),
    Column("Figure"),
    Column("Area"),
    Column("Period"),
    Column("Before: how many", ColumnKind.COUNT),
    Column("Before: out of", ColumnKind.OUT_OF),
    Column("Before", ColumnKind.DERIVED),
    Column("Now: how many", ColumnKind.COUNT),
    Column("Now: out of", ColumnKind.OUT_OF),
    Column("Now", ColumnKind.DERIVED),
)


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """`headline` counts the corrected figures; `figures` has them, the newest file first, and `touched` what rests."""

    headline: str
    figures: Table
    touched: tuple[str, ...]


def corrections_page(programme: Programme) -> Released[CorrectionsPage]:
    """Every correction, small numbers protected; so is a small difference between before and now."""
    found = tuple(reversed(store.corrections(programme.store, as_at=programme.as_at)))
    measures = {measure.id: measure for measure in programme.framework.measures}
    masks = {name: mask_of(programme, measures[name]) for name in _of(found) & set(measures)}
    rows = tuple(
        _row(programme, correction, place, measures[correction.now.measure[place]], masks)
        for correction in found
        for place in range(min(MOST_SHOWN, len(correction.now)))
        if correction.now.measure[place] in measures
    )
    hidden = sum(cell is HIDDEN for row in rows for cell in row)
    released = release_table(programme, Table(_COLUMNS, rows), hidden=hidden, measures=sorted(masks))
    resting = (
        one.said
        for correction in found
        for one in touched(programme, correction.before, range(len(correction.before.figures)))
    )
    how_many = sum(len(correction.now) for correction in found)
    headline = f"{counted(how_many, 'corrected figure')} in {counted(len(found), 'file')}" if found else ""
    return carry(released, CorrectionsPage(headline, released.content, tuple(dict.fromkeys(resting))))


def _of(found: tuple[Correction, ...]) -> set[str]:
    return {correction.now.measure[place] for correction in found for place in range(len(correction.now))}


def _row(
    programme: Programme, correction: Correction, place: int, measure: Measure, masks: dict[str, Mask]
) -> tuple[Cell, ...]:
    before, now = correction.before.figures.observation(place), correction.now.observation(place)
    mask, names = masks.get(measure.id, NOTHING), {area.code: area.name for area in programme.framework.areas}
    is_hidden = mask.hides([now.area], now.group, [now.period.notation])
    was_hidden = is_hidden or _differs_by_few(programme, before, now)
    return (
        correction.batch.noun.file,
        day(correction.batch.recorded_at.date()),
        f"{measure.name}, {now.group}" if now.group else measure.name,
        names.get(now.area, now.area),
        period(now.period),
        *_cells(before, measure, is_hidden=was_hidden),
        *_cells(now, measure, is_hidden=is_hidden),
    )


def _cells(figure: Observation, measure: Measure, *, is_hidden: bool) -> tuple[Cell, ...]:
    if is_hidden:
        return HIDDEN, HIDDEN, HIDDEN
    level = "no figure" if figure.value is None else telling(measure).level(figure.value)
    return figure.numerator, figure.denominator, level


def _differs_by_few(programme: Programme, before: Observation, now: Observation) -> bool:
    """Whether before and now together would tell how so few people were counted otherwise."""
    if programme.true_values or is_published(programme.framework, now.measure):
        return False
    pairs = ((before.numerator, now.numerator), (before.denominator, now.denominator))
    profile = profile_of(programme.framework)
    return any(
        one is not None and other is not None and is_too_small(abs(one - other), profile) for one, other in pairs
    )
