"""The codes a result speaks in: why there is no number, what a reader must know, how strong it is.

`evaluation.words` has the sentence of each, and a test holds that none is without.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why there is no number."""

    NO_FIGURES = "no_figures"
    INCOMPLETE = "incomplete"
    NOT_STARTED = "not_started"
    NO_PERIODS_BEFORE = "no_periods_before"
    NO_PERIODS_AFTER = "no_periods_after"
    TOO_FEW_AREAS = "too_few_areas"
    TOO_FEW_EVENTS = "too_few_events"
    TOO_FEW_POINTS = "too_few_points"
    DIFFERENT_STARTS = "different_starts"
    NEEDS_COUNTS = "needs_counts"
    BREAK_IN_DEFINITION = "break_in_definition"
    NOT_COLLECTED = "not_collected"
    PARTS_OF_A_PLACE = "parts_of_a_place"
    BOUNDARY_CHANGED = "boundary_changed"
    NESTED_AREAS = "nested_areas"
    OVERLAPPING_PERIODS = "overlapping_periods"
    COVARIATE = "covariate"
    NO_VARIATION = "no_variation"
    UNKNOWN_METHOD = "unknown_method"
    TWO_GROUPS = "two_groups"
    NO_GAIN = "no_gain"
    TOO_FEW_PROTOTYPES = "too_few_prototypes"
    DIFFERENT_SCALES = "different_scales"
    SHARED_AREAS = "shared_areas"


class Scaling(StrEnum):
    """The scale an estimate's `value` stands on."""

    LOG_ODDS = "log_odds"
    LOG = "log"
    PLAIN = "plain"


class Unit(StrEnum):
    """The unit of an effect as people read it."""

    SHARE = "share"  # differences between shares: said as points, "6 in 100"
    PER = "per"  # differences between rates: quotients in the statistics, on the measure's base from assemble on
    NUMBER = "number"


class CheckState(StrEnum):
    """How a check came out; some only inform."""

    PASSED = "passed"
    FAILED = "failed"
    INFORMS = "informs"


class Grade(StrEnum):
    """How strong the evidence is: strong, fair, limited, descriptive only."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Caution(StrEnum):
    """What a reader of a result must know beside it; `words` has the sentence of each."""

    AREAS_ALIKE = "areas_alike"  # between-area variance estimated as 0
    CHANCE_CHECK_DISAGREES = "chance_check_disagrees"
    CHANCE_CHECK_CANNOT_SPEAK = "chance_check_cannot_speak"
    NO_DENOMINATORS = "no_denominators"
    CHOICE_NOT_DECLARED = "choice_not_declared"
    CHOSEN_AMONG_WORST = "chosen_among_worst"  # not declared, and in the worst third in some year before
    FEW_PERIODS_BEFORE = "few_periods_before"
    EARLIER_TRENDS_DIFFER = "earlier_trends_differ"
    SCALES_DISAGREE = "scales_disagree"
    MORE_VOLATILE = "more_volatile"
    RESTS_ON_ONE_AREA = "rests_on_one_area"
    SMALL_NUMBERS = "small_numbers"
    AREAS_DROPPED = "areas_dropped"
    RANGE_TOO_NARROW = "range_too_narrow"  # clustered errors with few test areas
    STARTS_DIFFER = "starts_differ"
    ONE_TEST_AREA = "one_test_area"
    POOR_FIT_BEFORE = "poor_fit_before"  # the synthetic area misses the test area twice as far as is usual
    SERIES_FALSE_ALARMS = "series_false_alarms"  # a series this autocorrelated shows effects when nothing happened
    NO_COMPARISON = "no_comparison"
    ALARMS_IN_THE_PAST = "alarms_in_the_past"  # the same method finds effects before there was anything to find
    MAY_BE_DRIFT = "may_be_drift"  # areas that stood apart drift back, and that is half of the effect
    EVENT_IN_WINDOW = "event_in_window"
    COMPOSITION_CHANGED = "composition_changed"
    COMPARISON_EXPOSED = "comparison_exposed"
    DEFINITION_CHANGED = "definition_changed"
    PERIODS_OVERLAP = "periods_overlap"
    OVERLAPS_LEFT_OUT = "overlaps_left_out"  # of periods that share time, only those apart from one another are used
    NOT_COLLECTED = "not_collected"  # the plan says that nothing was collected for part of the time
    HOLE_IN_FIGURES = "hole_in_figures"  # no area has figures for part of the time, and nobody says why
    METHOD_STRETCHED = "method_stretched"  # a method the plan chose beyond the designs it is made for
    USERS_AGAINST_OTHERS = "users_against_others"


class Lift(StrEnum):
    """What would raise the grade by one; `words` has the sentence of each."""

    COMPARISON_AREAS = "comparison_areas"
    TEST_AREAS = "test_areas"
    LONGER_PAST = "longer_past"
    LONGER_SERIES = "longer_series"
    MORE_FIGURES = "more_figures"
    OTHER_METHOD = "other_method"
    DECLARE_CHOICE = "declare_choice"
    PLACES_NOT_USERS = "places_not_users"
    LIKER_AREAS = "liker_areas"
    UNTOUCHED_AREAS = "untouched_areas"
    OTHER_PERIODS = "other_periods"
    LIKE_FOR_LIKE = "like_for_like"
    DRAW_LOTS = "draw_lots"


class Finds(StrEnum):
    """The outcomes that are never mixed. A difference for the worse is harm."""

    DIFFERENCE = "difference"
    HARM = "harm"
    NO_WORTHWHILE_CHANGE = "no_worthwhile_change"
    NOT_SETTLED = "not_settled"
    NOT_ENOUGH_AREAS = "not_enough_areas"
    CANNOT_SAY = "cannot_say"
