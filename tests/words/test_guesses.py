"""What is said of guesses."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.learning.guesses import CHANCE, WhyNot
from evaluation.learning.scoring import Share, Track
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import PeriodKind, parse_notation
from evaluation.model.predictions import Likelihood, Prediction
from evaluation.words import breakable
from evaluation.words.guesses import (
    LIKELIHOODS,
    expected,
    guessed,
    level_seen,
    more_needed,
    score,
    share,
    too_few,
    why_not,
    within,
)

ON = date(2026, 1, 5)
MARCH = parse_notation("2026-03", PeriodKind.MONTH)
REVIEWS = Measure(
    "on-time", "Reviews on time", MeasureKind.PROCESS, (), "visits", Scale.PROPORTION, Polarity.HIGHER,
    PeriodKind.MONTH, "reviews", "were on time",
)  # fmt: skip
WAIT = Measure(
    "days", "Days to the first visit", MeasureKind.PROCESS, (), "diary", Scale.MEAN, Polarity.LOWER,
    PeriodKind.MONTH, "families", "waited", unit="days",
)  # fmt: skip


def guess(*, at_least: float | None = None, at_most: float | None = None, **more: float) -> Prediction:
    return Prediction("p", "m", "2026-03", Likelihood.LIKELY, ON, at_least=at_least, at_most=at_most, **more)  # type: ignore[arg-type]  # levels


def test_what_was_guessed() -> None:
    assert (
        breakable(guessed(REVIEWS, guess(at_least=0.75), MARCH))
        == "Reviews on time: at least 75 in every 100, March 2026"
    )
    assert breakable(guessed(WAIT, guess(at_most=12), MARCH)) == "Days to the first visit: at most 12 days, March 2026"


def test_what_was_expected() -> None:
    assert breakable(expected(REVIEWS, guess(at_least=0.75, low=0.7, high=0.8))) == "70 to 80 in every 100"
    assert expected(REVIEWS, guess(at_least=0.75)) == ""


@pytest.mark.parametrize(
    ("level", "said"),
    [(0.75, "75 in every 100"), (0.748, "just under 75 in every 100"), (0.753, "just over 75 in every 100")],
)
def test_a_level_that_reads_as_the_guess_says_on_which_side_it_lies(level: float, said: str) -> None:
    assert breakable(level_seen(REVIEWS, guess(at_least=0.75), level)) == said


def test_a_level_elsewhere_is_only_said() -> None:
    assert breakable(level_seen(REVIEWS, guess(at_least=0.75), 0.712)) == "71 in every 100"


@pytest.mark.parametrize("reason", WhyNot)
def test_every_reason_has_its_sentence(reason: WhyNot) -> None:
    assert why_not(reason, ON, ON).endswith(".")


def test_figures_that_are_due_and_figures_that_are_late() -> None:
    assert breakable(why_not(WhyNot.NO_FIGURES, ON, ON)) == "The figures are due on 5 January 2026."
    assert breakable(why_not(WhyNot.NO_FIGURES, ON, date(2026, 1, 6))) == (
        "The figures were due on 5 January 2026 and have not all arrived."
    )


def test_every_word_is_said() -> None:
    assert set(LIKELIHOODS) == set(CHANCE) == set(Likelihood)


def test_a_score_and_what_it_can_be() -> None:
    found = Track(12, 11, 0.183, 0.09, 0.301, (), Share(7, 10, 0.397, 0.892))
    assert breakable(score(found)) == (
        "Over 12 guesses about 11 figures the score is 0.18 (likely range 0.09 to 0.30). "
        "0 is always right and sure; 0.25 is what tossing a coin gives."
    )
    assert breakable(within(found)) == (
        "Of 10 ranges from the lowest to the highest expected, 7 held what was seen (likely range 40% to 89%); "
        "8 in 10 is what such ranges are meant to hold."
    )
    assert breakable(share(Share(6, 8, 0.409, 0.929))) == "6 of 8 (likely range 41% to 93%)"


def test_too_few_guesses_and_too_few_people() -> None:
    assert breakable(too_few(0, 0, 3)).endswith("about 10 different figures. So far there is none.")
    assert breakable(too_few(1, 1, 3)).endswith("So far there is 1.")
    assert breakable(too_few(12, 1, 3)).endswith(
        "once 3 people have made them, so that it is nobody's own. So far 1 person has."
    )
    assert breakable(more_needed(7)).endswith("are about 10 different figures: 3 more to go.")
