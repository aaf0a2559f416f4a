"""What is due, on which day, and whose turn it is. What was done by now is left out.

=========================  ==================  =====================================
asked for                  falls to            until
=========================  ==================  =====================================
a box                      the lead            a note, or "nothing new"
an answer to a question    the lead, and the   the question is answered
                           evaluator where a
                           measure answers it
evidence that was awaited  the lead            the question is answered
a look that was planned    the chair           a decision of that day or a later one
to look again              the chair           a decision of that day or a later one
a draft's confirmation     the chair           it is confirmed or corrected
help                       the sponsor         the sponsor answers
what somebody promised     whoever promised    it is done
=========================  ==================  =====================================

The lead and the evaluator are asked only while the prototype runs; a stopped one is
looked at no more. Of looks gone by the latest is asked for, and the group looks again
as the decision that holds now says. A draft of the day is a decision too: it waits for
the chair itself. Figures and guesses hang on what has come in, and are put beside these
by whoever knows that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evaluation.learning.commitments import commitment_standings
from evaluation.learning.decisions import DecisionStanding, current_decision
from evaluation.learning.questions import question_standings
from evaluation.learning.rhythm import is_running, rhythm, stopped_on
from evaluation.learning.rows import Row, first_versions, shown_once, standing
from evaluation.model.around import Commitment
from evaluation.model.decisions import DecisionState
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry, Reply, Visible
from evaluation.model.people import Actor, Role, known_as
from evaluation.model.prototype import Prototype


class Ask(StrEnum):
    """The things somebody is asked for."""

    HELP = "help"
    DRAFT = "draft"
    NOTE = "note"
    QUESTION = "question"
    EVIDENCE = "evidence"
    LOOK = "look"
    LOOK_AGAIN = "look_again"
    GUESS = "guess"
    COMMITMENT = "commitment"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing somebody is asked for, by a day.

    `name` is whose turn it is, as the plan has it; where it names nobody, that of whoever
    has the `role` (None: of nobody else). `about` is the id of what it is about: a
    question, a measure with its period, a source of figures, the day of a look, or what
    is stored as `decision:4`. `group` is where it was promised, where that is no prototype.
    """

    ask: Ask
    on: date
    role: Role | None
    name: str = ""
    prototype: str = ""
    about: str = ""
    group: str = ""

    def waits_for(self, actor: Actor) -> bool:
        """Whether it is this person's turn."""
        return known_as(self.name) == actor.id if self.name else self.role is actor.role


@dataclass(frozen=True, slots=True)
class Written:
    """What was written down in a programme: rows with their corrections, and where decisions stand."""

    entries: Sequence[Row[Entry]] = ()
    answers: Sequence[Row[Answer]] = ()
    decisions: Sequence[DecisionStanding] = ()
    replies: Sequence[Row[Reply]] = ()
    commitments: Sequence[Row[Commitment]] = ()


def due(plan: Prototype, written: Written, today: date, *, chair: str = "") -> tuple[Due, ...]:
    """What a prototype asks for, past its day or not yet there, earliest first. `chair` takes its decisions."""
    found = (
        *_of_those_who_run_it(plan, written, today),
        *_of_the_chair(plan, written, chair, today),
        *_of_the_sponsor(plan, written),
    )
    return tuple(sorted(found, key=lambda each: each.on))


def promised(commitments: Iterable[Row[Commitment]], today: date) -> tuple[Due, ...]:
    """What people said they would do and have not done, earliest first."""
    return tuple(
        Due(Ask.COMMITMENT, said.due, None, said.owner, said.prototype or "", str(each.reference), _group(said))
        for each in commitment_standings(commitments, today)
        if each.is_outstanding and each.commitment.owner != REMOVED
        for said in [each.commitment]
    )


def _group(said: Commitment) -> str:
    """The group it was promised in, where it is of no prototype."""
    return "" if said.prototype else said.group or ""


def without_a_reply(entries: Iterable[Row[Entry]], replies: Iterable[Row[Reply]]) -> tuple[Row[Entry], ...]:
    """The notes that ask for help and have no answer, in any wording. One that nobody else sees asks nobody."""
    entries = tuple(entries)
    first = first_versions(entries)
    answered = {first.get(row.noun.entry) for row in standing(replies) if row.noun.text != REMOVED}
    return tuple(
        row for row in shown_once(entries) if _asks_somebody(row.noun) and first[row.reference] not in answered
    )


def _asks_somebody(note: Entry) -> bool:
    return note.asks_for_help and note.noticed != REMOVED and note.visible is not Visible.ME


def _of_those_who_run_it(plan: Prototype, written: Written, today: date) -> Iterator[Due]:
    if not is_running(plan, written.decisions, today):
        return
    beat = rhythm(plan, written.entries, written.decisions, today)
    if beat is not None:
        yield Due(Ask.NOTE, beat.next_box, Role.LEAD, plan.lead, plan.id)
    for each in question_standings(plan, written.answers, written.entries, today):
        if each.state is AnswerState.ANSWERED:
            continue
        asked = each.question
        if asked.due is not None:
            yield Due(Ask.QUESTION, asked.due, Role.LEAD, plan.lead, plan.id, asked.id)
        if asked.due is not None and asked.measure:
            yield Due(Ask.QUESTION, asked.due, Role.EVALUATOR, "", plan.id, asked.id)
        if asked.evidence_on is not None:
            yield Due(Ask.EVIDENCE, asked.evidence_on, Role.LEAD, plan.lead, plan.id, asked.id)


def _of_the_chair(plan: Prototype, written: Written, chair: str, today: date) -> Iterator[Due]:
    own = [each for each in written.decisions if each.decision.prototype == plan.id]
    for each in own:
        if each.state is DecisionState.DRAFT:
            yield Due(Ask.DRAFT, each.decision.on, Role.CHAIR, chair, plan.id, str(each.reference))
    decided = max((each.decision.on for each in own), default=date.min)
    current = current_decision(own, plan.id)
    again = current.decision.look_again_on if current else None
    if again is not None and decided < again:
        yield Due(Ask.LOOK_AGAIN, again, Role.CHAIR, chair, plan.id)
    if stopped_on(plan, own) is None:
        for look in _looks(plan, decided, today):
            yield Due(Ask.LOOK, look, Role.CHAIR, chair, plan.id, look.isoformat())


def _looks(plan: Prototype, decided: date, today: date) -> Iterator[date]:
    """The looks still to come, and of those gone by without a decision the latest: it makes up for the others."""
    missed = [look.on for look in plan.planned_looks if decided < look.on <= today]
    yield from [max(missed)] if missed else []
    yield from (look.on for look in plan.planned_looks if look.on > today)


def _of_the_sponsor(plan: Prototype, written: Written) -> Iterator[Due]:
    for row in without_a_reply(written.entries, written.replies):
        if row.noun.prototype == plan.id:
            yield Due(Ask.HELP, row.noun.on, Role.SPONSOR, plan.sponsor, plan.id, str(row.reference))
