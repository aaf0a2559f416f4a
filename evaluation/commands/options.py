"""What every command takes: where the programme is, who acts, and in which form to answer."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Final

import typer

from evaluation.model.people import LONGEST_NAME, Actor, Role, known_as
from evaluation.problems import UsageError
from evaluation.programme import Programme, Settings, open_programme

Folder = Annotated[Path | None, typer.Option("--folder", help="The programme folder (default: here).")]
Database = Annotated[
    str | None, typer.Option("--database", help="Address of the database (default: SQLite in the folder).")
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
Name = Annotated[str | None, typer.Option("--as", help="Your name, kept with what you do.")]
RoleName = Annotated[str | None, typer.Option("--role", help=f"Your role: {', '.join(role.value for role in Role)}.")]
AsAt = Annotated[str | None, typer.Option("--as-at", help="Answer as known at the end of this day (2026-06-03).")]
TrueValues = Annotated[
    bool, typer.Option("--true-values", help="Hide nothing (on the store's own machine). Not for sharing.")
]
# Days nobody means lie before and after: sums of days stay far from either end of the calendar.
_FIRST: Final = date(1990, 1, 1)
_LAST: Final = date(2199, 12, 31)


def settings_for(folder: Path | None, database: str | None) -> Settings:
    """The settings: what was said here, else the environment, else the defaults."""
    return Settings.from_environment(os.environ, folder=folder, database=database)


def opened(
    folder: Path | None,
    database: str | None,
    *,
    name: str | None = None,
    role: str | None = None,
    as_at: str | None = None,
    true_values: bool = False,
) -> Programme:
    """The programme these options name, with the person who acts."""
    settings = settings_for(folder, database)
    return open_programme(settings, actor=actor(name, role), as_at=end_of(as_at), true_values=true_values)


def actor(name: str | None, role: str | None) -> Actor | None:
    """The person named by `--as` and `--role`; None where nobody is. Raises UsageError for no name, or no role."""
    if name is None and role is None:
        return None
    if not name or not role:
        raise UsageError("Give both your name (--as) and your role (--role).")
    if not 0 < len(" ".join(name.split())) <= LONGEST_NAME:
        raise UsageError(f"--as is your name, in at most {LONGEST_NAME} characters.")
    try:
        return Actor(id=known_as(name), name=" ".join(name.split()), role=Role(role))
    except ValueError:
        raise UsageError(f'There is no role "{role}". There is: {", ".join(one.value for one in Role)}.') from None


def day(text: str | None, option: str) -> date | None:
    """A day written 2026-06-03. Raises UsageError."""
    if text is None:
        return None
    try:
        chosen = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f'"{text}" after {option} is not a day. Write it as 2026-06-03.') from None
    if not _FIRST <= chosen <= _LAST:
        raise UsageError(f"No programme has to do with {text}, after {option}. Is the year right?")
    return chosen


def end_of(text: str | None) -> datetime | None:
    """The last moment of the day written in `text`, in UTC: still that day."""
    chosen = day(text, "--as-at")
    return None if chosen is None else datetime.combine(chosen, time.max, UTC)
