"""Who was heard, as tables that may leave: how many of each voice in which place, and each occasion."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from evaluation import store
from evaluation.disclosure.rule import profile_of
from evaluation.learning import FAMILIES, VOICES
from evaluation.model.around import Engagement
from evaluation.model.learning import Voice
from evaluation.model.references import Kind
from evaluation.model.release import HIDDEN, Column, ColumnKind, Released, Table
from evaluation.programme.around.voices_corrected import corrections
from evaluation.programme.around.voices_hidden import Counts
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release_table
from evaluation.store import Stored
from evaluation.words import day
from evaluation.words.around import VOICES as SAID
from evaluation.words.around import fewer_on, not_added

# A prototype, and perhaps an area: what stands behind the voice in a key of `Counts`.
Place = tuple[str | None, ...]
NO_AREA: Final = "No one area"
_SOURCE: Final = "Source: who was heard, as it was written down. People heard twice are counted twice."


def places_table(programme: Programme, heading: str, places: Mapping[str, Place], counts: Counts) -> Released[Table]:
    """How many of each voice in each of these places, in the order given; and on how many occasions too few to say."""
    below = profile_of(programme.framework).below
    columns = (
        Column(heading),
        *(Column(SAID[voice][0], _kind(voice)) for voice in VOICES),
        Column(fewer_on(below), ColumnKind.NUMBER),
    )
    rows = tuple(
        (
            name,
            *(counts.shown((voice, *place)) for voice in VOICES),
            sum(counts.left_out((voice, *place)) for voice in VOICES),
        )
        for name, place in places.items()
    )
    return _released(programme, Table(columns, rows, f"{_SOURCE} {not_added(below)}"))


def occasions_table(
    programme: Programme, rows: Iterable[Stored[Engagement]], counts: Counts, voices: Collection[Voice]
) -> Released[Table]:
    """A row an occasion on which one of these voices was heard, the latest first; and what was corrected in it."""
    versions = {row.reference: row for row in store.rows(programme.store, Kind.ENGAGEMENT, as_at=programme.as_at)}
    profile = None if programme.true_values else profile_of(programme.framework)
    names = area_names(programme)
    theirs = sorted((row for row in rows if row.noun.voice in voices), key=lambda row: row.noun.on, reverse=True)
    cells = tuple(
        (
            SAID[row.noun.voice][0],
            day(row.noun.on),
            f"{row.noun.how} (about)" if row.noun.is_about else row.noun.how,
            names.get(row.noun.area or "", row.noun.area or NO_AREA),
            counts.shown(row.reference),
            row.noun.said,
            row.noun.source,
            corrections(row, versions, counts, profile, names),
        )
        for row in theirs
    )
    kind = ColumnKind.COUNT if set(voices) <= set(FAMILIES) else ColumnKind.NUMBER
    before, after = ("Who", "When", "How", "Where"), ("What they said", "Source", "Corrected")
    columns = (*map(Column, before), Column("How many", kind), *map(Column, after))
    return _released(programme, Table(columns, cells, _SOURCE))


def area_names(programme: Programme) -> dict[str, str]:
    """The name of each area by its code."""
    return {area.code: area.name for area in programme.framework.areas}


def _kind(voice: Voice) -> ColumnKind:
    """Families are people to protect; practitioners are a number."""
    return ColumnKind.COUNT if voice in FAMILIES else ColumnKind.NUMBER


def _released(programme: Programme, table: Table) -> Released[Table]:
    return release_table(programme, table, hidden=sum(row.count(HIDDEN) for row in table.rows))
