"""Why there is no result yet."""

from __future__ import annotations

import pytest

from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.words.refusals import REASONS, refusal
from evaluation.words.situations import measured_differently


def test_every_reason_has_its_own_sentence() -> None:
    assert set(REASONS) == set(Reason)
    assert len(set(REASONS.values())) == len(Reason)


@pytest.mark.parametrize("reason", Reason)
def test_refusal_ends_its_sentences_and_holds_no_code(reason: Reason) -> None:
    said = refusal(
        Refusal("area-change", reason, "no figures for X10", "figures for X10"), {"X1": "Ferry End", "X10": "Marsh End"}
    )
    assert said.endswith(".")
    assert ".." not in said
    assert "X1" not in said


def test_too_few_areas_says_what_there_is_and_what_it_takes() -> None:
    said = refusal(
        Refusal(
            "m",
            Reason.TOO_FEW_AREAS,
            "Only 1 area tried this, with 2 to compare with.",
            "At least 10 comparison areas.",
        )
    )
    assert said == (
        "Only 1 area tried this, with 2 to compare with. That is too few to tell a real change from usual ups and "
        "downs; we would need at least 10 comparison areas."
    )


def test_areas_are_called_by_their_names() -> None:
    why = "the boundary of ILL-R05, ILL-R051 moved on 1 April 2025"
    assert refusal(Refusal("m", Reason.BOUNDARY_CHANGED, why, ""), {"ILL-R05": "Marsh End"}) == (
        "We cannot work this out yet. The boundary of Marsh End, ILL-R051 moved on 1 April 2025, so figures before and "
        "after describe different places. We have not compared them; counts for the new boundary would let us."
    )


def test_a_change_of_definition_says_since_when_and_that_the_chart_has_a_gap() -> None:
    why = f"the profile was reformed. {measured_differently('Good level of development', 'the 2021/22 school year')}"
    assert refusal(Refusal("m", Reason.BREAK_IN_DEFINITION, why, "")) == (
        'We cannot work this out yet. The profile was reformed. "Good level of development" has been measured '
        "differently since the 2021/22 school year. Earlier and later results cannot be compared, "
        "so the chart has a gap."
    )
