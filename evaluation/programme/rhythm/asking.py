"""What we ask of people: how many boxes, questions, guesses and promises a prototype asks of its lead in a month."""

from __future__ import annotations

from evaluation.learning.asks import Asked, asked_in_month
from evaluation.learning.due import Written
from evaluation.model.prototype import Prototype
from evaluation.model.release import Column, ColumnKind, Released, Table
from evaluation.programme.days import today
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.releasing import release, release_table
from evaluation.programme.rhythm.turns import guess_until, written_down
from evaluation.words import month
from evaluation.words.rhythm import ASKED, asked_for


def asks_of(programme: Programme, prototype: str) -> Released[str]:
    """What this prototype asks of its lead this month, in a sentence. Raises UsageError where there is none."""
    plan = programme.prototype(prototype)
    found = asked_now(programme, plan, written_down(programme, history(programme)))
    return release(programme, f"What we ask of the lead in {month(found.month)}: {asked_for(found)}.")


def asks_table(programme: Programme) -> Released[Table]:
    """The same of every prototype, in the order declared: it compares no people."""
    written = written_down(programme, history(programme))
    columns = (Column("Prototype"), *(Column(name, ColumnKind.NUMBER) for name in ASKED))
    rows = tuple(
        (plan.name, one.boxes, one.questions, one.guesses, one.commitments, one.reminders)
        for plan in programme.declarations.prototypes
        for one in [asked_now(programme, plan, written)]
    )
    return release_table(programme, Table(columns, rows, f"Asked of each lead in {month(today(programme))}"))


def asked_now(programme: Programme, plan: Prototype, written: Written) -> Asked:
    """What a prototype asks this month."""
    now = today(programme)
    guess = guess_until(programme, plan, now.replace(day=1))
    return asked_in_month(plan, written, now, guesses=[guess[2]] if guess else ())
