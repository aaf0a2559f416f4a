"""What is said of a programme as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.model.framework import Phase
from evaluation.words import breakable
from evaluation.words.programme import due_again, facts_found, from_to, missing, named, phase_now, stands, stories

TODAY = date(2026, 6, 3)
DESIGN = Phase("design", "Design", date(2025, 1, 1), date(2026, 6, 3))
TRYING = Phase("trying", "Prototypes", date(2026, 6, 3))
LATER = Phase("later", "Spreading", date(2027, 4, 1))


@pytest.mark.parametrize(
    ("phases", "said"),
    [
        ((DESIGN, TRYING, LATER), "Phase now: Prototypes, since 3 June 2026."),
        ((DESIGN, LATER), "Between phases: Spreading begins on 1 April 2027."),
        ((DESIGN,), "No phase is running now."),
        ((Phase("strategy", "Strategy"),), "No phase is running now."),
        ((), ""),
    ],
)
def test_the_phase_now(phases: tuple[Phase, ...], said: str) -> None:
    assert breakable(phase_now(phases, TODAY)) == said


def test_two_phases_may_run_at_once() -> None:
    both = (TRYING, Phase("design-2", "Design", date(2026, 1, 5)))
    assert (
        breakable(phase_now(both, TODAY))
        == "Phase now: Prototypes, since 3 June 2026 and Design, since 5 January 2026."
    )


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2019, 9, 1), date(2020, 3, 1), "1 September 2019 to 29 February 2020"),
        (date(2021, 4, 1), None, "from 1 April 2021"),
        (None, date(2025, 4, 1), "until 31 March 2025"),
        (None, None, "no dates yet"),
    ],
)
def test_from_when_to_when(start: date | None, end: date | None, said: str) -> None:
    assert breakable(from_to(start, end)) == said


def test_what_is_missing_is_counted() -> None:
    assert breakable(missing(3, 10, "driver", "no prototype yet")) == "3 of 10 drivers have no prototype yet"
    assert breakable(missing(1, 4, "theme", "no prototype yet")) == "1 of 4 themes has no prototype yet"
    assert breakable(missing(0, 1, "outcome", "no measure yet")) == "1 outcome, nothing missing"


def test_names_that_hold_commas_are_parted_by_semicolons() -> None:
    assert named("Nothing in", ["North", "South"]) == "Nothing in: North and South."
    assert named("Not moved", ["Few words, plainly", "One list."]) == "Not moved: Few words, plainly; One list."
    assert named("Nothing in", []) == ""
    assert named("Nothing in", ["a,", *"bcd"], most=2) == "Nothing in: a,; b; and 2 more."


def test_when_a_group_is_due_again() -> None:
    assert breakable(due_again(TODAY, TODAY)) == "by 3 June 2026"
    assert breakable(due_again(date(2026, 6, 2), TODAY)) == "was due by 2 June 2026"


def test_how_questions_stand() -> None:
    assert stands(2, 1, 1, 1) == "2 answered, 1 evidence both ways, 1 open, 1 overdue"
    assert stands(0, 0, 0, 0) == "no questions"


def test_stories_and_facts_are_counted() -> None:
    assert breakable(stories(1, TODAY)) == "a story of 3 June 2026"
    assert breakable(stories(2, TODAY)) == "2 stories, the latest of 3 June 2026"
    assert stories(0, None) == ""
    assert breakable(facts_found(10, 10)) == "10 facts, none of which says out of how many"
    assert breakable(facts_found(10, 9)) == "10 facts, 1 of which says out of how many"
    assert breakable(facts_found(1, 0)) == "1 fact, which says out of how many"
