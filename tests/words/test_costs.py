"""What one more child cost, in words."""

from __future__ import annotations

import pytest

from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.model.together import CostPerChild
from evaluation.words import breakable, cost_per_child
from evaluation.words.costs import pounds


def test_a_cost_has_its_range() -> None:
    said = breakable(cost_per_child(CostPerChild(512, 268, 3_040, 60)))
    assert said == "about £510 for each additional child, between £270 and £3,000"


def test_where_there_may_be_no_gain_there_is_no_upper_end() -> None:
    said = breakable(cost_per_child(CostPerChild(512, 268, None, 60)))
    assert said == "about £510 for each additional child; at least £270, and there may be no gain at all"


def test_no_gain_says_nothing_of_cost() -> None:
    assert cost_per_child(Refusal("cost-per-child", Reason.NO_GAIN, "", "")) == ""


@pytest.mark.parametrize(("amount", "said"), [(12_345, "£12,000"), (9.4, "£9"), (987_654, "£990,000")])
def test_pounds_are_rounded_to_two_figures(amount: float, said: str) -> None:
    assert pounds(amount) == said
