"""Answers to a survey of families, counted as they come in: how many of how many, by area and period.

What somebody answered is read, counted and let go: only the counts are kept. The
form must not ask who answers. A later export of the same form counts all of its
answers anew, so bring in the whole of it each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PureWindowsPath
from typing import Final

from evaluation.measures.forms import COMPLETED, EMAIL, NAME, Answered, Form, asked, read_form
from evaluation.measures.personal import check_headings, check_row
from evaluation.measures.reading import Reading
from evaluation.measures.streaming import Content, readable, sha256, size
from evaluation.measures.unreadable import nearest, quoted, refusal
from evaluation.model.figures import Figures
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure, Survey
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period
from evaluation.problems import Origin, Problem

SOURCE: Final = "survey"
_ANONYMOUS: Final = frozenset({"", "anonymous"})  # what Forms writes for somebody who did not sign in
_LARGEST: Final = 10_000_000  # bytes; some hundred thousand answers, and no survey of families has them
_Key = tuple[str, Period]


@dataclass(slots=True)
class _Tally:
    """How many answered in a way that counts, and how many answered, by area and period."""

    counts: Counter[_Key] = field(default_factory=Counter)
    out_of: Counter[_Key] = field(default_factory=Counter)


@dataclass(slots=True)
class _Counted:
    """The answers of a form: a tally a measure, how many rows were used and refused, and why."""

    tallies: dict[str, _Tally]
    problems: list[Problem] = field(default_factory=list)
    used: int = 0
    refused: int = 0


def read_survey(name: str, content: Content, framework: Framework) -> Reading | None:
    """The answers to the survey questions of `framework`, counted; None where the file asks none of them.

    Raises MeasuresError where the form asks who answers, or an answer holds what
    identifies a person.
    """
    file = PureWindowsPath(name).name or name
    surveys = {measure.id: (measure, measure.survey) for measure in framework.measures if measure.survey}
    if not surveys or size(readable(file, content)) > _LARGEST:
        return None
    form = read_form(file, content, [survey.question for _, survey in surveys.values()])
    if form is None:
        return None
    _nobody_named(form)
    here = {key: pair for key, pair in surveys.items() if asked(pair[1].question) in map(asked, form.questions)}
    areas = {asked(name): area.code for area in framework.areas for name in (area.code, area.name)}
    found = _count(form, here, areas)
    return Reading(
        file=file,
        sha256=sha256(content),
        source=SOURCE,
        rows_read=len(form.answers),
        rows_used=found.used,
        rows_filtered=len(form.answers) - found.used - found.refused,
        rows_refused=found.refused,
        figures=Figures.of(
            figure for key, (measure, _) in here.items() for figure in _figures(measure, found.tallies[key])
        ),
        problems=tuple(found.problems),
        notes=(*(f'{measure.name}: "{survey.question}"' for measure, survey in here.values()), _WHOLE),
    )


_WHOLE: Final = "Only counts are kept, and they count this file alone: bring in the whole export each time."


def _nobody_named(form: Form) -> None:
    """Nobody is named: the columns Forms puts first are blank, and no other column or answer identifies a person."""
    of_form = {asked(NAME), asked(EMAIL)}
    rest = [question for question in form.questions if asked(question) not in of_form]
    check_headings(form.file, rest, form.sheet, 1)
    for answered in form.answers:
        for column in of_form:
            if asked(answered.text(column)) not in _ANONYMOUS:
                raise refusal(
                    form.file,
                    "personal-data",
                    f'The column "{column}" says who answered.',
                    "Let the form record no names, or empty the column, and bring it in again.",
                    sheet=form.sheet or None,
                    row=answered.row,
                    column=column,
                )
        texts = {question: text for question, text in answered.texts.items() if question not in of_form}
        check_row(form.file, list(texts), list(texts.values()), form.sheet, answered.row)


def _count(form: Form, surveys: Mapping[str, tuple[Measure, Survey]], areas: Mapping[str, str]) -> _Counted:
    """Count every row that has nothing wrong with it."""
    found = _Counted({key: _Tally() for key in surveys})
    for answered in form.answers:
        wrong, answers = _read(form, answered, surveys, areas)
        if wrong:
            found.problems += wrong
            found.refused += 1
            continue
        found.used += bool(answers)
        for key, cell, counts in answers:
            found.tallies[key].out_of[cell] += 1
            found.tallies[key].counts[cell] += counts
    return found


def _read(
    form: Form, answered: Answered, surveys: Mapping[str, tuple[Measure, Survey]], areas: Mapping[str, str]
) -> tuple[list[Problem], list[tuple[str, _Key, bool]]]:
    """What is wrong with a row, and what it answers: measure, area and period, and whether it counts."""
    problems, answers = [], []
    for key, (measure, survey) in surveys.items():
        said = asked(answered.text(asked(survey.question)))
        if not said or said in map(asked, survey.left_out):
            continue
        counts, where = said in map(asked, survey.counts), asked(answered.text(asked(survey.area)))
        wrong = [*_faults(said, where, survey, areas)]
        day = _day(answered.text(COMPLETED, "date"))
        if day is None:
            wrong.append(("bad-day", "The row does not say when it was answered.", "Give the time of completion."))
        origin = Origin(form.file, sheet=form.sheet or None, row=answered.row)
        problems += [Problem(code, what, mend, origin=origin) for code, what, mend in wrong]
        if not wrong and day is not None:
            answers.append((key, (areas[where], Period.holding(day, measure.periods)), counts))
    return problems, answers


def _faults(said: str, where: str, survey: Survey, areas: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    known = (*survey.counts, *survey.others)
    if said not in map(asked, known):
        yield "not-a-choice", f"{quoted(said)} is not among the answers.", f"The answers are: {', '.join(known)}."
    if where not in areas:
        near = nearest(where, frozenset(areas))
        what = f"The area {quoted(where)} is not declared." if where else "The row does not say which area it is about."
        yield "unknown-area" if where else "bad-area", what, f"Write {near or 'the name or code of an area'}."


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _figures(measure: Measure, tally: _Tally) -> Iterator[Observation]:
    for (area, period), out_of in sorted(tally.out_of.items()):
        counts = tally.counts[area, period]
        yield Observation(measure.id, area, period, Status.REPORTED, counts / out_of, counts, out_of)
