"""Answers to a families' survey come in like figures, from the export of a form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation import store
from evaluation.model.measure import Survey
from evaluation.programme import Programme, import_file, preview_file
from tests.programme.conftest import EVALUATOR, acting_as

QUESTION = "Was the visit on time?"
HEADINGS = f'ID,Completion time,Email,Name,Where do you live?,"{QUESTION}"'
ONE = f"{HEADINGS}\n1,2026-03-04 10:05:00,anonymous,,Area 1,Yes\n2,2026-03-05 09:00:00,anonymous,,Area 1,No\n"
TWO = f"{ONE}3,2026-03-09 09:00:00,anonymous,,Area 1,Yes\n"


@pytest.fixture
def asking(programme: Programme) -> Programme:
    framework = programme.framework
    measure = replace(framework.measures[0], survey=Survey(QUESTION, ("Yes",), ("No",)))
    declarations = replace(programme.declarations, frameworks=(replace(framework, measures=(measure,)),))
    return acting_as(replace(programme, declarations=declarations), EVALUATOR)


def test_a_preview_says_what_would_be_counted(asking: Programme) -> None:
    seen = preview_file(asking, "survey.csv", ONE.encode()).content
    assert (seen.batch.source, seen.batch.rows_used, seen.batch.figures_new) == ("survey", 2, 1)
    assert any(QUESTION in note for note in seen.notes)


def test_a_later_export_corrects_the_count_and_overwrites_nothing(asking: Programme) -> None:
    import_file(asking, "survey.csv", ONE.encode(), request_key="one")
    again = import_file(asking, "survey.csv", TWO.encode(), request_key="two").content
    assert (again.batch.figures_new, again.batch.figures_revised) == (0, 1)
    (figure,) = store.observations(asking.store)
    assert (figure.observation.numerator, figure.observation.denominator) == (2, 3)


def test_the_same_export_twice_does_nothing(asking: Programme) -> None:
    import_file(asking, "survey.csv", ONE.encode(), request_key="one")
    assert import_file(asking, "survey.csv", ONE.encode(), request_key="two").content.again
