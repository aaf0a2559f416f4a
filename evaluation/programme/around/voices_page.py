"""Who was heard: missing voices first, then how many of whom and where, families apart from the workforce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from evaluation import store
from evaluation.disclosure.rule import Profile, profile_of
from evaluation.learning import FAMILIES, VOICES, Heard, missing_voices, shown_once, who_was_heard
from evaluation.model.around import Engagement
from evaluation.model.in_use import in_use
from evaluation.model.learning import Voice
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released, Table
from evaluation.programme.around.voices_corrected import OwnOccasion, may_correct, own_occasion
from evaluation.programme.around.voices_hidden import Counts, counts_of, told
from evaluation.programme.around.voices_tables import NO_AREA, Place, area_names, occasions_table, places_table
from evaluation.programme.days import today
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.releasing import release
from evaluation.store import Stored
from evaluation.words.around import how_many, no_voice

_WHOLE: Final = "The programme as a whole"


@dataclass(frozen=True, slots=True)
class VoicesPage:
    """Who was heard. `missing` names the voices nobody heard, `counts` how many of each voice, children first.

    `places` has a row an area (a prototype, where it is about the whole programme);
    `families` and `workforce` a row an occasion, the latest first; `own` are those that
    whoever asks may correct here.
    """

    missing: tuple[str, ...]
    counts: tuple[str, ...]
    places: Released[Table]
    families: Released[Table]
    workforce: Released[Table]
    is_empty: bool
    own: tuple[OwnOccasion, ...] = ()


def voices_page(programme: Programme, prototype: str | None = None) -> Released[VoicesPage]:
    """Who was heard for one prototype, or in the whole programme. Raises UsageError for one there is not."""
    plan = programme.prototype(prototype) if prototype else None
    known = history(programme)
    rows = shown_once(store.rows(programme.store, Kind.ENGAGEMENT, as_at=programme.as_at))
    everybody = who_was_heard(rows, known.entries, known.stories)
    profile = None if programme.true_values else profile_of(programme.framework)
    counts = counts_of(everybody, profile)
    heard = [each for each in everybody if plan is None or each.prototype == plan.id]
    own = [row for row in rows if plan is None or row.noun.prototype == plan.id]
    of: Place = (plan.id,) if plan else ()
    page = VoicesPage(
        missing=_missing_in(programme, plan, heard) if plan else _missing_about(programme, heard),
        counts=tuple(_how_many(counts, (voice, *of), profile) for voice in VOICES),
        places=places_table(programme, "Where" if plan else "About", _places(programme, plan, heard), counts),
        families=occasions_table(programme, own, counts, FAMILIES),
        workforce=occasions_table(programme, own, counts, (Voice.PRACTITIONER,)),
        is_empty=not heard,
        own=tuple(own_occasion(row, counts, profile) for row in reversed(own) if _corrects(programme, row, plan)),
    )
    return release(programme, page)


def _how_many(counts: Counts, key: tuple[Voice, *Place], profile: Profile | None) -> str:
    people = told(key[0], counts.people.get(key, 0), profile) or 0
    return how_many(key[0], people, counts.left_out(key), profile.below if profile else 0)


def _corrects(programme: Programme, row: Stored[Engagement], plan: Prototype | None) -> bool:
    """Whether this person may correct it on this page: what was heard for a prototype, on that prototype's."""
    return row.noun.prototype == (plan.id if plan else None) and may_correct(row, programme.actor, plan)


def _missing_in(programme: Programme, plan: Prototype, heard: Sequence[Heard]) -> tuple[str, ...]:
    """The voices missing in the test areas of a prototype."""
    names, areas = area_names(programme), plan.test_areas
    return tuple(
        no_voice(each.voice, [names.get(area, area) for area in each.areas], many=len(areas), of="test areas")
        for each in missing_voices(heard, areas)
    )


def _missing_about(programme: Programme, heard: Sequence[Heard]) -> tuple[str, ...]:
    """The voices missing about whole prototypes."""
    now = today(programme)
    plans = {plan.id: plan.name for plan in programme.declarations.prototypes if in_use(plan, now)}
    about = [replace(each, area=each.prototype) for each in heard]
    return tuple(
        no_voice(each.voice, [plans[plan] for plan in each.areas], many=len(plans), of="prototypes", said="on")
        for each in missing_voices(about, plans)
    )


def _places(programme: Programme, plan: Prototype | None, heard: Sequence[Heard]) -> dict[str, Place]:
    """The areas of a prototype in which somebody was heard, or the prototypes on which, by name; no one area last."""
    if plan is not None:
        names, there = area_names(programme), {each.area for each in heard}
        found = {names.get(area, area): (plan.id, area) for area in there if area is not None}
        return dict(sorted(found.items())) | ({NO_AREA: (plan.id, None)} if None in there else {})
    plans, there = {one.id: one.name for one in programme.declarations.prototypes}, {each.prototype for each in heard}
    about = {plans.get(one, one): (one,) for one in there if one is not None}
    return dict(sorted(about.items())) | ({_WHOLE: (None,)} if None in there else {})
