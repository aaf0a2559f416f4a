from __future__ import annotations

import pytest

from evaluation.problems import UsageError
from evaluation.programme import Programme, StoppedTextError, add_note, notes, nothing_new, say_more
from tests.programme.conftest import EVALUATOR, acting_as


def test_further_boxes_stand_on_the_same_note_with_what_it_is_about(programme: Programme) -> None:
    about = "question:know-who"
    first = add_note(programme, prototype="one-team", noticed="She rang once.", about=about, request_key="a").content
    say_more(programme, note=str(first.reference), expected="Three calls.", request_key="b")
    (line,) = notes(programme).content
    assert (line.noticed, line.expected) == ("She rang once.", "Three calls.")
    assert line.about == "Do parents know who to call?"


def test_a_box_left_empty_stays_as_it_was(programme: Programme) -> None:
    first = add_note(programme, prototype="one-team", noticed="One.", expected="None.", request_key="a").content
    second = say_more(programme, note=str(first.reference), next_step="Ask why.", request_key="b").content
    (line,) = notes(programme).content
    assert (line.reference, line.expected, line.next_step) == (second.reference, "None.", "Ask why.")


def test_nobody_adds_to_the_note_of_somebody_else(programme: Programme) -> None:
    first = add_note(programme, prototype="one-team", noticed="One.", request_key="a").content
    with pytest.raises(UsageError, match="Only your own note"):
        say_more(acting_as(programme, EVALUATOR), note=str(first.reference), expected="Two.", request_key="b")


def test_nothing_new_has_nothing_to_add_to(programme: Programme) -> None:
    first = nothing_new(programme, prototype="one-team", request_key="a").content
    with pytest.raises(UsageError, match="Only your own note"):
        say_more(programme, note=str(first.reference), expected="Two.", request_key="b")


def test_what_could_identify_someone_is_stopped_here_too(programme: Programme) -> None:
    first = add_note(programme, prototype="one-team", noticed="One.", request_key="a").content
    with pytest.raises(StoppedTextError):
        say_more(programme, note=str(first.reference), expected="Ring 07700 900123.", request_key="b")
    assert [line.expected for line in notes(programme).content] == [""]
