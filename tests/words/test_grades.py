"""How strong the evidence is, and why."""

from __future__ import annotations

from dataclasses import replace

from evaluation.model.codes import Caution, Grade, Lift, Reason, Scaling, Unit
from evaluation.model.comparisons import Comparison
from evaluation.model.results import Effect, Estimate, Refusal
from evaluation.words import CAUTIONS, STRENGTH, breakable, caution, reach, stronger, weaknesses, why
from evaluation.words.grades import LIFTS


def graded(cap: Grade, *because: Caution, test: int = 2, beside: int = 10) -> Comparison:
    outcome = Estimate(
        value=0.1, low=0.0, high=0.2, level=0.95, p_value=0.1, standard_error=0.1, scale=Scaling.PLAIN,
        effect=Effect(0.1, 0.0, 0.2, Unit.SHARE, 0.6, 0.5), method="area-change", inference="t", smallest_p=None,
        test_areas=tuple(f"t{at}" for at in range(test)), comparison_areas=tuple(f"c{at}" for at in range(beside)),
        dropped_areas=(), periods_before=("2025",), periods_after=("2026",),
    )  # fmt: skip
    return Comparison(outcome, grade=cap, cap=cap, grade_because=because)


def test_every_grade_and_every_caution_has_words() -> None:
    assert list(STRENGTH) == list(Grade)
    assert list(STRENGTH.values()) == ["strong", "fair", "limited", "descriptive only"]
    assert list(CAUTIONS) == list(Caution)
    assert len(set(CAUTIONS.values())) == len(Caution)
    assert all(caution(which).endswith(".") for which in Caution)


def test_why_says_what_the_areas_allow_and_what_weakens_it() -> None:
    assert breakable(why(graded(Grade.A))) == (
        "With 2 test areas and 10 areas to compare with, the evidence can be strong. "
        "Nothing we checked speaks against it."
    )
    assert breakable(why(graded(Grade.B, Caution.ONE_TEST_AREA, test=1))) == (
        "With 1 test area and 10 areas to compare with, the evidence can be fair at most. "
        "Only one area tried this, and what else happened there cannot be told apart from it."
    )
    assert breakable(why(graded(Grade.D, beside=0))).startswith("With 2 test areas and nothing to compare with,")


def test_every_remedy_has_words_and_ways_are_told_apart_from_parts() -> None:
    assert list(LIFTS) == list(Lift)
    graded_c = graded(Grade.C)
    ways = replace(graded_c, lifts=((Lift.TEST_AREAS,), (Lift.LONGER_PAST, Lift.DRAW_LOTS)))
    assert stronger(ways) == (
        "It would be stronger with more areas that try it; or with figures from further back, "
        "together with lots drawn, next time, for which areas go first."
    )
    assert stronger(graded_c) == ""


def test_there_is_no_why_without_a_result() -> None:
    assert why(Comparison(Refusal("m", Reason.NO_FIGURES, "", ""))) == ""


def test_what_weakens_it_is_said_apart_and_once() -> None:
    worst, undeclared = Caution.CHOSEN_AMONG_WORST, Caution.CHOICE_NOT_DECLARED
    comparison = graded(Grade.C, undeclared, worst, Caution.SMALL_NUMBERS, worst)
    assert weaknesses(comparison) == (caution(worst), caution(Caution.SMALL_NUMBERS))
    assert weaknesses(graded(Grade.C, undeclared)) == (caution(undeclared),)
    assert reach(comparison).endswith("the evidence can be limited at most.")
    assert why(comparison) == " ".join((reach(comparison), *weaknesses(comparison)))
