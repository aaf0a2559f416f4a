"""Every question and how far it has come, and how much was learnt, prototype by prototype."""

from __future__ import annotations

from datetime import date

from evaluation.learning import question_standings
from evaluation.learning.learning_yield import learning_yield
from evaluation.learning.links import LinkState
from evaluation.model.learning import AnswerState
from evaluation.model.prototype import Prototype
from evaluation.model.release import Column, ColumnKind, Released, Table
from evaluation.programme.days import BEFORE_ALL
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.learnt.digest_page import what_happened
from evaluation.programme.learnt.question_lines import QuestionLine, question_lines
from evaluation.programme.releasing import release, release_table
from evaluation.words.learning import LINKS, QUESTIONS


def every_question(programme: Programme) -> Released[tuple[QuestionLine, ...]]:
    """The questions of every prototype, in the order of the plans."""
    known, today = history(programme), (programme.as_at or programme.clock()).date()
    plans = programme.declarations.prototypes
    return release(programme, tuple(line for plan in plans for line in question_lines(programme, plan, known, today)))


def yield_table(programme: Programme) -> Released[Table]:
    """What was learnt, counted for each prototype, with the doubt removed in bits: to take away, not to rank by."""
    known, today = history(programme), (programme.as_at or programme.clock()).date()
    columns = (
        Column("Prototype"),
        *(Column(f"Questions: {QUESTIONS[state]}", ColumnKind.NUMBER) for state in AnswerState),
        *(Column(f"Steps: {LINKS[state]}", ColumnKind.NUMBER) for state in LinkState),
        Column("Steps we changed our mind on", ColumnKind.NUMBER),
        Column("Decisions", ColumnKind.NUMBER),
        Column("Decisions that used what we learnt", ColumnKind.NUMBER),
        Column("Doubt removed, in bits", ColumnKind.NUMBER),
    )
    rows = tuple(_yield_row(programme, plan, known, today) for plan in programme.declarations.prototypes)
    return release_table(programme, Table(columns, rows, _YIELD_SOURCE, _YIELD_NOTES))


_YIELD_SOURCE = "Notes, answers, evidence and decisions kept in this tool."
_DOUBT_REMOVED = (
    "What somebody who would have tossed a coin about a step no longer has to ask: up to 1 bit a step, added up. "
    "A step that looks wrong counts as much as one that holds. No evidence counts nothing."
)
_NO_RANKS = "As in the plans. Prototypes ask different questions, so they cannot be ranked by these numbers."
_YIELD_NOTES = (("Doubt removed", _DOUBT_REMOVED), ("Order", _NO_RANKS))


def _yield_row(programme: Programme, plan: Prototype, known: History, today: date) -> tuple[str | int | float, ...]:
    found = what_happened(programme, [plan], known, BEFORE_ALL, today)
    asked = question_standings(plan, known.answers, known.entries, today)
    links = known.links(plan).values()
    counts = learning_yield(plan.id, asked, links, found)
    return (
        plan.name,
        *(counts.questions[state] for state in AnswerState),
        *(counts.steps[state] for state in LinkState),
        counts.changed_our_mind,
        counts.decisions,
        counts.decisions_using,
        round(counts.bits, 2),
    )
