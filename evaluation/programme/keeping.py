"""Look after the store: is it well, was anything altered, copy it out and back in."""

from __future__ import annotations

from dataclasses import replace
from typing import TextIO

from evaluation import store
from evaluation.problems import StoreError
from evaluation.programme.declared import read_declarations
from evaluation.programme.handle import Programme
from evaluation.programme.settings import Settings
from evaluation.store import Health, Verification


def verify(programme: Programme, *, minuted: str | None = None) -> Verification:
    """Walk the chain of seals over every table; through the row of `minuted`, an earlier checkpoint, if given."""
    return store.verify(programme.store, minuted=minuted)


def health(programme: Programme) -> Health:
    """Whether the database answers, and how much it holds."""
    return store.health(programme.store)


def last_row(programme: Programme) -> int:
    """The number of the row stored last: while it stays, what was shown may be shown again."""
    return store.last_number(programme.store)


def as_of(programme: Programme, row: int) -> Programme:
    """The programme for one page: what it knows from this row on, or later, it does not ask for again."""
    return replace(programme, store=replace(programme.store, known=row))


def upgrade(settings: Settings) -> str:
    """Bring the database to this version's schema. Returns what was done, as a sentence."""
    return store.upgrade(settings.database_url, programme_id(settings))


def dump(programme: Programme, stream: TextIO) -> int:
    """Write the whole store as sealed JSON lines. Returns how many lines."""
    return store.dump(programme.store, stream)


def restore(programme: Programme, stream: TextIO) -> int:
    """Read a dump into an empty store; all of it or nothing. Returns how many lines."""
    return store.restore(programme.store, stream)


def programme_id(settings: Settings) -> str:
    """The id under which the folder's programme keeps its database: its first framework's. Raises StoreError."""
    frameworks = read_declarations(settings.folder).frameworks
    if not frameworks:
        raise StoreError(f"There is no framework in {settings.folder}, so we cannot tell whose database this is.")
    return frameworks[0].id
