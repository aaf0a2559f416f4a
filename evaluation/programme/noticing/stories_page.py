"""The stories of a prototype, newest first, each with how far others who know bear it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation import store
from evaluation.learning import borne_out, shown_once, standing
from evaluation.model.learning import Visible
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.model.stories import Story, Substantiation
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.notes_page import about_in_words
from evaluation.programme.releasing import release
from evaluation.programme.seeing import is_masked, seen_rows
from evaluation.store import Stored
from evaluation.words import counted, day
from evaluation.words.notes import ASKED, STORIES, VISIBLE, VOICES, bearing_out


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as it is read. `borne_out` says how far, `words` what each said who was asked: who, and what."""

    reference: Reference
    on: str
    kind: str
    voice: str
    told: str
    further: tuple[tuple[str, str], ...]
    recorded_by: str
    borne_out: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """The stories of one prototype, and what to call them."""

    prototype: str
    headline: str
    lines: tuple[StoryLine, ...]


def stories_page(programme: Programme, prototype: str) -> Released[StoriesPage]:
    """The stories about one prototype that this person may see. Raises UsageError where there is no such prototype."""
    plan = programme.prototype(prototype)
    told = [row for row in stories(programme) if row.noun.prototype == plan.id]
    said = store.rows(programme.store, Kind.SUBSTANTIATION, as_at=programme.as_at)
    newest_first = sorted(told, key=lambda row: (row.noun.on, row.number), reverse=True)
    lines = tuple(_line(programme, plan, row, said) for row in newest_first)
    headline = f"What people told us: {counted(len(lines), 'story', 'stories')}" if lines else "What people told us"
    return release(programme, StoriesPage(plan.id, headline, lines))


def stories(programme: Programme) -> tuple[Stored[Story], ...]:
    """The stories as they stand, of all prototypes, without those kept from view."""
    return tuple(row for row in shown_once(seen_rows(programme, Kind.STORY)) if not is_masked(row.noun))


def _line(
    programme: Programme, plan: Prototype, row: Stored[Story], said: Sequence[Stored[Substantiation]]
) -> StoryLine:
    story = row.noun
    theirs = [each.noun for each in standing(said) if each.noun.story == row.reference]
    return StoryLine(
        reference=row.reference,
        on=day(story.on),
        kind=STORIES[story.kind],
        voice=VOICES[story.voice],
        told=story.told,
        further=_further(programme, plan, story),
        recorded_by=story.recorded_by,
        borne_out=bearing_out(borne_out(row.reference, said)),
        words=tuple((f"{each.who}, {'yes' if each.confirms else 'no'}", each.said) for each in theirs),
    )


def _further(programme: Programme, plan: Prototype, story: Story) -> tuple[tuple[str, str], ...]:
    """What stands beside what was told; what was not said is left out."""
    areas = {area.code: area.name for area in programme.framework_of(plan).areas}
    success = {statement.id: statement.text for statement in plan.success}
    lines = (
        *((box, getattr(story, field)) for field, box in ASKED.values()),
        ("About", about_in_words(plan, story.about)),
        ("Speaks to", success.get(story.success or "", "")),
        ("Where", areas.get(story.area or "", story.area or "")),
        ("May see it", "" if story.visible is Visible.GROUP else VISIBLE[story.visible]),
    )
    return tuple((what, said) for what, said in lines if said)
