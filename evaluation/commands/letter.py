"""`letter STREAM`: a draft to those who send figures, about what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, opened
from evaluation.commands.printing import print_released
from evaluation.commands.writing import write_file
from evaluation.programme import as_mail, draft_letter


def letter(
    stream: Annotated[str, typer.Argument(help="Id of the stream, as `streams` lists it.")],
    mail: Annotated[
        Path | None, typer.Option("--mail", help="Write it as a draft for a mail program (.eml), with the template.")
    ] = None,
    folder: Folder = None,
    database: Database = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Draft the letter about what is late, half here or never came. You send it: it has no address."""
    programme = opened(folder, database, as_at=as_at)
    drafted = draft_letter(programme, stream)
    written = drafted.content
    if mail is not None:
        write_file(mail, as_mail(programme, drafted).content)
    kept = [f"Written to {mail}. Add the address and send it."] if mail is not None else []
    text = [f"To: {written.to}", f"Subject: {written.subject}", "", *written.body.splitlines()]
    print_released(drafted, as_json=as_json, lines=kept or text)
