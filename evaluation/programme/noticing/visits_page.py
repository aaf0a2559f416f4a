"""What was learnt from visits: where somebody went, when, and what they brought back."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.learning import visits
from evaluation.model.references import Reference
from evaluation.model.release import Column, Released, Table
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.releasing import carry, release
from evaluation.words import day


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit as it is read: where, when, by whom, for which prototype; what was seen, made of it, and comes next."""

    reference: Reference
    where: str
    on: str
    who: str
    prototype: str
    learnt: str
    make_of_it: str
    next_step: str


def visits_page(programme: Programme, prototype: str | None = None) -> Released[tuple[VisitLine, ...]]:
    """The visits of one prototype or of all, the latest first; of notes that whoever asks may see."""
    wanted = programme.prototype(prototype).id if prototype else None
    names = {plan.id: plan.name for plan in programme.declarations.prototypes}
    found = [row for row in visits(history(programme).notes) if wanted in (None, row.noun.prototype)]
    lines = tuple(
        VisitLine(
            reference=row.reference,
            where=row.noun.visited,
            on=day(row.noun.on),
            who=row.noun.by or row.actor.name,
            prototype=names.get(row.noun.prototype, row.noun.prototype),
            learnt=row.noun.noticed,
            make_of_it=row.noun.make_of_it,
            next_step=row.noun.next_step,
        )
        for row in found
    )
    return release(programme, lines)


def visits_table(programme: Programme, prototype: str | None = None) -> Released[Table]:
    """The same to take away."""
    released = visits_page(programme, prototype)
    names = ("where", "when", "who", "prototype", "what_was_learnt", "what_we_make_of_it", "next")
    rows = tuple(
        (one.where, one.on, one.who, one.prototype, one.learnt, one.make_of_it, one.next_step)
        for one in released.content
    )
    return carry(released, Table(tuple(map(Column, names)), rows, "Source: notes of visits."))
