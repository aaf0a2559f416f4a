"""Sicily's smoking ban of January 2005 and hospital admissions for acute coronary events: the series of the tutorial.

Monthly counts 2002-2006 at ages 0-69, and the population standardised by age, from the
supplement of Bernal, Cummins and Gasparrini (2017), Interrupted time series regression
for the evaluation of public health interventions: a tutorial, International Journal of
Epidemiology 46(1), 348-355; the figures are Barone-Adesi and others' (2011). Their ratio
is 0.894 without season and 0.885 with (0.839 to 0.933, months taken as independent).
"""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.codes import Caution, Grade
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel, compare

EVENTS = """
728 659 791 734 757 726 760 740 720 814 795 858 887 766 851 769 781 756 766 752 765 831 879 928 914 808 937 840 916 828
845 818 860 839 887 886 831 796 833 820 877 758 767 738 781 843 850 908 1021 859 976 888 962 838 810 876 843 936 912
"""
PEOPLE = """
379875.3 376495.5 377040.8 377116.4 377383.4 374113.1 379513.3 376295.5 374653.2 378485.6 375955.5 378349.7
376762.4 379032.3 379360.4 376162.0 377972.4 381830.7 379888.6 380872.2 380966.9 381240.4 382104.9 381802.7
381656.3 383680.0 383504.2 386462.9 383783.1 380836.8 383483.0 380906.2 382926.8 384052.4 384449.6 383428.4
388153.2 388373.2 386470.1 386033.2 383686.4 385509.3 385901.9 386516.6 388436.5 383255.2 390148.7 385874.9
391613.6 391750.4 394005.6 391364.9 391664.6 389022.3 391878.5 388575.3 392989.0 390018.8 390712.3
"""
MONTHS = [f"{2002 + at // 12}-{at % 12 + 1:02d}" for at in range(59)]
NUMBERS = [str(at) for at in range(1, 60)]


def sicily(periods: list[str]) -> Panel:
    events, people = (np.array([[float(one) for one in text.split()]]) for text in (EVENTS, PEOPLE))
    return Panel.from_matrix(
        areas=["Sicily"], periods=periods, starts=[36], numerators=events, denominators=people, scale="rate"
    )


def estimate(periods: list[str]) -> Estimate:
    outcome = ESTIMATORS["interrupted-series"](sicily(periods))
    assert isinstance(outcome, Estimate)
    return outcome


@pytest.mark.parametrize(("periods", "ratio"), [(NUMBERS, 0.894), (MONTHS, 0.885)])
def test_the_ratio_is_the_published_one(periods: list[str], ratio: float) -> None:
    assert np.exp(estimate(periods).value) == pytest.approx(ratio, abs=5e-4)


def test_the_published_range_stands_beside_and_ours_is_a_little_wider() -> None:
    """Months are not independent, or at least 59 of them cannot tell."""
    outcome = estimate(MONTHS)
    (opinion,) = outcome.opinions
    assert opinion.standard_error is not None
    normal = np.exp([outcome.value + side * 1.959964 * opinion.standard_error for side in (-1, 1)])
    assert normal == pytest.approx([0.839, 0.933], abs=5e-4)
    assert 0.82 < np.exp(outcome.low) < 0.839
    assert 0.933 < np.exp(outcome.high) < 0.95


def test_it_is_worth_c_at_most_and_says_that_nothing_was_compared() -> None:
    comparison = compare(sicily(MONTHS))
    assert isinstance(comparison.outcome, Estimate)
    assert (comparison.outcome.method, comparison.cap, comparison.grade) == ("interrupted-series", Grade.C, Grade.C)
    assert Caution.NO_COMPARISON in comparison.cautions
    assert comparison.outcome.false_alarms is not None
    assert comparison.outcome.false_alarms < 0.07
