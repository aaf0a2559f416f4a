"""Organ donation: California's change to an active choice in the third quarter of 2011, among 27 states.

Kessler and Roth (2014), as told by Huntington-Klein, The Effect, chapter 18. One state changed:
clustered errors call it certain, and five of the 27 states moved as far.
"""

from __future__ import annotations

import pandas as pd
import pytest
from causaldata import organ_donations

from evaluation.model.codes import Caution
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel


@pytest.fixture(scope="module")
def outcome() -> Estimate:
    rates = organ_donations.load_pandas().data
    start = rates["State"].map({"California": 4})
    columns = {"area": rates["State"], "period": rates["Quarter_Num"], "start": start, "value": rates["Rate"]}
    found = ESTIMATORS["two-way"](Panel.from_frame(pd.DataFrame(columns)))
    assert isinstance(found, Estimate)
    return found


def test_the_effect_and_its_clustered_error_are_as_published(outcome: Estimate) -> None:
    assert outcome.value == pytest.approx(-0.0225, abs=1e-4)
    assert outcome.standard_error == pytest.approx(0.0060, abs=1e-4)
    assert outcome.p_value < 0.01
    assert len(outcome.areas) == 27


def test_labels_permuted_over_the_states_do_not_bear_it_out(outcome: Estimate) -> None:
    assert outcome.permutation_p == pytest.approx(0.185, abs=5e-4)
    assert outcome.smallest_p == pytest.approx(1 / 27)
    assert {Caution.ONE_TEST_AREA, Caution.RANGE_TOO_NARROW, Caution.CHANCE_CHECK_DISAGREES} <= set(outcome.cautions)
