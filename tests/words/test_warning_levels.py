from __future__ import annotations

from dataclasses import replace

from evaluation.model.measure import WarningLevel
from evaluation.words import breakable
from evaluation.words.warning_levels import WARNING_STATES, WarningState, threshold, warnings_heading
from tests.words.test_letters import ON_TIME

LEVEL = WarningLevel("too-few", "The lead asks why.", "Health visiting", 30, below=0.7, above=0.99)


def test_every_state_has_its_words() -> None:
    assert set(WARNING_STATES) == set(WarningState)


def test_a_threshold_names_the_side_on_which_a_figure_lies() -> None:
    assert breakable(threshold(ON_TIME, LEVEL, 0.6)) == "below 70 in every 100"
    assert breakable(threshold(ON_TIME, LEVEL, 1.0)) == "above 99 in every 100"
    assert breakable(threshold(ON_TIME, LEVEL, None)) == "below 70 in every 100 or above 99 in every 100"
    assert breakable(threshold(ON_TIME, replace(LEVEL, above=None), None)) == "below 70 in every 100"


def test_the_heading_says_what_is_overdue() -> None:
    raised, overdue = WarningState.RAISED, WarningState.OVERDUE
    assert warnings_heading({}) == ""
    assert breakable(warnings_heading({raised: 2, overdue: 1})) == "3 warnings, 1 of them with the answer overdue"
    assert breakable(warnings_heading({overdue: 1})) == "1 warning, its answer overdue"
