"""What has to be in place before a prototype starts: what is ready, what is late, and who ticked it off."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation import store
from evaluation.learning import Readiness, ReadinessStanding, readiness
from evaluation.model.agreeing import Tick
from evaluation.model.references import Kind
from evaluation.model.release import Column, Released, Table
from evaluation.programme.days import today
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.store import Stored
from evaluation.words import day
from evaluation.words.around import READINESS, in_place


@dataclass(frozen=True, slots=True)
class ReadinessLine:
    """One thing that has to be in place: by when, whose it is, and who ticked it off when (`ticked`)."""

    item: str
    text: str
    due: str
    owner: str
    state: str
    is_ready: bool
    is_late: bool
    ticked: str


@dataclass(frozen=True, slots=True)
class ReadinessPage:
    """The list in the order of the plan; `headline` counts it, empty where the plan has none."""

    headline: str
    lines: tuple[ReadinessLine, ...]

    @property
    def late(self) -> tuple[ReadinessLine, ...]:
        """What should be in place by now."""
        return tuple(line for line in self.lines if line.is_late)


def readiness_page(programme: Programme, prototype: str) -> Released[ReadinessPage]:
    """What has to be in place. Raises UsageError where there is no such prototype."""
    lines = tuple(map(_line, _standings(programme, prototype)))
    ready, late = sum(line.is_ready for line in lines), sum(line.is_late for line in lines)
    return release(programme, ReadinessPage(in_place(ready, len(lines), late) if lines else "", lines))


def readiness_table(programme: Programme, prototype: str) -> Released[Table]:
    """The same to take away."""
    names = ("what", "by", "who", "state", "ticked_off")
    rows = tuple(
        (one.text, one.due, one.owner, one.state, one.ticked) for one in map(_line, _standings(programme, prototype))
    )
    return release(programme, Table(tuple(map(Column, names)), rows, "Source: the plan, and who ticked it off."))


def _standings(programme: Programme, prototype: str) -> tuple[ReadinessStanding[Stored[Tick]], ...]:
    plan = programme.prototype(prototype)
    ticks = store.rows(programme.store, Kind.TICK, prototype=plan.id, as_at=programme.as_at)
    return readiness(plan, ticks, today(programme))


def _line(standing: ReadinessStanding[Stored[Tick]]) -> ReadinessLine:
    tick = standing.tick
    return ReadinessLine(
        item=standing.item.id,
        text=standing.item.text,
        due=day(standing.due) if standing.due else "no date yet",
        owner=standing.item.owner,
        state=READINESS[standing.state],
        is_ready=standing.state is Readiness.READY,
        is_late=standing.state is Readiness.LATE,
        ticked=f"{day(tick.noun.on)}, {tick.actor.name}" if tick else "",
    )
