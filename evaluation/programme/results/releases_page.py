"""What has left: every file that was taken away, and what was hidden in it."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation import store
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.words import day


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A file that left: when, by whom, what of, and how many figures were hidden in it."""

    reference: Reference
    on: str
    who: str
    file: str
    measures: str
    hidden: int
    true_values: bool


def releases_page(programme: Programme) -> Released[tuple[ReleaseLine, ...]]:
    """The newest first."""
    rows = store.rows(programme.store, Kind.RELEASE, as_at=programme.as_at)
    names = {each.id: each.name for framework in programme.declarations.frameworks for each in framework.measures}
    lines = tuple(
        ReleaseLine(
            reference=row.reference,
            on=day(row.recorded_at.date()),
            who=row.actor.name,
            file=f"{row.noun.name}.{row.noun.form}",
            measures=", ".join(names.get(measure, measure) for measure in row.noun.measures),
            hidden=row.noun.hidden,
            true_values=row.noun.true_values,
        )
        for row in reversed(rows)
    )
    return release(programme, lines)
