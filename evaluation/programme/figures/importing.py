"""Bring in figures: read, show what would happen, then store in one transaction; they settle what was guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from evaluation import measures, store
from evaluation.measures import NOTHING_ASKED, Asked, Content, Preview, Progress, quiet
from evaluation.model.observations import Batch
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.problems import Problem
from evaluation.programme.figures.mappings import kept_mappings
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.figures.touched import Touched, touched
from evaluation.programme.figures.warning_levels import said_of_import
from evaluation.programme.guesses.settling import settle_due
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.store import StoredFigures


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: its rows and figures counted, and what was wrong with those refused.

    `reference` is the stored file; None in a preview, and where there was nothing
    to store. `again` says that these very bytes were brought in before; `warnings`
    what crossed a warning level, or crosses one no more; `read_as` what people call
    such a file; `touched` the results that rest on figures it corrects.
    """

    batch: Batch
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    reference: Reference | None = None
    again: bool = False
    warnings: tuple[str, ...] = ()
    read_as: str = ""
    touched: tuple[Touched, ...] = ()


def preview_file(
    programme: Programme,
    name: str,
    content: Content,
    *,
    meta: bytes | None = None,
    asked: Asked = NOTHING_ASKED,
    progress: Progress = quiet,
) -> Released[Imported]:
    """What bringing in this file would do. Stores nothing. Raises MeasuresError where nothing of it can be taken."""
    seen, stored = _preview(programme, name, content, meta=meta, asked=asked, progress=progress)
    found = _imported(seen, None, again=_stored_before(programme, seen))
    return release(programme, replace(found, touched=touched(programme, stored, seen.revised_from)))


def import_file(
    programme: Programme,
    name: str,
    content: Content,
    *,
    request_key: str,
    meta: bytes | None = None,
    asked: Asked = NOTHING_ASKED,
    progress: Progress = quiet,
) -> Released[Imported]:
    """Store what is new and revised, in one transaction; the same bytes again store nothing.

    `content` is the file or where it lies; `progress` is told how far we are.
    """
    actor = acting(programme.actor, Act.BRING_IN_FIGURES)
    seen, stored = _preview(programme, name, content, meta=meta, asked=asked, progress=progress)
    if _stored_before(programme, seen) or not (len(seen.new_at) or len(seen.revised_at)):
        return release(programme, _imported(seen, None, again=_stored_before(programme, seen)))
    touches = touched(programme, stored, seen.revised_from)
    kept = store.append_batch(
        programme.store,
        seen.batch(),
        seen.to_store,
        actor,
        at=programme.clock(),
        request_key=request_key,
        plan=programme.opening_framework,
        told=partial(progress, "Storing"),
    )
    settle_due(programme, only=set(seen.to_store.measure.values))
    warned = said_of_import(programme, kept, set(seen.to_store.measure.values))
    found = _imported(seen, kept.reference, again=False)
    return release(programme, replace(found, warnings=warned, touched=touches))


def _preview(
    programme: Programme, name: str, content: Content, *, meta: bytes | None, asked: Asked, progress: Progress
) -> tuple[Preview, StoredFigures]:
    """The file held against what is stored of its measures; and that."""
    framework = programme.framework
    declared = frozenset(area.code for area in framework.areas) or None
    reading = measures.read_survey(name, content, framework) or measures.read_file(
        name,
        content,
        framework,
        areas=declared,
        gazetteer=gazetteer_of(programme, framework),
        meta=meta,
        asked=replace(asked, kept=kept_mappings(programme)),
        progress=progress,
    )
    wanted = set(reading.figures.measure.values)
    stored = store.stored_figures(programme.store, measures=wanted)
    return measures.preview(reading, stored.figures), stored


def _stored_before(programme: Programme, seen: Preview) -> bool:
    return store.batch_by_sha256(programme.store, seen.reading.sha256) is not None


def _imported(seen: Preview, reference: Reference | None, *, again: bool) -> Imported:
    reading, called = seen.reading, measures.called(seen.reading.source)
    return Imported(seen.batch(), reading.problems, reading.notes, reference, again, read_as=called)
