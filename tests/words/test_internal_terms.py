"""No internal term in anything that is said."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from evaluation.learning import Digest, LinkState, Riskiest
from evaluation.learning.between import Moved
from evaluation.learning.due import Ask, Due
from evaluation.model.codes import Caution, Finds, Grade, Reason, Scaling, Unit
from evaluation.model.comparisons import Comparison
from evaluation.model.design import Compares, Criterion
from evaluation.model.framework import Points
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.model.predictions import Likelihood, Prediction
from evaluation.model.references import Reference
from evaluation.model.results import Effect, Estimate, Refusal
from evaluation.model.theory import Confidence, Link
from evaluation.words import (
    STRENGTH,
    became,
    breakable,
    cautions,
    checks,
    digest,
    headline,
    outcome_of,
    range_sentence,
    refusals,
    rhythm,
    sentence,
    situations,
    theory,
    why,
)
from evaluation.words import learning as learnt
from tests.illustrative import ROOT

# The left-hand column of the table of words, and what that table says never appears.
INTERNAL = re.compile(
    r"\b(declaration|locked|sign-off|amendment|theory of change|node|link|mechanism|assumption|prior"
    r"|refut\w*|contest\w*|entry|learning log|import|doctor|stream|batch|observation|fidelity|dose|reach"
    r"|criteri\w+|amend|recommend\w*|predict\w*|brier|calibration|seal|fingerprint|shift|special cause"
    r"|parallel trends?|earlier trends?"
    r"|counterfactual|difference-in-differences|att|placebo|permut\w*|bootstrap|standard error|p-values?|power"
    r"|detectable|interval|significan\w*|refusal|grade|spillover|suppress\w*|provisional"
    r"|override|supersede\w*|learning yield|numerator"
    r"|denominator|covariate|estimator|log-odds|toml|record|resolution|red flag|sha256|null)\b",
    re.IGNORECASE,
)
# Internal terms that are everyday words too: the 2 to 2½ year review, to go ahead, figures that were revised.
EVERYDAY = {"confidence", "review", "measures", "go", "stop", "revision", "as at"}
MEASURE = Measure(
    "on-time", "On-time reviews", MeasureKind.PROCESS, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER, PeriodKind.MONTH,
    counted="reviews", that="were on time", worthwhile=0.05,
)  # fmt: skip
RULE = Criterion(Points.STOP, Compares.WORSE_BY, 0.03, "babies are worse off", agreed_on=date(2026, 3, 3))
TODAY = date(2026, 6, 3)


def _of_a_digest() -> Iterator[str]:
    found = Digest(TODAY, TODAY, 1, 0, questions=(Reference.parse("question:one-team/a"),))
    yield learnt.learnt(found)
    yield digest.headline(Digest(TODAY, TODAY, 0, 0), TODAY)
    yield from digest.STEPS.values()
    yield from (text for name, text in vars(digest).items() if name.isupper() and isinstance(text, str))
    for state in LinkState:
        yield digest.moved("A leads to: B", Moved("one-team", "l", LinkState.UNTESTED, state, changed_our_mind=False))
    for word in Likelihood:
        guess = Prediction("one-team", "on-time", "2026-01", word, TODAY, at_least=0.7)
        yield digest.otherwise(guess, MEASURE, came_true=False)
    yield digest.plan_changed(1, TODAY)
    yield digest.stage_moved("Test and develop", TODAY)


def comparison(value: float, low: float, high: float, beside: int = 10) -> Comparison:
    outcome = Estimate(
        value=value, low=low, high=high, level=0.95, p_value=0.5, standard_error=0.1, scale=Scaling.PLAIN,
        effect=Effect(value, low, high, Unit.SHARE, 0.6, 0.6 - value, 60.0, 100.0), method="area-change", inference="t",
        smallest_p=None, test_areas=("a",), comparison_areas=tuple(map(str, range(beside))), dropped_areas=(),
        periods_before=("2025-01",), periods_after=("2026-01",),
    )  # fmt: skip
    cautions = (Caution.EARLIER_TRENDS_DIFFER,)
    return Comparison(outcome, grade=Grade.C, cap=Grade.B, grade_because=cautions, cautions=cautions)


FOUND = [
    comparison(0.06, 0.01, 0.11),
    comparison(-0.06, -0.11, -0.01),
    comparison(0.0, -0.02, 0.02),
    comparison(0.0, -0.2, 0.02),
    comparison(0.03, -0.03, 0.09),
    comparison(0.06, 0.01, 0.11, beside=4),
    *(Comparison(Refusal("area-change", reason, "", "")) for reason in Reason),
]


def test_every_outcome_is_among_what_is_looked_at() -> None:
    assert {outcome_of(each, MEASURE) for each in FOUND} == set(Finds)


def everything_said() -> Iterator[str]:
    for each in FOUND:
        for measure in (
            MEASURE,
            replace(MEASURE, polarity=Polarity.LOWER),
            replace(MEASURE, polarity=Polarity.NEITHER),
        ):
            yield sentence(each, measure, rule_agreed_on=RULE.agreed_on)
            yield headline(each, measure)
            yield range_sentence(each, measure)
            yield why(each)
    for table in (
        cautions.CAUTIONS, refusals.REASONS, checks.QUESTIONS, checks.STATES, checks.WITHOUT_NUMBERS,
        STRENGTH, learnt.LINKS, learnt.QUESTIONS,
        theory.STRENGTHS, theory.EARNED,
        learnt.VERDICTS, learnt.POINTS, learnt.DECISIONS, learnt.SURENESS,
    ):  # fmt: skip
        yield from table.values()
    yield from (text for name, text in vars(situations).items() if name.isupper())
    yield situations.no_results(TODAY)
    yield situations.late("Health visiting", "May", TODAY, "April")
    yield situations.definition_changed("On-time reviews", "May 2021")
    yield situations.plan_changed(TODAY, "an area was taken out")
    yield from _of_a_digest()
    yield learnt.pointing(RULE)
    yield learnt.pointing_nowhere()
    yield theory.riskiest(Riskiest(Link("l", "a", "b", "-", Confidence.EVEN), 2))
    yield theory.chain_breaks(["A leads to: B"])
    yield from became.USES.values()
    yield from rhythm.TO_DO.values()
    yield from (rhythm.said(Due(ask, on, None), TODAY) for ask in Ask for on in (TODAY, date(2026, 9, 1)))


def test_no_internal_term_is_said() -> None:
    said = [breakable(text) for text in everything_said()]
    assert len(said) > 150
    assert [(text, found.group()) for text in said if (found := INTERNAL.search(text))] == []


@pytest.mark.parametrize("text", ["the p-value is 0.04", "Grade B", "a TOML file", "suppressed", "the counterfactual"])
def test_internal_terms_would_be_seen(text: str) -> None:
    assert INTERNAL.search(text)


def test_every_internal_term_of_the_framework_is_looked_for() -> None:
    terms = tomllib.loads((ROOT / "frameworks" / "best-start-in-life.toml").read_text("utf-8"))["words"]
    assert {term for term in terms if not INTERNAL.search(term)} == EVERYDAY
