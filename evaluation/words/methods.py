"""The method behind a comparison, line by line: for evaluators, who want the field's own terms."""

from __future__ import annotations

from typing import Final

from evaluation.model.results import Comparison, Estimate, Refusal, Scaling
from evaluation.words.numbers import number

SCALES: Final = {Scaling.LOG_ODDS: "log-odds", Scaling.LOG: "log of the rate", Scaling.PLAIN: "as measured"}
_DECIMALS: Final = 3


def method_lines(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Pairs of a term and what it is here; second opinions each with their own interval and p-value."""
    outcome = comparison.outcome
    if isinstance(outcome, Refusal):
        return (("Method", outcome.method), ("Refused because", outcome.reason.value.replace("_", " ")))
    return (
        ("Method", f"{outcome.method}, {outcome.inference}"),
        ("Scale", SCALES[outcome.scale]),
        ("Estimate", _interval(outcome)),
        ("Degrees of freedom", _shown(outcome.degrees_of_freedom)),
        ("Between-area variance", _shown(outcome.between_area_variance)),
        ("Labels permuted", _permuted(outcome)),
        ("Covariates", ", ".join(outcome.covariates) or "none"),
        ("Windows", _windows(outcome)),
        ("Left out", ", ".join(outcome.dropped_areas) or "no area"),
        ("Grade", f"{comparison.grade} of at most {comparison.cap}; Maryland scale {comparison.maryland}"),
        *((f"Second opinion: {second.method}", _second(second)) for second in comparison.second_opinions),
    )


def _interval(outcome: Estimate) -> str:
    low, value, high = (number(each, _DECIMALS) for each in (outcome.low, outcome.value, outcome.high))
    error = number(outcome.standard_error, _DECIMALS)
    return f"{value} ({number(100 * outcome.level)}% interval {low} to {high}), p {_p(outcome.p_value)}, error {error}"


def _permuted(outcome: Estimate) -> str:
    if outcome.permutation_p is None:
        return "not possible here"
    smallest = "" if outcome.smallest_p is None else f"; the smallest it can reach is {_p(outcome.smallest_p)}"
    return f"p {_p(outcome.permutation_p)}{smallest}"


def _windows(outcome: Estimate) -> str:
    before, after = outcome.periods_before, outcome.periods_after
    return f"{before[0]} to {before[-1]} before, {after[0]} to {after[-1]} after" if before and after else "none"


def _second(second: Estimate | Refusal) -> str:
    return f"refused: {second.why}" if isinstance(second, Refusal) else f"{_interval(second)}, {second.inference}"


def _p(value: float) -> str:
    return number(value, _DECIMALS) if value >= 10**-_DECIMALS else f"below {number(10**-_DECIMALS, _DECIMALS)}"


def _shown(value: float | None) -> str:
    return "none" if value is None else number(value, _DECIMALS)
