from __future__ import annotations

import pytest

from evaluation import store
from evaluation.problems import MeasuresError, UsageError
from evaluation.programme import Programme, figures_page, import_file, preview_file
from tests.programme.conftest import EVALUATOR, LEAD, acting_as
from tests.small import AREAS, MONTHS, figures

CONTENT = figures().encode()


def bring_in(programme: Programme, content: bytes, key: str = "key") -> object:
    return import_file(acting_as(programme, EVALUATOR), "figures.csv", content, request_key=key).content


def test_a_preview_counts_everything_and_stores_nothing(programme: Programme) -> None:
    seen = preview_file(programme, "figures.csv", CONTENT).content
    assert (seen.batch.rows_read, seen.batch.rows_used, seen.batch.figures_new) == (AREAS * MONTHS,) * 3
    assert seen.reference is None
    assert store.observations(programme.store) == ()


def test_the_same_bytes_twice_do_nothing(programme: Programme) -> None:
    bring_in(programme, CONTENT)
    again = import_file(acting_as(programme, EVALUATOR), "figures.csv", CONTENT, request_key="again").content
    assert again.again
    assert len(figures_page(programme).content.files) == 1


def test_a_revised_figure_is_a_new_row_and_the_others_are_unchanged(programme: Programme) -> None:
    bring_in(programme, CONTENT)
    changed = CONTENT.replace(b"on-time,X01,2024-01,", b"on-time,X01,2024-01,1", 1).replace(b",100\n", b",1000\n", 1)
    seen = preview_file(programme, "figures.csv", changed).content
    batch = seen.batch
    assert (batch.figures_new, batch.figures_revised, batch.figures_unchanged) == (0, 1, AREAS * MONTHS - 1)


def test_a_column_that_identifies_a_person_refuses_the_file_and_leaves_the_store_as_it_was(
    programme: Programme,
) -> None:
    named = b"measure,area,period,numerator,denominator,surname\non-time,X01,2024-01,6,10,Smith\n"
    with pytest.raises(MeasuresError, match="surname") as failed:
        bring_in(programme, named)
    assert {problem.code for problem in failed.value.problems} == {"personal-data"}
    assert store.observations(programme.store) == ()


def test_an_innovation_lead_does_not_bring_in_figures(programme: Programme) -> None:
    with pytest.raises(UsageError, match="may not bring in figures"):
        import_file(acting_as(programme, LEAD), "figures.csv", CONTENT, request_key="key")


def test_what_is_late_is_said_with_the_day_it_was_due(programme: Programme) -> None:
    bring_in(programme, CONTENT)
    page = figures_page(programme).content
    (stream,) = page.streams
    assert stream.state == "late"
    assert "have not arrived" in stream.sentence
    assert page.headline == "Figures: of 1\u00a0source, 1 late"
