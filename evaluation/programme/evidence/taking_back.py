"""Take back what was said of a step: it counts from now on no more, and stays in the history with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from evaluation import store
from evaluation.learning import first_versions
from evaluation.model.evidence import Evidence
from evaluation.model.people import Actor
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import today
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.store import Stored
from evaluation.words import day

BECAUSE: Final = "Why do you take it back?"
_DONE: Final = "It is taken back. It stays in the history, with your reason, and counts no more."


def take_back(programme: Programme, *, evidence: str, because: str, request_key: str) -> Released[Receipt]:
    """Take back evidence, in every wording it was given; what was taken back already stays as it was.

    By whoever said it, or an evaluator. Raises UsageError, for identifying text StoppedTextError.
    """
    rows = wordings(programme, evidence)
    actor = check_whose(programme, rows)
    if not because.strip():
        problem = Problem("no-reason", "There is no reason.", "One sentence is enough.")
        raise UsageError("Say why you take it back.", [problem])
    check_text({BECAUSE: because})
    already = next((row for row in rows if row.noun.taken_back_because), None)
    if already is not None:
        said = f"It was taken back already, on {day(already.noun.on)} by {already.actor.name}."
        return release(programme, Receipt(already.reference, said))
    last = rows[-1]
    # The reason it was given stays with the row that is taken back, so that it can be removed in one place.
    noun = replace(last.noun, on=today(programme), why="", although="", taken_back_because=because.strip())
    return keep(programme, noun, actor, _DONE, request_key=request_key, amends=last.reference)


def wordings(programme: Programme, text: str) -> tuple[Stored[Evidence], ...]:
    """Every row of the evidence written as `text`: its first wording, corrections, and what took it back.

    Raises UsageError where there is none.
    """
    reference = exists(programme, text, Kind.EVIDENCE)
    rows = store.rows(programme.store, Kind.EVIDENCE)
    first = first_versions(rows)
    return tuple(row for row in rows if first[row.reference] == first[reference])


def check_whose(programme: Programme, rows: Sequence[Stored[Evidence]]) -> Actor:
    """Whoever may change this: one of those who said it, or an evaluator. Raises UsageError."""
    return acting(programme.actor, needed(programme, rows))


def needed(programme: Programme, rows: Sequence[Stored[Evidence]]) -> Act:
    """The act it is for whoever asks to change these wordings of one piece of evidence."""
    is_own = programme.actor is not None and programme.actor.id in {row.actor.id for row in rows}
    return Act.WEIGH_EVIDENCE if is_own else Act.CHANGE_OTHERS_EVIDENCE
