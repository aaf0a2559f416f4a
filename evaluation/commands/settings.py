"""`settings`: what the tool goes by."""

from __future__ import annotations

from evaluation import __version__
from evaluation.commands.options import AsJson, Database, Folder, settings_for
from evaluation.commands.printing import print_json


def settings(folder: Folder = None, database: Database = None, as_json: AsJson = False) -> None:
    """Print the folder, the database (without its password), the app's address and the version."""
    used = settings_for(folder, database)
    said = {
        "version": __version__,
        "folder": used.folder,
        "database": used.database_shown,
        "trusted": used.trusted,
        "address": used.address,
    }
    if as_json:
        print_json(said)
        return
    for key, value in said.items():
        print(f"{key}: {value}")
