"""What a note may be written about: a prototype, and one of its questions or links, or nothing yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evaluation.learning import question_standings
from evaluation.model.learning import AnswerState
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.releasing import release
from evaluation.programme.seeing import team_of


@dataclass(frozen=True, slots=True)
class Subject:
    """A question or a link; `about` is how `add_note` is told of it."""

    about: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class NoteChoice:
    """A prototype and what a note on it may be about, questions still open first, then its links.

    `areas` (code and name) and `success` (id and words) are what a story may say it is of;
    `has_sponsor` says whether the plan names somebody to ask for help.
    """

    prototype: str
    name: str
    subjects: tuple[Subject, ...]
    areas: tuple[tuple[str, str], ...] = ()
    success: tuple[tuple[str, str], ...] = ()
    has_sponsor: bool = True


def note_choices(programme: Programme) -> Released[tuple[NoteChoice, ...]]:
    """Every prototype of the programme; first those that whoever asks is named in."""
    known = history(programme)
    today = (programme.as_at or programme.clock()).date()
    own_first = sorted(programme.declarations.prototypes, key=lambda plan: not _is_on(programme, plan))
    return release(programme, tuple(_choice(programme, plan, known, today) for plan in own_first))


def _is_on(programme: Programme, plan: Prototype) -> bool:
    """Whether whoever asks leads it, sponsors it or is on its team."""
    return programme.actor is not None and programme.actor.id in team_of(plan)


def _choice(programme: Programme, plan: Prototype, known: History, today: date) -> NoteChoice:
    names = {area.code: area.name for area in programme.framework_of(plan).areas}
    return NoteChoice(
        prototype=plan.id,
        name=plan.name,
        subjects=_subjects(plan, known, today),
        areas=tuple((code, names.get(code, code)) for code in plan.test_areas),
        success=tuple((statement.id, statement.text) for statement in plan.success),
        has_sponsor=bool(plan.sponsor.strip()),
    )


def _subjects(plan: Prototype, known: History, today: date) -> tuple[Subject, ...]:
    standings = question_standings(plan, known.answers, known.entries, today)
    open_first = sorted(standings, key=lambda standing: standing.state is AnswerState.ANSWERED)
    questions = [_subject(Kind.QUESTION, standing.question.id, standing.question.text) for standing in open_first]
    steps = {node.id: node.text for node in plan.theory_of_change.nodes}
    links = [
        _subject(Kind.LINK, link.id, f"{steps[link.source]} leads to: {steps[link.target]}")
        for link in plan.theory_of_change.links
    ]
    return (*questions, *links)


def _subject(kind: Kind, own: str, text: str) -> Subject:
    return Subject(f"{kind.value}:{own}", kind, text)
