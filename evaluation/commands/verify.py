"""`verify`: check that nothing was altered."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Database, Folder, opened
from evaluation.commands.printing import print_json
from evaluation.problems import StoreError
from evaluation.programme import verify as walk


def verify(
    folder: Folder = None,
    database: Database = None,
    as_json: AsJson = False,
    minuted: Annotated[str | None, typer.Option(help="The line an earlier check printed, as it was minuted.")] = None,
) -> None:
    """Check that nothing was altered; name every row that was changed, removed or put elsewhere."""
    found = walk(opened(folder, database), minuted=minuted)
    if found.problems:
        raise StoreError("Something was altered behind the tool's back.", found.problems)
    if as_json:
        print_json(found)
        return
    print(f"Nothing was altered: {found.checkpoint}.")
