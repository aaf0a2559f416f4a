"""What the pages are given: read as a user would, on the small programme."""

from __future__ import annotations

import re

import pytest

from evaluation.model.release import HIDDEN
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    add_note,
    figures_page,
    import_file,
    meeting_item,
    meeting_page,
    prototype_page,
    results_page,
    template,
)
from tests.programme.conftest import EVALUATOR, acting_as
from tests.small import figures


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_prototype_says_where_it_is_and_what_is_riskiest(filled: Programme) -> None:
    page = prototype_page(filled, "one-team").content
    assert plain(page.status) == "Areas 1 to 3. Test and develop, begun on 1 January 2025."
    assert page.theory.riskiest == "One team leads to: More reviews on time, only if a shared list is kept up to date."
    assert page.theory.headline == "How we think it works: nothing is tested yet"
    assert "untested, and" in page.theory.graph


def test_a_measure_says_its_latest_level_and_period(filled: Programme) -> None:
    (measure,) = prototype_page(filled, "one-team").content.measures
    assert plain(measure.latest).startswith("68 in every 100")
    assert plain(measure.latest).endswith("December 2025")
    assert measure.line is not None


def test_without_figures_a_prototype_still_shows_its_plan(programme: Programme) -> None:
    page = prototype_page(programme, "one-team").content
    (measure,) = page.measures
    assert (measure.latest, measure.line) == ("No figures yet.", None)
    assert dict(page.plan)["Led by"] == "A. Lead"


def test_the_meeting_has_an_item_a_prototype_with_what_the_rule_points_to(filled: Programme) -> None:
    page = meeting_page(filled).content
    assert page.items == ("one-team",)
    item = meeting_item(filled, "one-team").content
    assert item.rule_headline == "The agreed rule points to: carry on"
    assert plain(item.rule) == (
        "The rule this group agreed on 3 December 2024 points to: carry on, "
        "because at least 5 in 100 more reviews are on time. "
        "It speaks at the planned look after 12 months of figures."
    )


def test_a_meeting_shows_the_two_latest_notes_and_counts_the_rest(filled: Programme) -> None:
    for number in range(4):
        add_note(filled, prototype="one-team", noticed=f"Note {number}.", request_key=str(number))
    item = meeting_item(filled, "one-team").content
    assert [note.noticed for note in item.notes] == ["Note 3.", "Note 2."]
    assert item.more_notes == 2
    assert len(item.cites) == 4  # the result, what the rule was asked of, two notes


def test_a_result_lists_the_files_its_figures_came_from(filled: Programme) -> None:
    page = results_page(filled, "one-team", "on-time").content
    assert page.sources[0] == "Source: Health visiting figures, The health visiting service."
    assert "figures.csv" in page.sources[1]
    assert "batch:1" in page.sources[1]


def test_the_pictures_and_the_sentence_say_one_number(filled: Programme) -> None:
    page = results_page(filled, "one-team", "on-time").content
    assert page.pictures is not None
    assert "8 in 100 more" in plain(page.headline)
    assert "8 in 100 more" in plain(page.pictures.of_range.content.title)
    assert page.pictures.of_others is not None
    assert page.pictures.of_others.content.title == "No other area changed this much"


def test_a_small_count_is_hidden_in_picture_table_and_small_line_and_is_not_zero(programme: Programme) -> None:
    rare = re.sub(r"(X0[123],2024-05),\d+,", r"\1,1,", figures())  # 3 of 300 in the test areas together
    import_file(acting_as(programme, EVALUATOR), "rare.csv", rare.encode(), request_key="rare")
    page = results_page(programme, "one-team", "on-time")
    # In the headline and both second opinions: that figure, and the one that would give it away beside the
    # level before the start.
    assert page.stamps.hidden == 2
    assert page.content.pictures is not None
    table = page.content.pictures.over_time.content.table
    (row,) = (row for row in table.rows if row[0] == "May 2024")
    assert row[1:4] == (HIDDEN, HIDDEN, HIDDEN)
    line = prototype_page(programme, "one-team").content.measures[0].line
    assert line is not None
    assert line.stamps.hidden == 2


def test_the_figures_page_counts_what_is_stored(filled: Programme) -> None:
    page = figures_page(filled).content
    (row,) = page.stored.rows
    assert [plain(str(cell)) for cell in row] == ["Reviews on time", "360", "January 2024", "December 2025"]
    assert [file.file for file in page.files] == ["figures.csv"]


def test_the_template_is_a_workbook(programme: Programme) -> None:
    assert template(programme).content.startswith(b"PK")


def test_a_page_of_a_prototype_there_is_not_says_which_there_are(programme: Programme) -> None:
    with pytest.raises(UsageError, match="There is: one-team"):
        prototype_page(programme, "nobody")
