"""A mapping is kept once and knows every later file of its headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation import store
from evaluation.measures import Asked
from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    import_file,
    keep_mapping,
    kept_mapping,
    kept_mappings,
    mapping_said,
    preview_file,
    suggest_mapping,
)
from tests.programme.conftest import EVALUATOR, LEAD, acting_as

RETURN = b"Place code,Month,Seen,Due\nX01,2024-01,30,40\nX02,2024-01,20,40\n"
NEXT = b"Month,Place code,Seen,Due\n2024-02,X01,10,40\n"
SAID = {
    "name": "Returns",
    "area": "Place code",
    "period": "Month",
    "numerator": "Seen",
    "denominator": "Due",
    "measure": "on-time",
}


def keep(programme: Programme, said: dict[str, str] = SAID, key: str = "key") -> str:
    evaluator = acting_as(programme, EVALUATOR)
    asked = Asked(mapping=mapping_said(evaluator, said))
    return str(keep_mapping(evaluator, "returns.csv", RETURN, asked, request_key=key).content)


def test_the_next_file_of_the_same_headings_is_known(programme: Programme) -> None:
    keep(programme)
    seen = preview_file(programme, "february.csv", NEXT).content
    assert (seen.batch.source, seen.batch.figures_new) == ("mapping Returns", 1)


def test_what_was_said_is_used_at_once_and_its_figures_stored(programme: Programme) -> None:
    asked = Asked(mapping=mapping_said(programme, SAID))
    done = import_file(acting_as(programme, EVALUATOR), "r.csv", RETURN, request_key="r", asked=asked).content
    assert (done.batch.rows_used, done.batch.figures_new) == (2, 2)
    assert len(store.observations(programme.store)) == 2


def test_a_later_mapping_of_the_same_name_takes_the_place_of_the_first_and_both_stay_stored(
    programme: Programme,
) -> None:
    first = keep(programme)
    keep(programme, {**SAID, "numerator": "Due"}, key="again")
    assert kept_mapping(programme, "Returns").numerator == "Due"
    assert len(kept_mappings(programme)) == 1
    earlier, later = store.rows(programme.store, Kind.MAPPING)
    assert (str(earlier.reference), str(later.amends)) == (first, first)


def test_the_same_submission_twice_is_one_mapping(programme: Programme) -> None:
    assert keep(programme) == keep(programme)


def test_what_was_known_earlier_can_be_asked(programme: Programme) -> None:
    before = programme.clock()
    keep(replace(programme, clock=lambda: before.replace(hour=12)))
    assert kept_mappings(replace(programme, as_at=before)) == ()


def test_a_mapping_survives_being_stored(programme: Programme) -> None:
    keep(programme, {**SAID, "measure": "", "measure_column": "Seen"})
    kept = kept_mapping(programme, "Returns")
    assert kept.headings == ("place code", "month", "seen", "due")
    assert kept.measures["on-time"] == "on-time"


def test_an_innovation_lead_keeps_no_mapping(programme: Programme) -> None:
    asked = Asked(mapping=mapping_said(programme, SAID))
    with pytest.raises(UsageError, match="may not bring in figures"):
        keep_mapping(acting_as(programme, LEAD), "returns.csv", RETURN, asked, request_key="key")


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"measure": "on-tiem"}, 'No measure "on-tiem"'),
        ({"area": ""}, "the column of areas"),
        ({"period": " "}, "a column of periods"),
        ({"numerator": ""}, "a value, or both counts"),
        ({"measure": ""}, "a measure"),
    ],
)
def test_what_is_lacking_is_said(programme: Programme, said: dict[str, str], what: str) -> None:
    with pytest.raises(UsageError, match=what):
        mapping_said(programme, {**SAID, **said})


def test_a_mapping_without_a_name_is_not_kept(programme: Programme) -> None:
    with pytest.raises(UsageError, match="no name"):
        keep(programme, {**SAID, "name": ""})


def test_a_mapping_there_is_not_is_refused_with_those_there_are(programme: Programme) -> None:
    keep(programme)
    with pytest.raises(UsageError, match="There is: Returns"):
        kept_mapping(programme, "Retrun")


def test_what_is_shown_to_be_asked_about_is_the_table_as_it_stands(programme: Programme) -> None:
    seen = suggest_mapping(programme, "returns.csv", RETURN).content
    assert (seen.header_row, seen.headings, len(seen.rows)) == (1, ("Place code", "Month", "Seen", "Due"), 2)


def test_the_headings_kept_are_those_of_the_row_that_was_read(programme: Programme) -> None:
    evaluator, asked = acting_as(programme, EVALUATOR), Asked(mapping=mapping_said(programme, SAID))
    above = b"a long title,of,four,cells\n"
    keep_mapping(evaluator, "returns.csv", above + RETURN, asked, request_key="key")
    kept = kept_mapping(programme, "Returns")
    assert (kept.headings, kept.header_row) == (("place code", "month", "seen", "due"), 2)
