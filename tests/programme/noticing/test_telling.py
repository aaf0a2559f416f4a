"""Stories: kept with their teller's agreement, and borne out by others."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.model.learning import Visible, Voice
from evaluation.model.people import Actor, Role
from evaluation.model.stories import StoryKind
from evaluation.problems import UsageError
from evaluation.programme import Programme, Receipt, StoppedTextError, bear_out, redact, stories_page, tell_story
from evaluation.words import breakable
from tests.programme.conftest import OFFICER, acting_as

JOAN = Actor("joan-pell", "Joan Pell", Role.MEMBER)


def tell(programme: Programme, key: str = "a", **said: Any) -> Receipt:
    story: dict[str, Any] = {"told": "She knew me.", "voice": Voice.PARENT, "agreed": True, **said}
    return tell_story(programme, prototype="one-team", request_key=key, **story).content


def test_a_story_is_read_with_whose_voice_it_is_and_who_wrote_it_down(programme: Programme) -> None:
    tell(programme, about="question:know-who", area="Area 1")
    (line,) = stories_page(programme, "one-team").content.lines
    assert (line.told, line.voice, line.recorded_by) == ("She knew me.", "a parent or carer", "Ann Lead")
    assert line.further == (("About", "Do parents know who to call?"), ("Where", "Area 1"))
    assert line.borne_out == "Nobody else who knows has been asked yet."


def test_without_the_persons_agreement_nothing_is_kept(programme: Programme) -> None:
    with pytest.raises(UsageError, match="only if the person who told it agreed") as failed:
        tell(programme, agreed=False)
    assert [problem.code for problem in failed.value.problems] == ["not-agreed"]
    assert stories_page(programme, "one-team").content.lines == ()


@pytest.mark.parametrize(
    ("kind", "box"),
    [
        (StoryKind.OUTCOME_HARVEST, "How did the prototype have a part in it?"),
        (StoryKind.MOST_SIGNIFICANT_CHANGE, "Why does it matter most?"),
    ],
)
def test_each_way_of_asking_asks_for_its_own_box(programme: Programme, kind: StoryKind, box: str) -> None:
    with pytest.raises(UsageError) as failed:
        tell(programme, kind=kind)
    assert box in str(failed.value)
    tell(programme, kind=kind, contributed="By the list.", matters="She rang.")
    (line,) = stories_page(programme, "one-team").content.lines
    assert box in {what for what, _ in line.further}


@pytest.mark.parametrize("field", ["told", "contributed", "matters", "recorded_by"])
def test_what_could_identify_someone_stops_the_story(programme: Programme, field: str) -> None:
    with pytest.raises(StoppedTextError):
        tell(programme, **{field: "Ring 07700 900123."})


def test_a_statement_or_an_area_there_is_not_is_named(programme: Programme) -> None:
    for wrong in ({"success": "nobody-said"}, {"area": "Atlantis"}, {"about": "question:nobody-asked"}):
        with pytest.raises(UsageError):
            tell(programme, **wrong)


def test_the_same_story_by_two_doors_is_one(programme: Programme) -> None:
    first, second = tell(programme, "page"), tell(programme, "command")
    assert first.reference == second.reference
    assert breakable(second.sentence) == "We had this story already: it was kept on 3 June, and stands once."


def test_others_who_know_bear_it_out_or_do_not(programme: Programme) -> None:
    story = str(tell(programme).reference)
    for key, who, confirms in (("a", "Health visitor", True), ("b", "Midwife", True), ("c", "Nursery manager", False)):
        bear_out(programme, story=story, confirms=confirms, who=who, said="I was there.", request_key=key)
    (line,) = stories_page(programme, "one-team").content.lines
    assert breakable(line.borne_out) == "Borne out by 2 people who know; 1 person who knows says otherwise."
    assert line.words[2] == ("Nursery manager, no", "I was there.")


def test_whoever_wrote_it_down_does_not_bear_it_out(programme: Programme) -> None:
    story = str(tell(programme).reference)
    for who in ("", "ann  LEAD"):
        with pytest.raises(UsageError, match="Say whose word it is"):
            bear_out(programme, story=story, confirms=True, who=who, said="", request_key="b")


def test_nobody_bears_out_what_they_may_not_see(programme: Programme) -> None:
    story = str(tell(programme, visible=Visible.ME).reference)
    with pytest.raises(UsageError, match="no story you may see"):
        bear_out(acting_as(programme, JOAN), story=story, confirms=True, who="Midwife", said="", request_key="b")


def test_an_officer_takes_a_story_out(programme: Programme) -> None:
    story = str(tell(programme).reference)
    redact(acting_as(programme, OFFICER), target=story, reason="Named.", second_name="Bo Boss", request_key="r")
    (line,) = stories_page(programme, "one-team").content.lines
    assert line.told == "[removed]"
