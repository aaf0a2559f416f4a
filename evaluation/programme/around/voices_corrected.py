"""What was written down of who was heard before it was corrected; and who may correct it.

A number that is small, or that differs by few from the one that stands, is told as little
as the one that stands would be: between them they say how many were counted otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from evaluation.disclosure.rule import Profile, is_too_small
from evaluation.learning import FAMILIES
from evaluation.model.around import Engagement
from evaluation.model.learning import REMOVED, Voice
from evaluation.model.people import Actor
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.release import HIDDEN
from evaluation.programme.around.voices_hidden import Counts
from evaluation.programme.seeing import team_of
from evaluation.store import Stored
from evaluation.words import day
from evaluation.words.around import VOICES, corrected_since

Versions = Mapping[Reference, Stored[Engagement]]


@dataclass(frozen=True, slots=True)
class OwnOccasion:
    """What a person may correct, as it stands; `people` is None where the number is hidden."""

    reference: Reference
    voice: Voice
    people: int | None
    is_about: bool
    how: str
    area: str | None
    on: date
    said: str
    source: str


def own_occasion(row: Stored[Engagement], counts: Counts, profile: Profile | None) -> OwnOccasion:
    """It, with its number as far as it may be seen: whoever gives a name is believed."""
    noun, people = row.noun, counts.shown(row.reference)
    is_rounded = profile is not None and profile.round_to is not None and noun.voice in FAMILIES
    seen = people if isinstance(people, int) and not is_rounded else None
    return OwnOccasion(
        row.reference, noun.voice, seen, noun.is_about, noun.how, noun.area, noun.on, noun.said, noun.source
    )


def may_correct(row: Stored[Engagement], actor: Actor | None, plan: Prototype | None) -> bool:
    """Whether this person may: whoever wrote it down, and the team of its prototype."""
    if actor is None:
        return False
    return row.actor.id == actor.id or (plan is not None and actor.id in team_of(plan))


def corrections(
    row: Stored[Engagement], versions: Versions, counts: Counts, profile: Profile | None, areas: Mapping[str, str]
) -> str:
    """What each correction changed, the latest first; empty where there was none. No profile hides nothing."""
    is_hidden = profile is not None and counts.shown(row.reference) is HIDDEN
    said, now = [], row
    while now.amends is not None and (before := versions.get(now.amends)) is not None:
        tells = not is_hidden and _may_tell(before.noun, row.noun, profile)
        changed = list(_changed(before.noun, now.noun, areas, tells=tells))
        said.append(corrected_since(now.recorded_at.date(), changed))
        now = before
    return " ".join(said)


def _may_tell(before: Engagement, stands: Engagement, profile: Profile | None) -> bool:
    if profile is None or not {before.voice, stands.voice} & set(FAMILIES):
        return True
    return profile.round_to is None and not (
        is_too_small(before.heard, profile) or is_too_small(abs(before.heard - stands.heard), profile)
    )


def _changed(before: Engagement, after: Engagement, areas: Mapping[str, str], *, tells: bool) -> Iterator[str]:
    """What stood there and stands there no longer."""
    if before.voice is not after.voice:
        yield VOICES[before.voice][0]
    if (before.heard, before.is_about) != (after.heard, after.is_about):
        about = "about " if before.is_about else ""
        yield f"{about}{before.heard:,}" if tells else "another number"
    if before.area != after.area:
        yield areas.get(before.area or "", before.area or "no one area")
    if before.on != after.on:
        yield day(before.on)
    for text, now in ((before.how, after.how), (before.said, after.said), (before.source, after.source)):
        if text not in ("", REMOVED, now):
            yield f'"{text}"'
