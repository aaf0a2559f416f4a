"""The method behind a comparison, for evaluators."""

from __future__ import annotations

from evaluation.model.results import Comparison, Effect, Estimate, Grade, Reason, Refusal, Scaling, Unit
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
    assert said["Second opinion: two-way"] == "refused: Only 2 areas tried this."


def test_refusal_has_a_method_and_a_reason() -> None:
    assert method_lines(Comparison(REFUSED)) == (("Method", "two-way"), ("Refused because", "too few areas"))
