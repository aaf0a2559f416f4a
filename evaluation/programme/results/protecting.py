"""Small numbers, protected once for all that leaves of a measure: worked out when somebody looks, kept in the ledger.

What is hidden depends on the figures, on the plans and on what has left before. The
same of all three is read from the ledger, never worked out again, so a page does not
wait for it and everybody sees the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from evaluation import store
from evaluation.disclosure import Profile
from evaluation.disclosure.editions import NOTHING, Count, Edition, Mask, Spot
from evaluation.disclosure.families import exposed_in, protect_family
from evaluation.disclosure.rule import profile_of, shows_too_few
from evaluation.disclosure.secondary import KnownAlready
from evaluation.disclosure.totals import totals_in
from evaluation.model.canonical import to_json
from evaluation.model.leaving import Protection, Release
from evaluation.model.measure import Measure
from evaluation.model.people import Actor, Role
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.programme.figures.added_up import added_up
from evaluation.programme.figures.places import facts_of, gazetteer_of
from evaluation.programme.handle import Programme
from evaluation.programme.results.masks import mask_in, written
from evaluation.programme.same_for_all import same_for_all
from evaluation.store import Figure

# Worked out when somebody looks; the row says that no person vouches for it.
THE_TOOL: Final = Actor(id="tool", name="This tool", role=Role.EVALUATOR)
# Part of every fingerprint: raise it where the same figures would be protected otherwise than before.
VERSION: Final = "3"


@same_for_all
def mask_of(programme: Programme, measure: Measure) -> Mask:
    """What of a measure nobody sees. Nothing is hidden of open figures, and of those that count nobody.

    It is one mask, whichever of the frameworks that share the measure asks for it.
    """
    if programme.true_values or programme.framework.stream(measure.stream).published:
        return NOTHING
    kept = protection(programme, measure)
    return NOTHING if kept is None else mask_in(kept[1])


def protection(programme: Programme, measure: Measure, *, leaves: bool = False) -> tuple[Reference, Protection] | None:
    """The protection of a measure as it is kept; None where nothing in it is small. Worked out where it is new.

    What `leaves` is kept even where nothing is small: a figure that is revised later may be.
    """
    wanted, profile = _wanted(programme, measure), profile_of(programme.framework)
    batch = store.last_batch(programme.store, wanted, as_at=programme.as_at)
    if batch is None:
        return None
    basis, before = _basis(programme, measure), protections_before(programme, measure.id)
    if before and (before[-1][1].basis, before[-1][1].batch) == (basis, batch):
        return before[-1]
    names = [measure.id, profile.name, profile.below, basis, batch, [str(reference) for reference, _ in before]]
    key = hashlib.sha256(to_json(names).encode()).hexdigest()
    known = store.keyed(programme.store, Kind.PROTECTION, key)
    if known is None:
        figures = store.observations(programme.store, measures=wanted, as_at=programme.as_at)
        counts = counts_in(figures, measure).values()
        if not leaves and not any(shows_too_few(one.numerator, one.denominator, profile) for one in counts):
            return None
        earlier = [_earlier(programme, measure, each) for _, each in before]
        mask, open_to_attack = _protected(edition(programme, measure, figures), earlier, profile)
        made = written(mask, Protection(measure.id, profile.name, basis, batch, exposed=open_to_attack))
        known = store.append(
            programme.store, made, THE_TOOL, at=programme.clock(), request_key=f"protection:{key}", key=key
        )
    return known.reference, known.noun


def exposed(programme: Programme, measure: Measure) -> int:
    """How many small numbers of a measure could be worked out from what may leave now and what has left before."""
    kept = protection(programme, measure)
    if kept is None:
        return 0
    figures = _figures(programme, measure, programme.as_at)
    now = edition(programme, measure, figures)
    before = protections_before(programme, measure.id)
    earlier = [_earlier(programme, measure, each) for _, each in before]
    return max(kept[1].exposed, exposed_in(now, earlier, profile_of(programme.framework), mask_in(kept[1])))


def edition(
    programme: Programme,
    measure: Measure,
    figures: Sequence[Figure],
    left: Mask = NOTHING,
) -> Edition:
    """The counts of a measure with every sum of them that anybody sees or can make."""
    observations = [figure.observation for figure in figures]
    counts = counts_in(figures, measure)
    periods = {one.period.notation: one.period for one in observations if one.measure == measure.id}
    within = {area.code: area.within for area in programme.framework.areas if area.within}
    together = (
        one
        for framework in programme.declarations.frameworks
        for one in added_up(
            [plan for plan in _plans(programme, measure) if plan.framework == framework.id],
            framework,
            measure,
            observations,
            gazetteer_of(programme, framework),
        )
    )
    return Edition(
        counts, totals_in(counts, within, periods), tuple(dict.fromkeys(together)), left.counts, left.together
    )


def counts_in(figures: Iterable[Figure], measure: Measure) -> dict[Spot, Count]:
    """The figures that count people; weighted ones (whose counts are no whole numbers) count nobody in particular."""
    found = {}
    for figure in figures:
        one = figure.observation
        if (
            one.measure != measure.id
            or one.numerator is None
            or one.denominator is None
            or one.numerator % 1
            or one.denominator % 1
        ):
            continue
        spot = (one.area, one.group, one.period.notation)
        found[spot] = Count(int(one.numerator), int(one.denominator), int(figure.batch.key))
    return found


def protections_before(programme: Programme, measure: str) -> list[tuple[Reference, Protection]]:
    """What was hidden of a measure in files that have left, each once, in the order in which they left first."""
    releases: Iterable[Release] = (row.noun for row in store.rows(programme.store, Kind.RELEASE))
    named = dict.fromkeys(each for one in releases if measure in one.measures for each in one.protections)
    rows = (store.get(programme.store, reference) for reference in named)
    return [(row.reference, row.noun) for row in rows if row is not None and row.noun.measure == measure]


def _earlier(programme: Programme, measure: Measure, then: Protection) -> Edition:
    """What was known of a measure once a file had left, by the sums the plans of today show."""
    figures = _figures(programme, measure, _recorded(programme, then.batch))
    return edition(programme, measure, figures, mask_in(then))


def _plans(programme: Programme, measure: Measure) -> list[Prototype]:
    """The plans that show a measure, of whichever framework."""
    return [
        plan for plan in programme.declarations.prototypes if measure.id in {used.measure for used in plan.measures}
    ]


def _wanted(programme: Programme, measure: Measure) -> frozenset[str]:
    """The measure, and those that test areas were chosen on."""
    plans = _plans(programme, measure)
    return frozenset({measure.id, *(plan.chosen.measure for plan in plans if plan.chosen and plan.chosen.measure)})


def _figures(programme: Programme, measure: Measure, as_at: datetime | None) -> tuple[Figure, ...]:
    return store.observations(programme.store, measures=_wanted(programme, measure), as_at=as_at)


def _recorded(programme: Programme, batch: int) -> datetime | None:
    row = store.get(programme.store, Reference(Kind.BATCH, str(batch)))
    return None if row is None else row.recorded_at


def _basis(programme: Programme, measure: Measure) -> str:
    """The plans, places and look-ups that decide what is shown added up."""
    plans = _plans(programme, measure)
    shown = [(plan.id, plan.areas, plan.comparison, plan.start, plan.design, plan.chosen) for plan in plans]
    held = [facts.sha256 for facts in facts_of(programme)]
    parts = [VERSION, measure.id, measure.lag, measure.breaks, programme.framework.areas, shown, held]
    return hashlib.sha256(to_json(parts).encode()).hexdigest()


def _protected(now: Edition, earlier: Sequence[Edition], profile: Profile) -> tuple[Mask, int]:
    """The mask, and how many small numbers are exposed in spite of it; where any is, nothing at all is shown."""
    try:
        return protect_family(now, earlier, profile), 0
    except KnownAlready as known:
        return Mask(frozenset(now.counts), frozenset(now.counts), frozenset(now.together)), int(known.cells.sum())
