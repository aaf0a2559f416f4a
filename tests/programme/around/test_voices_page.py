from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from evaluation.model.learning import Voice
from evaluation.model.people import Actor, Role
from evaluation.model.release import HIDDEN
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    StoppedTextError,
    add_engagement,
    add_note,
    notes,
    open_programme,
    voices_page,
)
from tests.programme.conftest import LEAD, NOW, acting_as
from tests.small import write_programme


def heard(
    programme: Programme, key: str, many: int, voice: Voice = Voice.PARENT, area: str | None = "X01", **more: Any
) -> str:
    said = {"prototype": "one-team", "how": "Focus group", "said": "It is easier now."} | more
    kept = add_engagement(programme, voice=voice, heard=many, area=area, request_key=key, **said)
    return str(kept.content.reference)


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_missing_voices_are_named_first_and_children_first(programme: Programme) -> None:
    heard(programme, "a", 12)
    page = voices_page(programme, "one-team").content
    assert page.missing == (
        "No child has been heard yet.",
        "No parent or carer has been heard in Area 2 and Area 3 yet.",
        "No one in the community has been heard yet.",
        "No practitioner has been heard yet.",
    )
    assert [count.replace("\u00a0", " ") for count in page.counts] == [
        "Children: none yet",
        "Parents and carers: 12",
        "Community: none yet",
        "Practitioners: none yet",
    ]


def test_practitioners_are_no_families_and_stand_apart(programme: Programme) -> None:
    heard(programme, "a", 3, Voice.PRACTITIONER)
    page = voices_page(programme, "one-team").content
    assert page.families.content.rows == ()
    (row,) = page.workforce.content.rows
    assert row[4] == 3
    assert page.places.content.rows == (("Area 1", 0, 0, 0, 3, 0),)


def test_a_lone_parent_in_a_named_area_is_hidden_and_in_no_sum(programme: Programme) -> None:
    heard(programme, "a", 1)
    heard(programme, "b", 20, area="X02")
    heard(programme, "c", 2, area="X02", on=NOW.date() - timedelta(days=1))
    page = voices_page(programme, "one-team").content
    assert [(row[0], row[2], row[5]) for row in page.places.content.rows] == [("Area 1", HIDDEN, 1), ("Area 2", 20, 1)]
    assert plainly(page.counts[1]) == "Parents and carers: 20, and fewer than 5 on each of 2 occasions"
    assert [row[4] for row in page.families.content.rows if row[3] == "Area 1"] == [HIDDEN]


def test_what_is_hidden_of_a_prototype_is_hidden_in_the_whole_programme(programme: Programme) -> None:
    heard(programme, "a", 1)
    heard(programme, "b", 20, prototype=None, area=None)
    whole = voices_page(programme).content
    assert {row[0]: row[2] for row in whole.places.content.rows} == {
        "One team": HIDDEN,
        "The programme as a whole": 20,
    }
    assert plainly(whole.counts[1]) == "Parents and carers: 20, and fewer than 5 on 1 occasion"


# The same weeks as somebody wrote them down: a few of a voice (None) or many, by which door, of whom, and where.
WEEKS: Sequence[tuple[int | None, str, Voice, str]] = (
    (30, "heard", Voice.CHILD, "X01"),
    (None, "heard", Voice.CHILD, "X01"),
    (None, "note", Voice.CHILD, "X01"),
    (12, "note", Voice.PARENT, "X02"),
    (None, "heard", Voice.PARENT, "X02"),
    (None, "heard", Voice.COMMUNITY, "X03"),
    (2, "heard", Voice.PRACTITIONER, "X01"),
)


def seen_of(folder: Path, few: Sequence[int]) -> list[object]:
    """All that anybody can see of who was heard, on the evening of each week, where the few were these."""
    settings = Settings.from_environment({}, folder=write_programme(folder))
    programme = open_programme(settings, actor=LEAD, clock=lambda: NOW)
    try:
        return list(_week_by_week(programme, iter(few)))
    finally:
        programme.store.close()


def _week_by_week(programme: Programme, left: Iterator[int]) -> Iterator[object]:
    for week, (many, door, voice, area) in enumerate(WEEKS):
        on = NOW.date() - timedelta(weeks=len(WEEKS) - week)
        people = next(left) if many is None else many
        if door == "heard":
            heard(programme, f"{week}", people, voice, area, on=on)
        else:
            add_note(
                programme, prototype="one-team", noticed=f"In week {week}.", voice=voice, heard=people, area=area,
                on=on, request_key=f"{week}",
            )  # fmt: skip
        yield from (voices_page(programme, "one-team"), voices_page(programme), notes(programme))


@pytest.mark.parametrize("few", [(1, 2, 3, 4), (2, 1, 4, 1), (4, 4, 1, 3)])
def test_last_months_page_taken_from_this_months_gives_no_small_number_away(tmp_path: Path, few: Sequence[int]) -> None:
    """Whatever the small numbers are, every page of every week is the same: nobody can tell which they were."""
    assert seen_of(tmp_path / "one", (1, 1, 1, 1)) == seen_of(tmp_path / "other", few)


def test_on_the_stores_own_machine_nothing_is_hidden(programme: Programme) -> None:
    heard(programme, "a", 1)
    page = voices_page(replace(programme, true_values=True), "one-team").content
    assert page.places.content.rows == (("Area 1", 0, 1, 0, 0, 0),)


def test_a_number_that_was_not_counted_says_about(programme: Programme) -> None:
    heard(programme, "a", 150, Voice.PRACTITIONER, how="11 focus groups", is_about=True, source="Committee report")
    (row,) = voices_page(programme, "one-team").content.workforce.content.rows
    assert (row[2], row[4], row[6]) == ("11 focus groups (about)", 150, "Committee report")


def test_a_correction_takes_its_place(programme: Programme) -> None:
    heard(programme, "b", 14, amends=heard(programme, "a", 12))
    assert "14" in voices_page(programme, "one-team").content.counts[1]


def test_nobody_heard_yet_says_so(programme: Programme) -> None:
    assert voices_page(programme, "one-team").content.is_empty
    assert voices_page(programme).content.missing[0] == "No child has been heard yet."


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"many": 0}, "number-out-of-range"), ({"how": " "}, "empty-note"), ({"area": "X99"}, "unknown-area")],
)
def test_what_cannot_be_is_refused(programme: Programme, wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageError, match=rf"\[{code}\]"):
        heard(programme, "a", **({"many": 12} | wrong))


def test_what_could_identify_someone_is_not_kept(programme: Programme) -> None:
    with pytest.raises(StoppedTextError):
        heard(programme, "a", 12, said="She lives at CB1 1PT.")


def test_a_reader_writes_down_nobody(programme: Programme) -> None:
    with pytest.raises(UsageError, match="may not write down who was heard"):
        heard(acting_as(programme, Actor("ray", "Ray Reader", Role.READER)), "a", 12)


def test_the_same_submission_twice_counts_once(programme: Programme) -> None:
    assert heard(programme, "same", 12) == heard(programme, "same", 12)
    assert "12" in voices_page(programme, "one-team").content.counts[1]
