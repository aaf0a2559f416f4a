"""What was promised: of a prototype, of a group, or of the whole programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evaluation import store
from evaluation.learning import CommitmentStanding, CommitmentState, commitment_standings
from evaluation.model.around import Commitment
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Column, Released, Table
from evaluation.programme.days import today
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.learnt.digest_page import last_meeting
from evaluation.programme.releasing import release
from evaluation.words import day
from evaluation.words.around import COMMITMENTS, outstanding, put_off
from evaluation.words.numbers import hold


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment as it is read; `due` says too from which day it was put off, `done` the day it was done.

    `commitment` is the commitment itself, for the form that corrects it.
    """

    reference: Reference
    what: str
    owner: str
    due: str
    state: str
    is_outstanding: bool
    is_overdue: bool
    of: str
    done: str
    promised_on: date
    commitment: Commitment


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """What is outstanding, by the day it is due, then what was done; `headline` counts them, empty without any.

    `from_last_time` is what is outstanding and what was done since the last meeting, and
    `in_brief` counts these; empty where there is none.
    """

    headline: str
    in_brief: str
    lines: tuple[CommitmentLine, ...]
    from_last_time: tuple[CommitmentLine, ...]

    @property
    def outstanding(self) -> tuple[CommitmentLine, ...]:
        """What is still to be done."""
        return tuple(line for line in self.lines if line.is_outstanding)

    @property
    def overdue(self) -> tuple[CommitmentLine, ...]:
        """What should have been done by now."""
        return tuple(line for line in self.lines if line.is_overdue)


def commitments_page(
    programme: Programme, *, group: str | None = None, prototype: str | None = None
) -> Released[CommitmentsPage]:
    """What was promised for a prototype, in a group (and for the prototypes it looks after), or altogether."""
    lines = tuple(_line(programme, each) for each in _standings(programme, group, prototype))
    met = last_meeting(history(programme), today(programme)) or date.min
    recent = tuple(line for line in lines if (line.commitment.done_on or date.max) >= met)
    return release(programme, CommitmentsPage(_counted(lines), _counted(recent), lines, recent))


def commitments_table(
    programme: Programme, *, group: str | None = None, prototype: str | None = None
) -> Released[Table]:
    """The same to take away."""
    names = ("what", "who", "due", "state", "done_on", "of", "promised_on", "first_due")
    rows = tuple(
        (
            each.commitment.what,
            each.commitment.owner,
            each.commitment.due.isoformat(),
            COMMITMENTS[each.state],
            each.commitment.done_on.isoformat() if each.commitment.done_on else "",
            _of(programme, each.commitment),
            each.promised_on.isoformat(),
            each.first_due.isoformat() if each.first_due else "",
        )
        for each in _standings(programme, group, prototype)
    )
    return release(
        programme, Table(tuple(map(Column, names)), rows, "Source: what was promised at meetings and since.")
    )


def _counted(lines: Sequence[CommitmentLine]) -> str:
    """As in "3 open, 1 of them overdue, 2 done"; empty without any."""
    many = sum(line.is_outstanding for line in lines)
    still = outstanding(many, sum(line.is_overdue for line in lines)) if many else ""
    done = hold(f"{len(lines) - many} done") if len(lines) > many else ""
    return ", ".join(said for said in (still, done) if said)


def _standings(programme: Programme, group: str | None, prototype: str | None) -> tuple[CommitmentStanding, ...]:
    plan = programme.prototype(prototype).id if prototype else None
    rows = store.rows(programme.store, Kind.COMMITMENT, as_at=programme.as_at)
    looked_after = {each.id for each in programme.declarations.prototypes if group and each.group == group}
    return tuple(
        each
        for each in commitment_standings(rows, today(programme))
        if plan in (None, each.commitment.prototype)
        and (group in (None, each.commitment.group) or each.commitment.prototype in looked_after)
    )


def _line(programme: Programme, standing: CommitmentStanding) -> CommitmentLine:
    noun = standing.commitment
    moved = f", {put_off(standing.first_due, noun.due)}" if standing.first_due else ""
    return CommitmentLine(
        reference=standing.reference,
        what=noun.what,
        owner=noun.owner,
        due=f"{day(noun.due)}{moved}",
        state=COMMITMENTS[standing.state],
        is_outstanding=standing.is_outstanding,
        is_overdue=standing.state is CommitmentState.OVERDUE,
        of=_of(programme, noun),
        done=day(noun.done_on) if noun.done_on else "",
        promised_on=standing.promised_on,
        commitment=noun,
    )


def _of(programme: Programme, noun: Commitment) -> str:
    """What it belongs to, by name: the prototype, else the group; and whether it is an action of a decision."""
    plans = {plan.id: plan.name for plan in programme.declarations.prototypes}
    groups = {group.id: group.name for framework in programme.declarations.frameworks for group in framework.groups}
    name = plans.get(noun.prototype or "", "") or groups.get(noun.group or "", "") or noun.prototype or noun.group or ""
    decided = None if noun.decision is None else store.get(programme.store, noun.decision)
    return f"{name}, decided on {day(decided.noun.on)}" if decided is not None else name
