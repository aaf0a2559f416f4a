"""Checks in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.model.codes import CheckState, Reason, Unit
from evaluation.model.comparisons import Check, Comparison, Finding
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.model.results import Refusal
from evaluation.statistics.checks import CHECKS
from evaluation.words import breakable, check_line, check_lines, checks_headline
from evaluation.words.checks import FOUND, QUESTIONS, STATES, WITHOUT_NUMBERS

MEASURE = Measure(
    "on-time", "On-time reviews", MeasureKind.PROCESS, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER, PeriodKind.MONTH,
    counted="reviews", that="were on time",
)  # fmt: skip
AREAS = {"X1": "Ferry End", "X10": "Marsh End"}


def found(name: str, *findings: Finding, note: str = "", measure: Measure = MEASURE) -> str:
    return breakable(check_line(Check(name, CheckState.FAILED, findings, note), measure, AREAS).found)


def test_every_check_and_every_state_has_words() -> None:
    assert set(QUESTIONS) == set(FOUND) == set(CHECKS)
    assert set(STATES) == set(CheckState)


@pytest.mark.parametrize("note", WITHOUT_NUMBERS)
def test_check_that_could_not_be_made_says_why(note: str) -> None:
    line = check_line(Check("scale", CheckState.INFORMS, note=note), MEASURE)
    assert (line.question, line.state) == ("Does another fair way of measuring say the same?", "informs only")
    assert line.found == WITHOUT_NUMBERS[note]


def test_earlier_trends_tell_the_movement_and_its_range() -> None:
    trend, moved = Finding("trend", 0.001), Finding("half_to_half", 0.02, -0.01, 0.05, Unit.SHARE)
    assert found("earlier-trends", trend, moved, note="no_sign") == (
        "Beside the others, about 2 in 100 more (likely range 1 in 100 fewer to 5 in 100 more) in the later half of "
        "the time before"
    )


@pytest.mark.parametrize(
    ("as_large", "said"),
    [(0, "None of 10 other areas changed this much"), (3, "3 of 10 other areas changed as much or more")],
)
def test_how_many_other_areas_changed_as_much(as_large: int, said: str) -> None:
    assert found("placebo-in-space", Finding("as_large", float(as_large)), Finding("areas", 10.0)) == said


def test_the_area_it_rests_on_is_called_by_its_name() -> None:
    findings = (Finding("without:X10", 0.004, unit=Unit.SHARE), Finding("without:X1", 0.07, unit=Unit.SHARE))
    assert found("leave-one-out", *findings, note="rests_on:X10") == "Without Marsh End it is less than 1 in 100 more"
    assert found("leave-one-out", *findings) == "less than 1 to 7 more, whichever area is left out"


def test_numbers_scale_and_volatility() -> None:
    assert found("small-numbers", Finding("expected_events", 8.4)) == (
        "The fewest to be expected in the test areas are about 8"
    )
    plain = Finding("in_points", -2.0, -5.0, 1.0, Unit.NUMBER)
    assert found("scale", plain, measure=replace(MEASURE, scale=Scale.MEAN, unit="days")) == (
        "As a plain difference it is about 2 days fewer (likely range 5 days fewer to 1 day more)"
    )
    assert found("volatility", Finding("ratio", 1.74)) == "1.7 times as much as the others"


EVERY: dict[str, list[tuple[tuple[tuple[str, float], ...], str, str]]] = {
    "placebo-in-time": [
        (
            (("alarms", 0.0), ("tried", 9.0), ("largest", 0.03)),
            "",
            "None of 9 earlier dates shows a difference; the largest is about 3 in 100 more",
        ),
        (
            (("alarms", 7.0), ("tried", 9.0), ("largest", -0.05)),
            "alarms",
            "7 of 9 earlier dates show a difference; the largest is about 5 in 100 fewer",
        ),
    ],
    "ceiling": [
        (
            (("slope", -0.2), ("near_edge", 1.0), ("test_areas", 2.0)),
            "near_edge",
            "1 of 2 test areas close to none or to all",
        ),
        (
            (("slope", -0.2), ("near_edge", 0.0), ("test_areas", 2.0)),
            "related",
            "Of the others, those that stood higher rose less",
        ),
        (
            (("slope", 0.2), ("near_edge", 0.0), ("test_areas", 2.0)),
            "related",
            "Of the others, those that stood higher rose more",
        ),
        (
            (("slope", 0.2), ("near_edge", 0.0), ("test_areas", 2.0)),
            "room",
            "Among the others, change did not go with where they stood",
        ),
    ],
    "events": [
        ((("known", 1.0), ("test_areas_only", 0.0)), "known", "1 event known, none in test areas only"),
        ((("known", 3.0), ("test_areas_only", 2.0)), "test_areas_only", "3 events known, 2 in test areas only"),
    ],
    "contamination": [
        (
            (("exposed", 3.0),),
            "too_few_left",
            "Something alike is in 3 comparison areas; these figures cannot tell what that does",
        ),
        (
            (("exposed", 1.0), ("without", 0.06), ("with", 0.03)),
            "differs",
            (
                "Without the 1 comparison area that got something alike it is about 6 in 100 more, "
                "with them about 3 in 100 more"
            ),
        ),
    ],
    "boundary": [
        (
            (("moved", 0.0), ("jumped", 0.0), ("tested", 0.0), ("left_out", 0.0)),
            "same_places",
            "As far as the figures show",
        ),
        (
            (("moved", 1.0), ("jumped", 2.0), ("tested", 1.0), ("left_out", 3.0)),
            "moved",
            (
                "The boundary of 1 area moved; many more or fewer were counted in 2 areas; "
                "3 areas left out for want of figures"
            ),
        ),
    ],
    "break-in-definition": [
        (
            (("inside", 0.0), ("outside", 1.0)),
            "outside",
            "1 change in how it is measured, none of them among those compared",
        ),
        ((("inside", 1.0), ("outside", 0.0)), "inside", "1 change in how it is measured among those compared"),
    ],
    "overlapping-periods": [
        (
            (("inside", 0.0), ("outside", 2.0)),
            "outside",
            "2 periods that share time with others, none of them among those compared",
        ),
    ],
}


@pytest.mark.parametrize(("name", "case"), [(name, case) for name, cases in EVERY.items() for case in cases])
def test_every_way_a_check_comes_out_is_told(name: str, case: tuple[tuple[tuple[str, float], ...], str, str]) -> None:
    labelled, note, said = case
    assert found(name, *(Finding(label, value) for label, value in labelled), note=note) == said


def test_drift_is_told_with_its_range() -> None:
    drift = Finding("drift", 0.02, -0.01, 0.05, Unit.SHARE)
    assert found("regression-to-the-mean", drift) == (
        "Going by the other areas, about 2 in 100 more (likely range 1 in 100 fewer to 5 in 100 more) by itself"
    )


@pytest.mark.parametrize(
    ("times", "note", "said"),
    [
        (0.0, "nothing_to_explain", "The likely range holds no difference already, so there is nothing to explain"),
        (
            0.0,
            "last_period_alone",
            "Measured from the last figures before the start alone, the likely range holds no difference",
        ),
        (
            0.03,
            "",
            "Areas that drift apart a little with every figure after the start would be enough to explain it",
        ),
        (
            1.74,
            "",
            (
                "To explain it, areas would have had to drift apart with every figure after the start, each time by "
                "1.7 times the furthest they ever did before"
            ),
        ),
    ],
)
def test_how_different_the_areas_would_have_had_to_be(times: float, note: str, said: str) -> None:
    assert found("sensitivity", Finding("relative_magnitudes", times), note=note) == said


def test_check_without_words_is_a_mistake_and_not_a_blank() -> None:
    with pytest.raises(KeyError):
        check_line(Check("unheard-of", CheckState.PASSED, note="cannot_be_told"), MEASURE)


def test_checks_of_a_comparison_are_told_in_their_order_and_summed_up() -> None:
    checks = (
        Check("volatility", CheckState.FAILED, (Finding("ratio", 1.74),)),
        Check("scale", CheckState.INFORMS, note="one_scale"),
    )
    comparison = Comparison(Refusal("m", Reason.NO_FIGURES, "", ""), checks=checks)
    assert [line.state for line in check_lines(comparison, MEASURE)] == ["look at this", "informs only"]
    assert breakable(checks_headline(comparison)) == "1 of 2 checks should be looked at"
    assert checks_headline(replace(comparison, checks=checks[1:])) == "Nothing we checked speaks against it"
    assert checks_headline(replace(comparison, checks=())) == ""


def test_of_overlapping_windows_it_is_said_how_many_stand_apart() -> None:
    said = found("overlapping-periods", Finding("left_out", 5.0), Finding("used", 3.0), note="left_out")
    assert said == "3 of 8 overlapping periods stand apart from one another; only those are used"


def test_missing_periods_are_named_and_whether_the_plan_speaks_of_them() -> None:
    yearly = replace(MEASURE, periods=PeriodKind.ACADEMIC_YEAR)
    said = found("gaps-in-time", Finding("2020-21", 1.0), Finding("2012-13", 0.0), measure=yearly)
    assert said == (
        "2020/21 school year: not collected, as the plan says. "
        "2012/13 school year: no figures, and the plan does not say why"
    )
