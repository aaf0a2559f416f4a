"""What a comparison found, in the words agreed for screens and papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.model.codes import Caution, CheckState, Finds, Grade, Reason, Scaling, Unit
from evaluation.model.comparisons import Check, Comparison, Finding, StoredComparison
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.model.results import Effect, Estimate, Refusal
from evaluation.words import breakable, headline, outcome_of, range_sentence, sentence
from evaluation.words.outcomes import children_a_year, those

REVIEWS = Measure(
    "on-time", "On-time reviews", MeasureKind.PROCESS, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER, PeriodKind.MONTH,
    counted="reviews", that="were on time", worthwhile=0.05,
)  # fmt: skip
BREASTFEEDING = replace(REVIEWS, name="Breastfeeding at 6 to 8 weeks", counted="babies", that="were breastfed")
SMOKING = replace(
    REVIEWS, name="Smoking at delivery", polarity=Polarity.LOWER, counted="mothers", that="smoked", people="mothers"
)
WAIT = replace(
    REVIEWS, name="Days to the first visit", polarity=Polarity.LOWER, scale=Scale.MEAN, counted="families",
    that="waited for their first visit", unit="days", worthwhile=3.0,
)  # fmt: skip


def found(
    value: float,
    low: float,
    high: float,
    *,
    unit: Unit = Unit.SHARE,
    observed: float = 0.74,
    numerator: float | None = None,
    test: int = 2,
    beside: int = 10,
    grade: Grade = Grade.B,
) -> Comparison:
    effect = Effect(
        value,
        low,
        high,
        unit,
        observed,
        observed - value,
        numerator,
        None if numerator is None else numerator / observed,
    )
    return Comparison(
        Estimate(
            value=value, low=low, high=high, level=0.95, p_value=0.5, standard_error=0.1, scale=Scaling.PLAIN,
            effect=effect, method="area-change", inference="t", smallest_p=None,
            test_areas=tuple(f"t{at}" for at in range(test)), comparison_areas=tuple(f"c{at}" for at in range(beside)),
            dropped_areas=(), periods_before=("2025-01",), periods_after=tuple(f"2026-{at:02d}" for at in range(1, 7)),
        ),
        grade=grade,
    )  # fmt: skip


def says(comparison: Comparison, measure: Measure = REVIEWS, **more: date) -> str:
    return breakable(sentence(comparison, measure, **more))  # type: ignore[arg-type]


def test_effect() -> None:
    # 337 on-time reviews are 0.74 of 455 in six months: 911 a year, and 6 in 100 of those about 55 children
    effect = found(0.06, 0.01, 0.11, numerator=337)
    assert says(effect) == (
        "In the test areas 74 in every 100 reviews were on time, about 6 in 100 more than we would expect without the "
        "prototype. The likely range is 1 to 11 more; that is about 55 children a year."
    )
    assert breakable(headline(effect, REVIEWS)) == (
        "74 in every 100 reviews were on time, about 6 in 100 more than we would expect without the prototype"
    )
    assert breakable(range_sentence(effect, REVIEWS)) == "The likely range is 1 to 11 more."


def test_effect_without_counts_says_nothing_of_children() -> None:
    assert says(found(0.06, 0.01, 0.11)).endswith("The likely range is 1 to 11 more.")


def test_fewer_is_an_effect_where_fewer_is_better() -> None:
    assert says(found(-0.06, -0.11, -0.01, observed=0.12), SMOKING) == (
        "In the test areas 12 in every 100 mothers smoked, about 6 in 100 fewer than we would expect without the "
        "prototype. The likely range is 1 to 11 fewer."
    )


def test_average_is_said_in_its_unit() -> None:
    shorter = found(-4.0, -7.0, -1.0, unit=Unit.NUMBER, observed=12.0)
    assert says(shorter, WAIT) == (
        "In the test areas families waited for their first visit, on average 12 days, about 4 days fewer than we would "
        "expect without the prototype. The likely range is 1 to 7 days fewer."
    )
    assert breakable(headline(shorter, WAIT)).startswith(
        "Families waited for their first visit, on average 12 days, about"
    )


def test_harm() -> None:
    harm = found(-0.05, -0.09, -0.01, observed=0.41)
    assert says(harm, BREASTFEEDING, rule_agreed_on=date(2026, 3, 3), today=date(2026, 6, 3)) == (
        "Breastfeeding at 6 to 8 weeks is lower in the test areas than we would expect: about 5 in 100 fewer (likely "
        "range 1 to 9). The rule agreed on 3 March says the group must look at this now."
    )
    assert says(harm, BREASTFEEDING).endswith("(likely range 1 to 9).")
    for name in ("On-time reviews", "2 to 2½ year reviews on time", "Days from asking for help to the first visit"):
        assert says(harm, replace(REVIEWS, name=name)).startswith(f"{name} are lower")
    for name in ("Smoking at the time of delivery", "Good level of development", "Illness"):
        assert says(harm, replace(REVIEWS, name=name)).startswith(f"{name} is lower")
    assert breakable(headline(harm, BREASTFEEDING)) == (
        "Breastfeeding at 6 to 8 weeks is lower than we would expect: about 5 in 100 fewer"
    )


def test_no_worthwhile_change() -> None:
    assert says(found(0.0, -0.02, 0.02)) == (
        "On-time reviews changed about as much in the test areas as elsewhere (likely range: 2 in 100 fewer to 2 in "
        "100 more). A gain of 5 in 100, which the group wanted, is unlikely."
    )
    assert "A fall of 5 in 100, which" in says(found(0.0, -0.02, 0.02), SMOKING)


def test_range_that_rules_out_a_gain_but_not_a_loss_is_not_called_no_change() -> None:
    worse = found(-0.06, -0.13, 0.01)
    assert outcome_of(worse, REVIEWS) is Finds.NO_WORTHWHILE_CHANGE
    assert says(worse).startswith("The test areas did no better than the others (likely range: 13 in 100 fewer to 1")
    assert headline(worse, REVIEWS) == "The test areas did no better than the others"


def test_not_settled() -> None:
    assert says(found(0.03, -0.03, 0.09)) == (
        "The test areas did a little better, but the likely range runs from 3 in 100 fewer to 9 in 100 more. "
        "The figures do not settle it either way."
    )
    assert "did a little worse" in says(found(0.03, -0.09, 0.12), SMOKING)
    assert "did better, but" in says(found(0.08, -0.01, 0.17))
    assert "did about as well as the others, but" in says(found(0.001, -0.09, 0.09))
    assert "came out a little lower" in says(found(-0.03, -0.09, 0.09), replace(REVIEWS, polarity=Polarity.NEITHER))


def test_not_enough_areas() -> None:
    assert says(found(0.06, 0.01, 0.11, test=1, beside=4)) == (
        "Only 1 area tried this, with 4 to compare it with. That is too few to tell a real change from usual ups and "
        "downs; we would need at least 10 comparison areas."
    )
    assert "Only 2 areas tried this, with 3 to compare them with." in says(
        found(0.06, 0.01, 0.11, beside=3, grade=Grade.D)
    )
    assert "with none to compare with. That is too few" in says(found(0.06, 0.01, 0.11, beside=0, grade=Grade.D))


def test_enough_areas_and_weak_evidence_are_not_blamed_on_the_areas() -> None:
    said = says(found(0.06, 0.01, 0.11, grade=Grade.D))
    assert said.startswith("The figures describe what happened")
    assert "too few" not in said


@pytest.mark.parametrize(
    ("trend", "measure", "how"),
    [
        (0.02, REVIEWS, "already improving faster before"),
        (-0.02, REVIEWS, "already falling behind the others before"),
        (0.02, SMOKING, "already falling behind the others before"),
        (None, REVIEWS, "already moving differently from the others before"),
    ],
)
def test_earlier_trends_take_a_claim_back(trend: float | None, measure: Measure, how: str) -> None:
    sign = -1 if measure is SMOKING else 1
    low, value, high = sorted((sign * 0.01, sign * 0.06, sign * 0.11))
    findings = () if trend is None else (Finding("trend", trend), Finding("half_to_half", -trend))
    check = Check("earlier-trends", CheckState.FAILED, findings)
    comparison = replace(found(value, low, high), cautions=(Caution.EARLIER_TRENDS_DIFFER,), checks=(check,))
    assert says(comparison, measure).endswith(
        f"The test areas were {how} the prototype began. So we cannot say the prototype made the difference."
    )


def test_trend_that_could_explain_the_effect_is_read_from_its_two_halves() -> None:
    findings = (Finding("trend", -0.001), Finding("half_to_half", 0.04))
    check = Check("earlier-trends", CheckState.FAILED, findings, "could_explain")
    comparison = replace(found(0.06, 0.01, 0.11), cautions=(Caution.EARLIER_TRENDS_DIFFER,), checks=(check,))
    assert "already improving faster" in says(comparison)


def test_nothing_is_taken_back_where_nothing_was_claimed() -> None:
    comparison = replace(found(0.03, -0.03, 0.09), cautions=(Caution.EARLIER_TRENDS_DIFFER,))
    assert says(comparison) == says(found(0.03, -0.03, 0.09))


def test_stored_comparison_says_what_its_comparison_says() -> None:
    comparison = found(0.06, 0.01, 0.11)
    stored = StoredComparison("f" * 64, "one-team", "on-time", "p" * 64, (), illustrative=True, comparison=comparison)
    assert sentence(stored, REVIEWS) == sentence(comparison, REVIEWS)


def test_children_a_year_need_counts_a_fixed_period_and_at_least_one_child() -> None:
    def a_year(comparison: Comparison, measure: Measure = REVIEWS) -> str:
        assert isinstance(comparison.outcome, Estimate)
        return breakable(children_a_year(comparison.outcome, measure))

    assert a_year(found(0.05, 0.01, 0.11, observed=0.5, numerator=200)) == "about 40 children a year"
    assert a_year(found(-0.05, -0.11, -0.01, observed=0.5, numerator=200)) == "about 40 children a year"
    assert not a_year(found(0.06, 0.01, 0.11))
    assert not a_year(found(0.001, 0.001, 0.002, numerator=20))
    assert not a_year(found(0.06, 0.01, 0.11, numerator=300), replace(REVIEWS, periods=PeriodKind.ROLLING))
    # 412 visits in 1,000 children: 30 in 1,000 more, of 2,060 visits in half a year, are 300 a year
    rate = replace(REVIEWS, scale=Scale.RATE, per=1000, people="visits")
    assert (
        a_year(found(30.0, 2.0, 58.0, unit=Unit.PER, observed=412.0, numerator=2060), rate) == "about 300 visits a year"
    )


def test_refusal_has_no_range_and_one_headline() -> None:
    refused = Comparison(Refusal("area-change", Reason.NO_FIGURES, "", ""))
    assert headline(refused, REVIEWS) == "We cannot work this out yet"
    assert range_sentence(refused, REVIEWS) == ""
    assert says(refused).startswith("We cannot work this out yet. There are no figures")


@pytest.mark.parametrize(
    ("counted", "that", "said"),
    [
        ("reviews", "were on time", "reviews that were on time"),
        ("babies", "were breastfed", "babies who were breastfed"),
        ("children seen at 2", "could talk", "children seen at 2 who could talk"),
        ("parents who answered", "were heard", "parents who answered and were heard"),
    ],
)
def test_people_are_who_and_things_are_that(counted: str, that: str, said: str) -> None:
    assert those(replace(REVIEWS, counted=counted, that=that)) == said
