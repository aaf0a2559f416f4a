"""`redact`: take out text that names a family, for good."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, Name, RoleName, opened
from evaluation.commands.printing import print_released
from evaluation.programme import redact as take_out


def redact(
    target: Annotated[str, typer.Argument(help="What holds the text, as entry:12.")],
    reason: Annotated[str, typer.Option(help="Why, without repeating the text.")],
    second: Annotated[str, typer.Option("--second", help="The second person who agrees.")],
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_json: AsJson = False,
) -> None:
    """Remove the text; the row and the history stay."""
    done = take_out(
        opened(folder, database, name=name, role=role),
        target=target,
        reason=reason,
        second_name=second,
        request_key=f"redact:{target}",
    )
    print_released(done, as_json=as_json, lines=[done.content.sentence])
