"""Results are values, and carry nothing that is no number."""

from __future__ import annotations

import dataclasses
import math

import pytest

from evaluation.model.codes import Reason, Unit
from evaluation.model.results import Effect, Refusal
from tests.model.test_comparisons import estimate


def test_a_refusal_has_no_number_to_misread() -> None:
    refusal = Refusal("area-change", Reason.NO_PERIODS_AFTER, "why", "need")
    assert all(isinstance(getattr(refusal, field.name), str) for field in dataclasses.fields(refusal))


def test_a_result_never_carries_what_is_not_a_number() -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        Effect(math.nan, 0, 1, Unit.SHARE, 0.5, 0.5)


def test_an_estimate_lies_within_its_interval() -> None:
    with pytest.raises(ValueError, match="within its"):
        dataclasses.replace(estimate(0, 1), value=2)
