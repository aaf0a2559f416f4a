from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime

import openpyxl
import pytest

from evaluation.measures.reading import Reading
from evaluation.measures.survey import read_survey
from evaluation.model.framework import Cadence, Framework, Outcome, Stream
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale, Survey
from evaluation.model.places import Area, Period, PeriodKind
from evaluation.problems import MeasuresError

QUESTION = "Someone to talk to?"
SURVEY = Survey(QUESTION, ("Agree",), ("Disagree",), ("Prefer not to say",))
HEADINGS = ("ID", "Completion time", "Email", "Name", "Where do you live?", f"{QUESTION}\xa0", "Anything else?")
MARCH, APRIL = datetime(2026, 3, 4, 10, 5), datetime(2026, 4, 1, 9, 0)  # noqa: DTZ001 - as Excel has it


def framework(survey: Survey | None = SURVEY) -> Framework:
    measure = Measure(
        "talk", "Someone to talk to", MeasureKind.EXPERIENCE, ("well",), "survey", Scale.PROPORTION, Polarity.HIGHER,
        PeriodKind.QUARTER, "parents", "have someone to talk to", survey=survey,
    )  # fmt: skip
    stream = Stream("survey", "Survey", "Healthwatch", Cadence.QUARTERLY, "consent")
    areas = (Area("X1", "Marsh End"), Area("X2", "Hill Top"))
    return Framework("f", "F", (Outcome("well", "Well"),), (measure,), (stream,), areas=areas)


def answers(*rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> bytes:
    workbook = openpyxl.Workbook()
    for row in (headings, *rows):
        workbook.active.append(list(row))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def one(
    place: str = "Marsh End", said: str = "Agree", at: object = MARCH, name: str = "", more: str = ""
) -> list[object]:
    return [1, at, "anonymous", name, place, said, more]


def count(*rows: Sequence[object]) -> Reading:
    found = read_survey("survey.xlsx", answers(*rows), framework())
    assert found is not None
    return found


def test_answers_are_counted_by_area_and_period() -> None:
    found = count(one(), one(said="disagree "), one("X1"), one("Hill Top"), one(at=APRIL, said="Disagree"))
    first, second = (Period.starting(date(2026, month, 1), PeriodKind.QUARTER) for month in (1, 4))
    assert {(each.area, each.period): (each.numerator, each.denominator) for each in found.observations} == {
        ("X1", first): (2, 3),
        ("X2", first): (1, 1),
        ("X1", second): (0, 1),
    }


def test_who_would_rather_not_say_is_not_among_those_who_answered() -> None:
    found = count(one(), one(said="Prefer not to say"), one(said=""))
    assert (found.rows_read, found.rows_used, found.rows_filtered, found.rows_refused) == (3, 1, 2, 0)
    assert [each.denominator for each in found.observations] == [1]


def test_the_question_is_kept_word_for_word() -> None:
    assert f'Someone to talk to: "{QUESTION}"' in count(one()).notes


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (one(said="Agrees"), "not-a-choice"),
        (one(place="Nowhere"), "unknown-area"),
        (one(place=""), "bad-area"),
        (one(at="03/04/2026"), "bad-day"),
    ],
)
def test_an_answer_that_cannot_be_counted_is_named_and_the_others_are_counted(row: list[object], code: str) -> None:
    found = count(one(), row)
    assert [problem.code for problem in found.problems] == [code]
    assert (found.rows_used, found.rows_refused) == (1, 1)


@pytest.mark.parametrize("row", [one(name="Jo Field"), one(more="Ring me: jo@example.org")])
def test_a_survey_that_says_who_answered_is_refused(row: list[object]) -> None:
    with pytest.raises(MeasuresError) as refused:
        count(one(), row)
    assert [problem.code for problem in refused.value.problems] == ["personal-data"]


def test_another_question_is_no_survey_of_ours() -> None:
    headings = (*HEADINGS[:5], "Anyone to talk to?", "")
    assert read_survey("survey.xlsx", answers(one(), headings=headings), framework()) is None


def test_without_a_declared_survey_no_file_is_one() -> None:
    assert read_survey("survey.xlsx", answers(one()), framework(None)) is None


@pytest.mark.parametrize("wrong", [("Agree", "agree"), ()])
def test_every_answer_means_one_thing(wrong: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no answer twice"):
        Survey(QUESTION, wrong, ("Disagree",))
