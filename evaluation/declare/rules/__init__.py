"""The rules: each looks at the whole plan and yields what is wrong with it. To add one, write it and list it here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from evaluation.declare.plan import Plan
from evaluation.declare.rules.areas import (
    areas_beside,
    areas_in_both_roles,
    areas_without_choice,
    codes_that_are_none,
    comparisons_by_no_rule,
)
from evaluation.declare.rules.criteria import criteria_that_cannot_speak, periods_out_of_order
from evaluation.declare.rules.dates import agreed_too_late, looks_out_of_order, spans_out_of_order
from evaluation.declare.rules.groups import reporting_in_circles
from evaluation.declare.rules.ids import bad_ids, duplicate_ids, retired_ids
from evaluation.declare.rules.measures import outcomes_without_measure, unreadable_periods, windows_of_no_years
from evaluation.declare.rules.names import taken_names, unknown_ids, unknown_names, unknown_words
from evaluation.declare.rules.numbers import numbers_out_of_range, shares_out_of_range
from evaluation.declare.rules.offers import offers_that_say_nothing
from evaluation.declare.rules.readiness import ready_too_late
from evaluation.declare.rules.sharing import frameworks_without_ground, protected_otherwise, sharing_in_circles
from evaluation.declare.rules.stages import not_enough_for_stage
from evaluation.declare.rules.surveys import surveys_of_other_scales
from evaluation.declare.rules.theory import cycles
from evaluation.declare.rules.warning_levels import gaps_to_oneself, levels_that_say_nothing
from evaluation.problems import Problem

Rule = Callable[[Plan], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    bad_ids,
    duplicate_ids,
    retired_ids,
    unknown_ids,
    unknown_names,
    taken_names,
    unknown_words,
    frameworks_without_ground,
    sharing_in_circles,
    protected_otherwise,
    cycles,
    reporting_in_circles,
    offers_that_say_nothing,
    areas_in_both_roles,
    areas_beside,
    areas_without_choice,
    codes_that_are_none,
    comparisons_by_no_rule,
    spans_out_of_order,
    looks_out_of_order,
    periods_out_of_order,
    agreed_too_late,
    criteria_that_cannot_speak,
    ready_too_late,
    numbers_out_of_range,
    shares_out_of_range,
    outcomes_without_measure,
    unreadable_periods,
    windows_of_no_years,
    levels_that_say_nothing,
    gaps_to_oneself,
    surveys_of_other_scales,
    not_enough_for_stage,
)
