"""What a plan could find, in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import Enum

import pytest

from evaluation.model.choice import Draw
from evaluation.model.codes import Reason, Scaling, Unit
from evaluation.model.examination import Alarm, Ask, Detectable, Examination, FalseAlarms, Power
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.model.results import Refusal
from evaluation.words import ASKS, breakable, draw_lines, examination_lines
from evaluation.words.doctor import PERIODS, WAYS
from tests.words.test_internal_terms import INTERNAL

MEASURE = Measure(
    "on-time", "On-time reviews", MeasureKind.PROCESS, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER, PeriodKind.MONTH,
    counted="reviews", that="were on time", worthwhile=0.05,
)  # fmt: skip
FOUND = Examination(
    level=0.95, power=0.8, reach=0.4, higher_is_better=True, scale=Scaling.LOG_ODDS, unit=Unit.SHARE,
    test_areas=("a", "b"), comparison_areas=tuple(map(str, range(10))), dropped_areas=(), periods_before=("2025-01",),
    periods_after=12, expected_level=0.6, deviation=0.1, memory=0.5,
    smallest=Detectable(12, 0.3, 0.08, 0.2),
    by_periods=(Detectable(6, 0.4, 0.09, 0.225), Detectable(12, 0.3, 0.08, 0.2), Detectable(18, 0.2, 0.05, 0.125)),
    powers=(Power(0.05, 0.2, 0.62, 0.6), Power(0.5, None, None, None)),
    false_alarms=(FalseAlarms(Alarm.AREA_CHANGE, 0.05), FalseAlarms(Alarm.POOLED_Z, 0.41)),
    smallest_p=1 / 66, worthwhile=0.05, answers_after=18, simulations=1_000, seed=1,
)  # fmt: skip


def said(found: Examination | Refusal, **more: date) -> list[str]:
    return [breakable(line) for line in examination_lines(found, MEASURE, **more)]  # type: ignore[arg-type]


def test_an_examination_reads_as_a_page() -> None:
    assert said(FOUND, known_on=date(2027, 7, 3)) == [
        (
            "With 2 test areas and 10 to compare with, and figures for 12 months after the start, "
            "a change smaller than 8 in 100 could not be told from usual ups and downs."
        ),
        "For the 40 in 100 children reached that is 20 in 100.",
        "The smallest change worth having, 5 in 100, could be seen after 18 months. It would be known in July 2027.",
        (
            "The smallest change we could spot: 9 in 100 after 6 months, 8 in 100 after 12 months, "
            "5 in 100 after 18 months."
        ),
        "A true change of 5 in 100 would be seen 62 times in 100.",
        "A change of 50 in 100 cannot happen: the level leaves no room for it.",
        (
            "How often a change would be seen when nothing happened: our way, one change for each area, "
            "5 times in 100; counting all children of the test areas together, before and after, 41 times in 100."
        ),
    ]


def test_everybody_reached_needs_no_second_number() -> None:
    assert not any("reached" in line for line in said(replace(FOUND, reach=1.0)))


def test_those_reached_who_cannot_gain_so_much_are_told_of() -> None:
    lines = said(replace(FOUND, smallest=replace(FOUND.smallest, among_reached=None)))
    assert "For the 40 in 100 children reached no change could be as large as that would take, " in lines[1]


def test_a_worthwhile_change_out_of_sight_is_said_with_what_would_help() -> None:
    line = said(replace(FOUND, answers_after=None))[2]
    assert line.startswith(
        "The smallest change worth having, 5 in 100, is too small to be seen here, even after 18 months."
    )


def test_a_chance_check_that_cannot_speak_says_why() -> None:
    lines = said(replace(FOUND, test_areas=("a",), comparison_areas=tuple("bcdefgh"), smallest_p=1 / 8))
    assert (
        "A chance check cannot speak here: with 1 test area and 7 to compare with, "
        "even the largest change would come up by chance 1 time in 8."
    ) in lines


def test_a_refusal_is_said_as_everywhere() -> None:
    (line,) = said(Refusal("doctor", Reason.NO_FIGURES, "", ""))
    assert line.startswith("We cannot work this out yet.")


def test_lots_are_told_by_name_in_the_order_drawn() -> None:
    draw = Draw(("x1", "x2"), 1, "2 11", "sha256-1", ("x2", "x1"), ("x2",))
    assert draw_lines(draw, {"x1": "Marsh End", "x2": "Ferry End"}) == (
        "The lots fell on Ferry End.",
        "In the order drawn: Ferry End, Marsh End.",
        'Anybody who draws among the same areas with "2 11" draws the same.',
    )


@pytest.mark.parametrize(("table", "kind"), [(ASKS, Ask), (WAYS, Alarm), (PERIODS, PeriodKind)])
def test_every_code_has_its_words(table: dict[object, str], kind: type[Enum]) -> None:
    assert set(table) == set(kind)
    assert len(set(table.values())) >= 4


def test_no_internal_term_is_said() -> None:
    draw = Draw(("x1", "x2"), 1, "2 11", "sha256-1", ("x2", "x1"), ("x2",))
    hopeless = replace(FOUND, answers_after=None, smallest=replace(FOUND.smallest, among_reached=None), smallest_p=0.2)
    lines = [*said(FOUND), *said(hopeless), *draw_lines(draw), *ASKS.values(), *WAYS.values(), *PERIODS.values()]
    assert [(line, found.group()) for line in lines if (found := INTERNAL.search(line))] == []


def test_every_question_ends_as_one() -> None:
    assert all(question.endswith("?") for question in ASKS.values())
