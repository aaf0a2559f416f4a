"""Bring in figures: read, show what would happen, then store in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation import measures, store
from evaluation.measures import Key, Preview
from evaluation.model.observations import Batch, Observation
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.problems import Problem
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: its rows and figures counted, and what was wrong with those refused.

    `reference` is the stored file; None in a preview, and where there was nothing
    to store. `again` says that these very bytes were brought in before.
    """

    batch: Batch
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    reference: Reference | None = None
    again: bool = False


def preview_file(programme: Programme, name: str, content: bytes, *, meta: bytes | None = None) -> Released[Imported]:
    """What bringing in this file would do. Stores nothing. Raises MeasuresError where nothing of it can be taken."""
    seen = _preview(programme, name, content, meta)
    return release(programme, _imported(seen, None, again=_stored_before(programme, seen)))


def import_file(
    programme: Programme, name: str, content: bytes, *, request_key: str, meta: bytes | None = None
) -> Released[Imported]:
    """Store what is new and revised, in one transaction; the same bytes again store nothing."""
    actor = acting(programme.actor, Act.BRING_IN_FIGURES)
    seen = _preview(programme, name, content, meta)
    if _stored_before(programme, seen) or not (seen.new or seen.revised):
        return release(programme, _imported(seen, None, again=_stored_before(programme, seen)))
    kept = store.append_batch(
        programme.store,
        seen.batch(),
        seen.to_store,
        actor,
        at=programme.clock(),
        request_key=request_key,
        plan=programme.framework,
    )
    return release(programme, _imported(seen, kept.reference, again=False))


def _preview(programme: Programme, name: str, content: bytes, meta: bytes | None) -> Preview:
    framework = programme.framework
    declared = frozenset(area.code for area in framework.areas) or None
    reading = measures.read_file(name, content, framework, areas=declared, meta=meta)
    wanted = {observation.measure for observation in reading.observations}
    stored: dict[Key, Observation] = {
        figure.observation.key: figure.observation for figure in store.observations(programme.store, measures=wanted)
    }
    return measures.preview(reading, stored)


def _stored_before(programme: Programme, seen: Preview) -> bool:
    return store.batch_by_sha256(programme.store, seen.reading.sha256) is not None


def _imported(seen: Preview, reference: Reference | None, *, again: bool) -> Imported:
    return Imported(seen.batch(), seen.reading.problems, seen.reading.notes, reference, again)
