"""The method behind a comparison, for evaluators."""

from __future__ import annotations

from dataclasses import replace

from evaluation.model.codes import Grade, Reason, Scaling, Unit
from evaluation.model.comparisons import Comparison
from evaluation.model.results import Effect, Estimate, Opinion, Refusal
from evaluation.words import method_lines

ESTIMATE = Estimate(
    value=0.31, low=-0.05, high=0.67, level=0.95, p_value=0.0871, standard_error=0.16, scale=Scaling.LOG_ODDS,
    effect=Effect(0.06, -0.01, 0.13, Unit.SHARE, 0.74, 0.68), method="area-change", inference="t interval",
    smallest_p=0.0152, test_areas=("a", "b"), comparison_areas=("c",) * 10, dropped_areas=("d",),
    periods_before=("2024-01", "2024-02"), periods_after=("2024-03",), degrees_of_freedom=10.0, permutation_p=0.0001,
)  # fmt: skip
REFUSED = Refusal("two-way", Reason.TOO_FEW_AREAS, "Only 2 areas tried this.", "At least 4.")


def test_every_number_of_the_method_is_told_with_what_it_comes_from() -> None:
    said = dict(method_lines(Comparison(ESTIMATE, (REFUSED,), grade=Grade.B, cap=Grade.A, maryland=3)))
    assert said["Estimate"] == "0.310 (95% interval \u22120.050 to 0.670), p 0.087, error 0.160"
    assert said["Labels permuted"] == "p below 0.001; the smallest it can reach is 0.015"
    assert said["Windows"] == "2024-01 to 2024-02 before, 2024-03 to 2024-03 after"
    assert said["Left out"] == "d"
    assert said["Grade"] == "B of at most A; Maryland scale 3"
    assert said["Other scales"] == "Nesta standards of evidence 1; Early Intervention Foundation NL2"
    assert said["One grade up"] == "none above"
    assert said["Second opinion: two-way"] == "refused: Only 2 areas tried this."


def test_labellings_are_all_tried_or_some_drawn() -> None:
    for possible, said in ((66, "all 66 labellings tried"), (1_000_000, "66 of 1,000,000 labellings drawn")):
        told = replace(ESTIMATE, labellings_tried=66, labellings_possible=possible)
        assert dict(method_lines(Comparison(told)))["Labels permuted"].endswith(said)


def test_refusal_has_a_method_and_a_reason() -> None:
    assert method_lines(Comparison(REFUSED)) == (("Method", "two-way"), ("Refused because", "too few areas"))


def test_a_synthetic_area_is_told_with_what_it_is_made_of_and_its_rank() -> None:
    rank = Opinion("rank of prediction errors", None, None, None, 0.077, smallest_p=0.026)
    normal = Opinion("normal interval of placebo areas", 0.1, 0.11, 0.51, 0.002)
    donors = tuple((area, 0.125) for area in "pqrstuvw")
    made = replace(ESTIMATE, method="synthetic-control", opinions=(normal, rank), donors=donors)
    said = dict(method_lines(Comparison(made)))
    assert said["Chance by rank of prediction errors"] == "p 0.077, the smallest it can reach is 0.026"
    assert said["Chance by normal interval of placebo areas"] == "95% interval 0.110 to 0.510, p 0.002"
    assert said["Synthetic area"] == "p 13%, q 13%, r 13%, s 13%, t 13%, u 13% and 2 more"
    assert "Labels permuted" not in said
    beside = dict(method_lines(Comparison(ESTIMATE, (made,))))["Second opinion: synthetic-control"]
    assert beside.endswith("rank of prediction errors: p 0.077, the smallest it can reach is 0.026")
    assert "normal interval" not in beside


def test_the_chance_of_a_false_alarm_is_printed_where_it_was_worked_out() -> None:
    said = dict(method_lines(Comparison(replace(ESTIMATE, false_alarms=0.042))))
    assert said["False alarms"] == "4% of series that rise and fall like this one, where nothing happened"
    assert "False alarms" not in dict(method_lines(Comparison(ESTIMATE)))
