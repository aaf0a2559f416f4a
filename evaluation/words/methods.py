"""The method behind a comparison, line by line: for evaluators, who want the field's own terms."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import Scaling
from evaluation.model.comparisons import Comparison
from evaluation.model.results import Estimate, Opinion, Refusal
from evaluation.words.grades import stronger
from evaluation.words.numbers import number

SCALES: Final = {Scaling.LOG_ODDS: "log-odds", Scaling.LOG: "log of the rate", Scaling.PLAIN: "as measured"}
_DECIMALS: Final = 3
_MOST_DONORS: Final = 6


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
        *(() if outcome.donors else (("Labels permuted", _permuted(outcome)),)),
        *((f"Chance by {opinion.inference}", _opinion(opinion, outcome.level)) for opinion in outcome.opinions),
        *(() if outcome.false_alarms is None else (("False alarms", _false_alarms(outcome.false_alarms)),)),
        *((("Synthetic area", _donors(outcome)),) if outcome.donors else ()),
        ("Covariates", ", ".join(outcome.covariates) or "none"),
        ("Windows", _windows(outcome)),
        ("Left out", ", ".join(outcome.dropped_areas) or "no area"),
        ("Grade", f"{comparison.grade} of at most {comparison.cap}; Maryland scale {comparison.maryland}"),
        (
            "Other scales",
            f"Nesta standards of evidence {comparison.nesta}; Early Intervention Foundation {comparison.eif}",
        ),
        ("One grade up", stronger(comparison) or "none above"),
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
    return f"{_permuted_range(outcome)}p {_p(outcome.permutation_p)}{smallest}{_labellings(outcome)}"


def _permuted_range(outcome: Estimate) -> str:
    """The effects that relabelling does not reject, where it can reject any."""
    if outcome.permutation_low is None or outcome.permutation_high is None:
        return ""
    low, high = number(outcome.permutation_low, _DECIMALS), number(outcome.permutation_high, _DECIMALS)
    return f"{number(100 * outcome.level)}% interval {low} to {high}, "


def _false_alarms(share: float) -> str:
    return f"{number(100 * share)}% of series that rise and fall like this one, where nothing happened"


def _labellings(outcome: Estimate) -> str:
    tried, possible = outcome.labellings_tried, outcome.labellings_possible
    if tried is None or possible is None:
        return ""
    if tried == possible:
        return f"; all {number(tried)} labellings tried"
    return f"; {number(tried)} of {number(possible)} labellings drawn"


def _windows(outcome: Estimate) -> str:
    before, after = outcome.periods_before, outcome.periods_after
    return f"{before[0]} to {before[-1]} before, {after[0]} to {after[-1]} after" if before and after else "none"


def _second(second: Estimate | Refusal) -> str:
    if isinstance(second, Refusal):
        return f"refused: {second.why}"
    ranks = (
        f"{opinion.inference}: {_opinion(opinion, second.level)}" for opinion in second.opinions if _is_rank(opinion)
    )
    return "; ".join([f"{_interval(second)}, {second.inference}", *ranks])


def _is_rank(opinion: Opinion) -> bool:
    """Whether this tells how rare a result is, without a range."""
    return opinion.low is None


def _opinion(opinion: Opinion, level: float) -> str:
    """The same estimate with chance reckoned in another way."""
    said = [f"p {_p(opinion.p_value)}"]
    if opinion.low is not None and opinion.high is not None:
        low, high = number(opinion.low, _DECIMALS), number(opinion.high, _DECIMALS)
        said.insert(0, f"{number(100 * level)}% interval {low} to {high}")
    if opinion.smallest_p is not None:
        said.append(f"the smallest it can reach is {_p(opinion.smallest_p)}")
    return ", ".join(said)


def _donors(outcome: Estimate) -> str:
    """The areas a synthetic one is mostly made of, with their shares in percent."""
    shown = [f"{area} {number(100 * weight)}%" for area, weight in outcome.donors[:_MOST_DONORS]]
    others = len(outcome.donors) - len(shown)
    return ", ".join(shown) + (f" and {others} more" if others else "")


def _p(value: float) -> str:
    return number(value, _DECIMALS) if value >= 10**-_DECIMALS else f"below {number(10**-_DECIMALS, _DECIMALS)}"


def _shown(value: float | None) -> str:
    return "none" if value is None else number(value, _DECIMALS)
