from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from evaluation.learning import FAMILIES, Heard, Missing, missing_voices, who_was_heard
from evaluation.model.around import Engagement
from evaluation.model.learning import Entry, EntryKind, Voice
from evaluation.model.references import Reference
from evaluation.model.stories import Story

DAY = date(2026, 3, 4)


@dataclass(frozen=True)
class Said:
    reference: Reference
    noun: Any
    amends: Reference | None = None


def engagement(
    number: int = 1, voice: Voice = Voice.PARENT, heard: int = 9, area: str | None = "A", **more: Any
) -> Said:
    noun = Engagement(voice, heard, DAY, "Focus group", area, "one-team", **more)
    return Said(Reference.parse(f"engagement:{number}"), noun)


def note(
    number: int = 2, voice: Voice | None = Voice.PARENT, heard: int | None = 3, area: str | None = "A", on: date = DAY
) -> Said:
    noun = Entry("one-team", EntryKind.NOTE, on, "They said so.", voice=voice, heard=heard, area=area)
    return Said(Reference.parse(f"entry:{number}"), noun)


def story(number: int = 3, voice: Voice = Voice.PARENT, area: str | None = "A", on: date = DAY) -> Said:
    noun = Story("one-team", on, voice, agreed=True, recorded_by="Ann", told="It was so.", area=area)
    return Said(Reference.parse(f"story:{number}"), noun)


def people(heard: tuple[Heard, ...]) -> int:
    return sum(each.people for each in heard)


def test_the_workforce_is_no_part_of_families() -> None:
    assert Voice.PRACTITIONER not in FAMILIES
    heard = who_was_heard([engagement(voice=Voice.PRACTITIONER, heard=150)])
    assert [each.voice for each in missing_voices(heard)] == [Voice.CHILD, Voice.PARENT, Voice.COMMUNITY]


def test_what_was_heard_in_a_focus_group_is_not_counted_again_as_a_note_or_a_story() -> None:
    assert people(who_was_heard([engagement()], [note()], [story()])) == 9
    assert people(who_was_heard([], [note()], [story()])) == 3
    assert people(who_was_heard([], [], [story()])) == 1


def test_another_day_area_or_voice_is_another_occasion() -> None:
    others = [note(2, on=date(2026, 3, 5)), note(3, area="B"), note(4, voice=Voice.CHILD)]
    assert people(who_was_heard([engagement()], others)) == 9 + 3 * 3


def test_a_note_with_a_voice_and_no_number_counts_one_and_one_without_a_voice_nobody() -> None:
    assert people(who_was_heard([], [note(heard=None)])) == 1
    assert who_was_heard([], [note(voice=None, heard=None)]) == ()


def test_a_corrected_engagement_counts_once_as_corrected() -> None:
    corrected = Said(Reference.parse("engagement:5"), engagement(heard=11).noun, Reference.parse("engagement:1"))
    assert people(who_was_heard([engagement(), corrected])) == 11


def test_missing_voices_are_named_children_first_and_by_area() -> None:
    heard = who_was_heard(
        [engagement(), engagement(4, Voice.COMMUNITY, area=None), engagement(5, Voice.PRACTITIONER, area="B")]
    )
    assert missing_voices(heard, ["A", "B"]) == (
        Missing(Voice.CHILD),
        Missing(Voice.PARENT, ("B",)),
        Missing(Voice.COMMUNITY, ("A", "B")),
    )


def test_nobody_heard_misses_every_voice() -> None:
    assert missing_voices([], ["A"]) == tuple(Missing(voice) for voice in (*FAMILIES, Voice.PRACTITIONER))
