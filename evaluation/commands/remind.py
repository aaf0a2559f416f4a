"""`remind`: who is asked for what, ready to send; `reply`: what a sponsor answers to a note that asks for help."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt, print_released
from evaluation.model.release import Released
from evaluation.problems import UsageError
from evaluation.programme import asks_table, carry, file_names, reminder_days, reminder_mail, reminders
from evaluation.programme import reply as keep_reply
from evaluation.words.reminders import Reminder

Drafts = Released[tuple[Reminder, ...]]


def remind(
    to: Annotated[str | None, typer.Option("--to", help="Of this person alone.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="As of this day (default: today).")] = None,
    eml: Annotated[Path | None, typer.Option("--eml", help="Write drafts for a mail program to this folder.")] = None,
    ics: Annotated[Path | None, typer.Option("--ics", help="Write days for a calendar to this folder.")] = None,
    asked: Annotated[bool, typer.Option("--asked", help="Count what each prototype asks of its lead instead.")] = False,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Draft reminders: who was quiet and what is due. You send them: they have no address."""
    programme = opened(folder, database, name=name, role=role)
    if asked:
        table = asks_table(programme)
        print_released(table, as_json=as_json, lines=_counts(table.content.columns, table.content.rows))
        return
    drafts = reminders(programme, to=to, on=day(on, "--on"))
    written: list[str] = []
    if eml is not None:
        written += _written(drafts, eml, "eml", reminder_mail)
    if ics is not None:
        written += _written(drafts, ics, "ics", lambda draft: reminder_days(programme, draft))
    if not drafts.content:
        written = [f"Nothing is due from {to or 'anybody'}{', so nothing was written' if eml or ics else ''}."]
    print_released(drafts, as_json=as_json, lines=written or _texts(drafts.content))


def reply(
    note: Annotated[str, typer.Argument(help="The note that asks for help, as entry:12.")],
    text: Annotated[str, typer.Option("--text", help="What you answer. Do not name anyone.")],
    on: Annotated[str | None, typer.Option("--on", help="The day you answered (default: today).")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one answer.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Answer a note that asks for help."""
    programme = opened(folder, database, name=name, role=role)
    key = request_key or f"reply:{uuid.uuid4()}"
    kept = keep_reply(programme, note=note, text=text, on=day(on, "--on"), request_key=key)
    print_receipt(kept, as_json=as_json)


def _texts(drafts: tuple[Reminder, ...]) -> list[str]:
    """The reminders one after another, with a line between."""
    texts = (f"To: {one.to}\nSubject: {one.subject}\n\n{one.body.rstrip()}" for one in drafts)
    return "\n\n----\n\n".join(texts).splitlines()


def _counts(columns: tuple[object, ...], rows: tuple[tuple[object, ...], ...]) -> list[str]:
    names = [str(getattr(column, "name", "")) for column in columns]
    return [
        f"{row[0]}: {', '.join(f'{name.lower()} {cell}' for name, cell in zip(names[1:], row[1:], strict=True))}"
        for row in rows
    ]


def _written(
    drafts: Drafts, target: Path, ending: str, make: Callable[[Released[Reminder]], Released[bytes]]
) -> list[str]:
    """Write one file a person; say which."""
    said = []
    for one, file in zip(drafts.content, file_names(drafts.content), strict=True):
        path = target / f"{file}.{ending}"
        try:
            target.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make(carry(drafts, one)).content)
        except OSError as error:
            raise UsageError(f"We cannot write {path}: {error.strerror}.") from None
        said.append(f"Written to {path}. Add the address of {one.to} and send it.")
    return said
