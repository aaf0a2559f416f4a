"""Sentences for figures that are not there, and for plans that changed."""

from __future__ import annotations

from datetime import date

from evaluation.words import breakable
from evaluation.words.situations import (
    HIDDEN,
    definition_changed,
    late,
    left_out_before,
    no_results,
    not_collected,
    plan_changed,
    plan_unexplained,
)


def test_hidden() -> None:
    assert HIDDEN == (
        "We have hidden this figure because it is about so few children that a family might be recognised. "
        "Hidden does not mean zero."
    )


def test_late() -> None:
    said = late("Health visiting", "January to March", date(2026, 4, 30), "December 2025", today=date(2026, 6, 3))
    assert breakable(said) == (
        "The health visiting figures for January to March were due on 30 April and have not arrived. "
        "This page stops at December 2025."
    )
    assert late("NHS dental", "May", date(2026, 4, 30), "April").startswith("The NHS dental figures")
    assert late("Dental figures", "May", date(2026, 4, 30), "April").startswith("The dental figures for May")


def test_definition_changed() -> None:
    assert definition_changed("Good level of development", "the 2021/22 school year") == (
        '"Good level of development" has been measured differently since the 2021/22 school year. '
        "Earlier and later results cannot be compared, so the chart has a gap."
    )


def test_plan_changed() -> None:
    said = plan_changed(date(2026, 5, 12), "two comparison areas were taken out because their boundary moved.")
    assert breakable(said) == (
        "The plan was changed on 12 May 2026, after it was agreed: two comparison areas were taken out because their "
        "boundary moved. We show both results."
    )


def test_a_change_of_the_plan_that_touches_no_result_shows_one() -> None:
    said = plan_changed(date(2026, 5, 12), "1 question was changed", both=False)
    assert breakable(said) == "The plan was changed on 12 May 2026, after it was agreed: 1 question was changed."


def test_a_change_of_the_plan_that_nobody_explained() -> None:
    assert plan_unexplained("the name was changed") == (
        "The plan was changed after it was agreed, and nobody has said why: the name was changed. "
        "What was agreed before is what the result is judged by."
    )


def test_no_results_names_the_month_where_it_is_known() -> None:
    assert breakable(no_results(date(2027, 7, 1))) == (
        "No figures yet. The first that can answer this are due in July 2027. "
        "Until then look at who it reached, how it ran and what families said."
    )
    assert "due in" not in no_results()


def test_time_in_which_nothing_was_collected() -> None:
    assert not_collected("Good level of development", "September 2019 to August 2021") == (
        'No figures for "Good level of development" were collected as usual from September 2019 to August 2021'
    )


def test_figures_under_an_earlier_definition_are_left_out() -> None:
    assert left_out_before("Good level of development", "the 2021/22 school year") == (
        '"Good level of development" has been measured differently since the 2021/22 school year, '
        "so earlier figures are left out."
    )
