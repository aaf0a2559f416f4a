"""Castle doctrine and homicide (Cheng and Hoekstra 2013), by group-time effects (Callaway and Sant'Anna 2021).

Data: PyPI `causaldata`, 50 states, 2000-2010, of which 21 start between 2006 and 2010.
Numbers: the same log of homicides through two other programs for the method
(moderndid 0.2.0; where it reports them, diff-diff 3.13), without covariates or
weights, standard errors from the influence function.
"""

from __future__ import annotations

import causaldata
import numpy as np
import pandas as pd
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel

# The data hold single-precision numbers: programs differ in their last bits.
SAME = 1e-6


@pytest.fixture(scope="module")
def homicide() -> Panel:
    """Log of homicides per 100,000, starting in the first year the law held throughout or in part."""
    rows = causaldata.castle.load_pandas().data
    first = rows[rows["post"] == 1].groupby("sid")["year"].min()
    frame = pd.DataFrame(
        {
            "area": rows["sid"],
            "period": rows["year"],
            "start": rows["sid"].map(first),
            "value": np.log(rows["homicide"]),
        }
    )
    return Panel.from_frame(frame)


@pytest.mark.parametrize(
    ("comparison", "aggregate", "value", "error"),
    [
        ("never", "simple", 0.019402810765776986, 0.03838864523110763),
        ("never", "event", 0.059054171250562185, 0.03432936756102088),
        ("never", "group", 0.011527825630193615, 0.03961838528380579),
        ("never", "calendar", 0.05899311361219893, 0.029138993078426215),
        ("not_yet", "simple", 0.017412047519685357, 0.0396204662303046),
        ("not_yet", "event", 0.05747096383732212, 0.03493737909545121),
        ("not_yet", "group", 0.00936264565467421, 0.04134954271897824),
        ("not_yet", "calendar", 0.052696121224549364, 0.03012160575515802),
    ],
)
def test_every_average_and_its_error_are_those_of_other_programs(
    homicide: Panel, comparison: str, aggregate: str, value: float, error: float
) -> None:
    outcome = ESTIMATORS["staggered"](homicide, comparison=comparison, aggregate=aggregate)
    assert isinstance(outcome, Estimate)
    assert (outcome.value, outcome.standard_error) == pytest.approx((value, error), abs=SAME)


def test_the_default_is_the_simple_average_against_states_that_never_start(homicide: Panel) -> None:
    outcome = ESTIMATORS["staggered"](homicide)
    assert outcome == ESTIMATORS["staggered"](homicide, comparison="never", aggregate="simple")
    assert isinstance(outcome, Estimate)
    assert (len(outcome.test_areas), len(outcome.comparison_areas)) == (21, 29)
