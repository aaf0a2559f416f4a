"""Notes and stories in words."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.learning.stories import BorneOut
from evaluation.model.learning import CycleStep, Visible, Voice
from evaluation.model.stories import StoryKind
from evaluation.words.notes import STEPS, STORIES, VISIBLE, VOICES, bearing_out, cycle, had_already, heard


def test_every_choice_has_its_words() -> None:
    assert set(VISIBLE) == set(Visible)
    assert set(VOICES) == set(Voice)
    assert set(STEPS) == set(CycleStep)
    assert set(STORIES) == set(StoryKind)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (BorneOut(0, 0), "Nobody else who knows has been asked yet."),
        (BorneOut(1, 0), "Borne out by 1 person who knows."),
        (BorneOut(0, 2), "Not borne out: 2 people who know say otherwise."),
        (BorneOut(2, 1), "Borne out by 2 people who know; 1 person who knows says otherwise."),
    ],
)
def test_how_far_a_story_is_borne_out(found: BorneOut, said: str) -> None:
    assert bearing_out(found).replace("\u00a0", " ") == said


def test_how_many_were_heard() -> None:
    assert heard(Voice.CHILD, 1).replace("\u00a0", " ") == "1 child"
    assert heard(Voice.PARENT, 3).replace("\u00a0", " ") == "3 parents or carers"
    assert heard(Voice.COMMUNITY, None) == "somebody from the community"


def test_a_cycle_and_a_note_that_was_there() -> None:
    assert cycle(2, CycleStep.STUDY) == "cycle 2, study"
    assert had_already(date(2026, 3, 4)).startswith("We had this note already: it was kept on 4")
