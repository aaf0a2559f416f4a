"""Other fair ways of comparing, in words."""

from __future__ import annotations

import re

from evaluation.model.codes import Reason
from evaluation.model.comparisons import SpecificationResult
from evaluation.model.results import Refusal
from evaluation.words import breakable, specification_line
from tests.words.test_internal_terms import INTERNAL, MEASURE, comparison

DIFFERENCE = SpecificationResult("A shorter past", "Things changed in 2024.", comparison(0.06, 0.01, 0.11).outcome)
REFUSED = SpecificationResult(
    "Without Area 4", "It has a clinic.", Refusal("area-change", Reason.TOO_FEW_AREAS, "There is only X04.", "")
)


def test_a_difference_stands_with_its_likely_range() -> None:
    name, why, found = specification_line(DIFFERENCE, MEASURE)
    assert (name, why) == ("A shorter past", "Things changed in 2024.")
    assert breakable(found) == "about 6 in 100 more (likely range 1 to 11 more)"


def test_what_cannot_be_worked_out_says_why() -> None:
    found = breakable(specification_line(REFUSED, MEASURE, {"X04": "Area 4"})[2])
    assert found == "There is only Area 4. That is too few to tell a real change from usual ups and downs."


def test_nothing_counts_how_many_agree_and_nothing_internal_is_said() -> None:
    for line in (DIFFERENCE, REFUSED):
        said = " ".join(specification_line(line, MEASURE))
        assert not INTERNAL.search(said)
        assert not re.search(r"\bof \d+ (ways|specifications)", said)
