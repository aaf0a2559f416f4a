"""`releases`: what has left."""

from __future__ import annotations

from evaluation.commands.options import AsAt, AsJson, Database, Folder, opened
from evaluation.commands.printing import print_released
from evaluation.programme import ReleaseLine, releases_page


def releases(folder: Folder = None, database: Database = None, as_at: AsAt = None, as_json: AsJson = False) -> None:
    """List the files that were taken away: when, by whom, what of, how many figures were hidden."""
    page = releases_page(opened(folder, database, as_at=as_at))
    lines = list(map(_line, page.content)) or ["Nothing has left yet."]
    print_released(page, as_json=as_json, lines=lines)


def _line(one: ReleaseLine) -> str:
    hidden = "true values" if one.true_values else f"{one.hidden:,} hidden"
    return f"{one.reference}  {one.on}  {one.who}  {one.file}  {one.measures}  {hidden}"
