"""A guess is kept before its period begins, and not after."""

from __future__ import annotations

import math
from typing import Any

import pytest

from evaluation import store
from evaluation.model.people import Actor, Role
from evaluation.model.predictions import Likelihood
from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import Programme, guess_choices, guesses_page, verify
from evaluation.programme.noticing.recording import StoppedTextError
from tests.programme.conftest import CHAIR, LEAD, acting_as
from tests.programme.guessed import bring_in, figures, guessing, on_day

READER = Actor("rea", "Rea Reader", Role.READER)


def problems(refused: UsageError) -> list[str]:
    return [problem.code for problem in refused.problems]


def test_a_guess_is_sealed_with_the_plan_it_was_made_under(programme: Programme) -> None:
    reference = guessing(programme, low=0.6, high=0.7, why="The list is kept.")
    row = store.get(programme.store, reference)
    assert row is not None
    assert (row.noun.at_least, row.noun.low, row.noun.high, row.noun.why) == (0.65, 0.6, 0.7, "The list is kept.")
    assert (row.actor.id, row.recorded_at.date(), row.noun.period) == (LEAD.id, row.noun.on, "2026-07")
    assert store.declaration(programme.store, row.plan or "") == programme.prototype("one-team")
    assert verify(programme).problems == ()


@pytest.mark.parametrize(
    ("day", "when"), [((2026, 7, 1), "2026-07"), ((2026, 7, 31), "2026-07"), ((2026, 12, 1), "2025-01")]
)
def test_a_guess_after_its_window_opened_is_refused_and_told_what_is_still_open(
    programme: Programme, day: tuple[int, int, int], when: str
) -> None:
    later = on_day(programme, *day)
    with pytest.raises(UsageError) as refused:
        guessing(later, when=when)
    (problem,) = refused.value.problems
    assert problem.code == "window-open"
    assert problem.why.startswith("It began on 1")
    assert f"(2026-{8 if day[1] == 7 else 13:02d})" in problem.mend or "(2027-01)" in problem.mend
    assert store.rows(programme.store, Kind.PREDICTION) == ()


def test_the_day_before_its_period_begins_is_early_enough(programme: Programme) -> None:
    guessing(on_day(programme, 2026, 6, 30))


def test_a_period_some_of_whose_figures_are_here_is_known(programme: Programme) -> None:
    bring_in(programme, figures("2026-08", 70, only=1))
    with pytest.raises(UsageError) as refused:
        guessing(programme, when="2026-08")
    assert refused.value.problems[0].why == "Some of its figures are here already."


def test_a_later_guess_of_the_same_person_replaces_the_earlier(programme: Programme) -> None:
    first = guessing(programme, at_least=0.65)
    second = guessing(programme, at_least=0.7)
    guessing(programme, actor=CHAIR, at_least=0.7)
    guessing(programme, when="2026-08")
    row = store.get(programme.store, second)
    assert row is not None
    assert row.amends == first
    july = on_day(programme, 2026, 7, 1)
    assert [one.guessed.replace("\u00a0", " ") for one in guesses_page(july).content.waiting] == [
        "Reviews on time: at least 70 in every 100, July 2026",
        "Reviews on time: at least 70 in every 100, July 2026",
        "Reviews on time: at least 65 in every 100, August 2026",
    ]


def test_once_the_window_opened_it_can_no_longer_be_changed(programme: Programme) -> None:
    first = guessing(programme, at_least=0.65)
    with pytest.raises(UsageError, match="too late"):
        guessing(on_day(programme, 2026, 7, 1), at_least=0.1)
    (row,) = store.rows(programme.store, Kind.PREDICTION)
    assert row.reference == first


def test_the_same_request_twice_is_one_guess(programme: Programme) -> None:
    assert guessing(programme, key="once") == guessing(programme, key="once")
    assert len(store.rows(programme.store, Kind.PREDICTION)) == 1


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"at_least": 80.0}, "number-out-of-range"),
        ({"at_least": -0.1}, "number-out-of-range"),
        ({"at_least": math.nan}, "number-out-of-range"),
        ({"at_least": math.inf}, "number-out-of-range"),
        ({"low": 0.5, "high": 1.2}, "number-out-of-range"),
        ({"when": "July"}, "bad-period"),
        ({"when": "2026-Q3"}, "bad-period"),
        ({"at_least": None}, ""),
        ({"at_most": 0.7}, ""),
        ({"low": 0.5}, ""),
        ({"low": 0.7, "high": 0.6}, ""),
    ],
)
def test_what_is_no_guess_is_refused_in_words(programme: Programme, wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageError) as refused:
        guessing(programme, **wrong)
    assert problems(refused.value) == ([code] if code else [])
    assert refused.value.sentence
    assert store.rows(programme.store, Kind.PREDICTION) == ()


def test_a_measure_the_plan_does_not_use_is_refused(programme: Programme) -> None:
    from evaluation.programme import guess  # noqa: PLC0415 - beside the helper of the same act

    with pytest.raises(UsageError, match="no measure"):
        guess(
            programme, prototype="one-team", measure="gld", when="2026-07",
            likelihood=Likelihood.EVEN, at_least=0.5, request_key="x",
        )  # fmt: skip


def test_readers_do_not_guess_and_nobody_guesses_unnamed(programme: Programme) -> None:
    with pytest.raises(UsageError, match="may not guess beforehand"):
        guessing(programme, actor=READER)


def test_text_that_could_identify_someone_stops_the_guess(programme: Programme) -> None:
    with pytest.raises(StoppedTextError):
        guessing(programme, why="Because NHS number 943 476 5919 was seen.")
    assert store.rows(programme.store, Kind.PREDICTION) == ()


def test_what_can_be_guessed_about_starts_from_the_latest_level(filled: Programme) -> None:
    (choice,) = guess_choices(filled, "one-team").content
    assert [written for written, _ in choice.periods] == ["2026-07", "2026-08", "2026-09"]
    assert (choice.measure, choice.times, choice.unit, choice.at_least) == (
        "on-time",
        100,
        "in every 100",
        True,
    )
    assert choice.start == pytest.approx(0.67, abs=0.05)
    assert guess_choices(acting_as(filled, READER), "one-team").content == (choice,)
