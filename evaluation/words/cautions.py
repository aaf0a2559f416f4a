"""What a reader must know beside a result: one sentence for each caution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evaluation.model.results import Caution

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
    Caution.ONE_TEST_AREA: "Only one area tried this, and what else happened there cannot be told apart from it.",
    Caution.NO_COMPARISON: "There is nothing to compare with, so this may have happened anyway.",
}


def caution(which: Caution) -> str:
    """The sentence of this caution."""
    return CAUTIONS[which]
