"""What the agreed rules point to, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.learning.criteria import Judged
from evaluation.learning.pointing import pointing
from evaluation.model.comparisons import Comparison
from evaluation.model.decisions import Verdict
from evaluation.model.design import AreaRole, MeasureRole, PrototypeArea
from evaluation.model.framework import Points, StageId
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind
from evaluation.model.prototype import Prototype
from evaluation.model.theory import LearningQuestion
from evaluation.words import breakable
from evaluation.words.decided import fared, other_body, stopped_headline
from evaluation.words.rules import STATES, rule_headline, rule_line, rule_sentence
from tests.learning.test_criteria import GAIN, HARM, SELDOM, TODAY, comparison, judged, look
from tests.learning.test_pointing import SPREAD, UP, WIDE, asked

MEASURE = Measure(
    "on-time", "Reviews on time", MeasureKind.OUTCOME, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER,
    PeriodKind.MONTH, "reviews", "were on time",
)  # fmt: skip
MEASURES = {"on-time": MEASURE, "visits": replace(MEASURE, id="visits", name="Visits made")}
PLAN = Prototype(
    "one-team", "One team", "f", StageId.TEST, "What", "Where", "For whom", "Lead",
    (LearningQuestion("q", "Does it?"),), start=date(2025, 1, 1),
)  # fmt: skip
AGAINST = Verdict.CHANGE
AGREED = replace(GAIN, agreed_on=date(2024, 12, 3))


def said(*each: Judged, plan: Prototype = PLAN) -> str:
    found = pointing(each, TODAY)
    return breakable(f"{rule_headline(found)}. {rule_sentence(found, MEASURES, plan, TODAY)}")


def waiting(due: date) -> Judged:
    return replace(judged(WIDE, look(12, None, due=due)), criteria=(GAIN,))


def test_a_rule_that_is_met_says_whose_it_is_at_which_look_and_when_the_next_is() -> None:
    assert said(asked(UP, AGREED)) == (
        "The agreed rule points to: carry on. The rule this group agreed on 3 December 2024 points to: carry on, "
        "because it does at least 2 in 100 better. It speaks at the planned look after 1 month of figures. "
        "The next look is planned for 1 May 2027, after 2 months of figures."
    )


def test_between_looks_it_says_what_the_last_one_pointed_to() -> None:
    text = said(replace(asked(UP, AGREED), now=comparison(0.0, -0.1, 0.1, periods=2)))
    assert text.startswith("The agreed rule pointed to: carry on.")
    assert "It spoke at the planned look after 1 month of figures. The next look is planned for 1 May 2027" in text


def test_harm_and_delivery_are_looked_at_at_any_time() -> None:
    assert "Harm is looked at whenever the group meets" in said(asked(comparison(-0.05, -0.09, -0.01), HARM))
    ran = Judged("visits", MeasureRole.PROCESS, Polarity.HIGHER, (SELDOM,), level=0.5)
    assert "How it runs is looked at whenever the group meets" in said(ran)


def test_early_on_it_says_when_the_figures_are_due_and_what_decides_until_then() -> None:
    assert said(waiting(date(2027, 1, 9))) == (
        "It is too early for the rules on gain. They first speak at the planned look of 1 May 2037, "
        "after 12 months of figures, due on 9 January 2027. Until then who it reached, how it ran and what families "
        "said decide: no rule was agreed about them."
    )
    ran = Judged("visits", MeasureRole.PROCESS, Polarity.HIGHER, (SELDOM,), level=0.9)
    text = said(waiting(date(2026, 11, 1)), ran)
    assert "which were due on 1 November and have not arrived" in text
    assert text.endswith("decide: none of the rules agreed about them is met.")
    assert "add planned looks" in said(replace(waiting(TODAY), looks=()))


def test_a_look_too_fine_for_its_areas_says_so_beforehand() -> None:
    gained = replace(judged(UP, look(1, UP), look(2, None, can_speak=False)), criteria=(GAIN,))
    assert "with so few areas it cannot be sure enough to decide" in said(gained)
    never = replace(judged(UP, look(1, None, due=date(2026, 1, 1), can_speak=False)), criteria=(GAIN,))
    assert "With so few areas no result can be sure enough to meet a rule on gain" in said(never)
    assert "Its figures were due on 1 January and have not arrived." in said(never)


def test_what_one_area_cannot_tell_is_said() -> None:
    alone = replace(PLAN, areas=(PrototypeArea("X1", AreaRole.TEST),))
    for each in (asked(UP, AGREED), asked(WIDE, AGREED), waiting(date(2027, 1, 1))):
        assert said(each, plan=alone).endswith("One area alone cannot tell what it would do elsewhere.")
        assert "One area alone" not in said(each)


def test_a_rule_agreed_after_the_start_says_so() -> None:
    late = replace(GAIN, agreed_on=date(2025, 6, 1))
    assert "agreed after the start, so it may have been set to fit the figures" in said(asked(UP, late))


def test_spreading_that_is_held_back_points_to_carry_on_and_says_why() -> None:
    level = Judged("visits", MeasureRole.PROCESS, Polarity.HIGHER, (replace(SELDOM, points_to=Points.SPREAD),), level=0)
    text = said(level)
    assert text.startswith("The agreed rule points to: carry on. The rule in the plan is met, because")
    assert "tried in one place alone, and the evidence is not strong, so it points to: carry on." in text
    assert "points to: spread" in said(asked(UP, SPREAD))


def test_where_nothing_is_met_or_agreed_it_is_said() -> None:
    assert said() == "No rule was agreed. The plan has no rule for when to carry on, change or stop."
    assert "do not meet any of the rules this group agreed" in said(asked(WIDE, GAIN, HARM))
    assert said(asked(Comparison(WIDE.outcome), GAIN)).startswith(
        "The agreed rule does not settle it. There are too few"
    )


def test_each_rule_stands_with_what_it_is_asked_of() -> None:
    at_look, at_any = pointing([asked(WIDE, GAIN, HARM)], TODAY).rules
    assert [breakable(part) for part in rule_line(at_look, MEASURE, TODAY)] == [
        "Carry on if it does at least 2 in 100 better",
        "Reviews on time, at the planned look of 1 May, after 1 month of figures",
        "not met",
    ]
    assert rule_line(at_any, MEASURE, TODAY)[1:] == ("Reviews on time, at any time", "not met")
    assert len(set(STATES.values())) == len(STATES)


def test_how_a_decision_against_the_rule_fared_names_nobody() -> None:
    on, stop = date(2026, 5, 20), Points.STOP
    decided = breakable(fared(AGAINST, stop, stop, on))
    assert decided.startswith("On 20 May 2026 the group decided to change where the agreed rule pointed to: stop.")
    assert decided.endswith("The rule still points to: stop.")
    assert fared(AGAINST, stop, None, on).endswith("Today the rule does not settle it.")
    assert fared(AGAINST, stop, Points.CHANGE, on).endswith("Today the rule points to what was decided: change.")
    assert fared(AGAINST, stop, Points.CARRY_ON, on).endswith("Today the rule points to: carry on.")


def test_the_register_and_the_other_body_are_told_plainly() -> None:
    assert [breakable(stopped_headline(many)) for many in (0, 2)] == [
        "Nothing has been stopped yet",
        "2 prototypes were stopped, and what that released",
    ]
    assert "the Committee does" in other_body("Committee")
    assert "no group it reports to may" in other_body("")
