"""What a reader must know beside a result: one sentence for each caution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from evaluation.model.codes import Caution

CAUTIONS: Final[Mapping[Caution, str]] = {
    Caution.AREAS_ALIKE: "The areas look more alike than chance lets us trust, so we widened the range.",
    Caution.CHANCE_CHECK_DISAGREES: "The chance check does not agree with the likely range.",
    Caution.CHANCE_CHECK_CANNOT_SPEAK: "There are too few areas for the chance check to tell us anything.",
    Caution.NO_DENOMINATORS: "We know the percentages but not out of how many, so each area counts the same.",
    Caution.CHOICE_NOT_DECLARED: "The plan does not say how the test areas were chosen.",
    Caution.CHOSEN_AMONG_WORST: (
        "The test areas were among those doing worst, and the plan does not say how they were chosen. "
        "Places that do badly tend to improve anyway."
    ),
    Caution.FEW_PERIODS_BEFORE: (
        "There are too few figures from before the start to tell whether the areas were moving alike."
    ),
    Caution.EARLIER_TRENDS_DIFFER: "The test areas were moving differently before the prototype began.",
    Caution.SCALES_DISAGREE: "Measured in another fair way, the result is not the same.",
    Caution.MORE_VOLATILE: "The test areas go up and down more than the others, so chance can do more there.",
    Caution.RESTS_ON_ONE_AREA: "The result rests on one area: without it, it is not the same.",
    Caution.SMALL_NUMBERS: "The numbers are small, so a few families more or less can move them.",
    Caution.AREAS_DROPPED: "Some areas had to be left out because their figures are not complete.",
    Caution.RANGE_TOO_NARROW: (
        "With so few test areas this way of reckoning chance finds a change too often, so the range is too narrow."
    ),
    Caution.STARTS_DIFFER: (
        "The test areas did not start together, and this way of comparing misleads where the effect grows or differs."
    ),
    Caution.ONE_TEST_AREA: "Only one area tried this, and what else happened there cannot be told apart from it.",
    Caution.POOR_FIT_BEFORE: (
        "No mix of other areas had a past like that of the test areas, so what came after tells little."
    ),
    Caution.SERIES_FALSE_ALARMS: (
        "These figures rise and fall in long waves, so we would see a change more often than 1 time in 20 "
        "where nothing had happened."
    ),
    Caution.NO_COMPARISON: "There is nothing to compare with, so this may have happened anyway.",
    Caution.ALARMS_IN_THE_PAST: (
        "The same way of comparing finds differences on earlier dates too, when there was nothing to find."
    ),
    Caution.MAY_BE_DRIFT: (
        "The test areas stood apart before. Places that stand apart tend to move back, and that could explain it."
    ),
    Caution.EVENT_IN_WINDOW: (
        "Something else happened in the test areas at the time, and cannot be told apart from the prototype."
    ),
    Caution.COMPOSITION_CHANGED: (
        "In a test area many more, or many fewer, were counted than before, so the figures may be about other people."
    ),
    Caution.COMPARISON_EXPOSED: (
        "Some comparison areas received something alike. Without them, the result is not the same."
    ),
    Caution.DEFINITION_CHANGED: (
        "It was measured differently before and after, so earlier and later figures cannot be compared."
    ),
    Caution.PERIODS_OVERLAP: "The figures overlap in time, so the same people are counted more than once.",
    Caution.OVERLAPS_LEFT_OUT: (
        "The figures are for times that overlap. We used only those that share no time, so nobody is counted twice."
    ),
    Caution.NOT_COLLECTED: "For part of the time nothing was collected as usual, and we left that time out.",
    Caution.HOLE_IN_FIGURES: (
        "For part of the time there are no figures anywhere, and the plan does not say why. "
        "What was counted before and after may not be the same."
    ),
    Caution.METHOD_STRETCHED: "The plan asks for a way of comparing that is not made for so few areas or figures.",
    Caution.USERS_AGAINST_OTHERS: (
        "Those who took part are compared with those who did not, and they may differ in ways no figure shows."
    ),
}


def caution(which: Caution) -> str:
    """The sentence of this caution."""
    return CAUTIONS[which]


def said_once(cautions: Sequence[Caution]) -> list[Caution]:
    """Each caution once, in order, without those that another of them says too."""
    covered = {Caution.CHOICE_NOT_DECLARED} if Caution.CHOSEN_AMONG_WORST in cautions else set()
    return [which for which in dict.fromkeys(cautions) if which not in covered]
