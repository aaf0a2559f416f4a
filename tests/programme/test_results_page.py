from __future__ import annotations

from evaluation.programme import Programme, results_page
from evaluation.words import breakable


def test_the_finding_is_not_said_twice(filled: Programme) -> None:
    page = results_page(filled, "one-team", "on-time").content
    assert page.headline[1:] in page.sentence
    assert page.further.startswith("The likely range is")
    assert page.sentence.endswith(page.further)


def test_a_caution_is_said_once(filled: Programme) -> None:
    page = results_page(filled, "one-team", "on-time").content
    assert not [caution for caution in page.cautions if caution in page.why]


def test_where_there_is_a_result_nothing_stands_instead(filled: Programme) -> None:
    assert results_page(filled, "one-team", "on-time").content.instead is None


def test_before_the_first_figures_the_page_says_where_to_look(programme: Programme) -> None:
    page = results_page(programme, "one-team", "on-time").content
    assert breakable(page.headline) == "We cannot work this out yet"
    assert page.further.startswith("No figures yet.")
    assert page.instead is not None
    assert page.instead.line is None
