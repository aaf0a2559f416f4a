"""`health`: does the database answer?"""

from __future__ import annotations

from evaluation.commands.options import AsJson, Database, Folder, opened
from evaluation.commands.printing import print_json
from evaluation.programme import health as look


def health(folder: Folder = None, database: Database = None, as_json: AsJson = False) -> None:
    """Say whether the programme opens and its database answers."""
    found = look(opened(folder, database))
    if as_json:
        print_json(found)
        return
    print(f"Well: {found.database}, schema {found.schema}, {found.rows} rows.")
