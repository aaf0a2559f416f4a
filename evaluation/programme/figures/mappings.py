"""A file nobody foresaw: what its columns may be, and what people said they are, kept for the next such file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from evaluation import measures, store
from evaluation.measures import Asked, Content, Suggestion, fold
from evaluation.model.mapping import FileMapping
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.by_name import by_name
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting


def suggest_mapping(
    programme: Programme, name: str, content: Content, *, sheet: str | None = None, header_row: int | None = None
) -> Released[Suggestion]:
    """The headings and first rows of a file, and what its columns may be.

    Raises MeasuresError where it holds no table or anything that identifies a person.
    """
    framework = programme.framework
    known = gazetteer_of(programme, framework)
    return release(
        programme, measures.suggest(name, content, framework, gazetteer=known, sheet=sheet, header_row=header_row)
    )


def mapping_said(
    programme: Programme,
    said: Mapping[str, str],
    *,
    means: Mapping[str, str] | None = None,
    only: Mapping[str, str] | None = None,
) -> FileMapping:
    """What a person said of the columns, as a mapping.

    Parameters
    ----------
    said
        The fields of `FileMapping` that are text, by their names.
    means
        The measure each text of `measure_column` means; where nothing is said, every measure's id and name.
    only
        Columns and the one text each must hold.

    Raises UsageError where something is lacking, or a measure is named that is not declared.
    """
    known: dict[str, Any] = {field: text.strip() for field, text in said.items() if text.strip()}
    ids = {measure.id: measure.name for measure in programme.framework.measures}
    if known.get("measure_column") and not means:
        means = {name: measure for measure, name in ids.items()} | {measure: measure for measure in ids}
    unknown = sorted({known.get("measure", ""), *(means or {}).values()} - {"", *ids})
    if unknown:
        problem = Problem(
            "unknown-measure", f'No measure "{unknown[0]}" is declared.', f"Choose one of: {', '.join(ids)}."
        )
        raise UsageError("A measure is named that there is not.", [problem])
    try:
        return FileMapping(
            name=known.pop("name", ""), area=known.pop("area", ""), measures=means or {}, only=only or {}, **known
        )
    except ValueError as error:
        lacking = str(error).removeprefix("a mapping needs ")
        problem = Problem("missing-key", f"Not said yet: {lacking}.", "Say which column it is.")
        raise UsageError("We do not know yet what the columns of this file are.", [problem]) from error


def keep_mapping(
    programme: Programme, file: str, content: Content, asked: Asked, *, request_key: str
) -> Released[Reference]:
    """Keep the mapping asked for under its name, with the headings of the file, by which the next one is known.

    A later mapping of the same name takes its place; the earlier one stays stored.
    Raises UsageError where it has no name, or the person's role may not bring in figures.
    """
    actor = acting(programme.actor, Act.BRING_IN_FIGURES)
    mapping = asked.mapping
    if mapping is None or not mapping.name:
        raise UsageError(
            "The mapping has no name.", [Problem("missing-key", "A mapping is kept by its name.", "Give it a name.")]
        )
    table, heading_row = measures.table_asked_for(file, content, programme.framework, asked)
    headings = tuple(fold(heading) for heading in table.header if heading)
    known = replace(mapping, headings=headings, sheet=table.sheet, header_row=heading_row)
    earlier = {row.noun.name: row.reference for row in store.rows(programme.store, Kind.MAPPING)}
    kept = store.append(
        programme.store,
        known,
        actor,
        at=programme.clock(),
        request_key=request_key,
        amends=earlier.get(mapping.name),
        plan=programme.opening_framework,
    )
    return release(programme, kept.reference)


def kept_mappings(programme: Programme) -> tuple[FileMapping, ...]:
    """The mappings kept, the latest of each name."""
    rows = store.rows(programme.store, Kind.MAPPING, as_at=programme.as_at)
    return tuple({row.noun.name: row.noun for row in rows}.values())


def kept_mapping(programme: Programme, name: str) -> FileMapping:
    """The mapping of this name. Raises UsageError with those there are."""
    return by_name("mapping", name, {mapping.name: mapping for mapping in kept_mappings(programme)})
