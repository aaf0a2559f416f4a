"""`streams`: what was agreed to be shared, by whom, when and on which basis, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.commands.options import AsAt, AsJson, Database, Folder, opened
from evaluation.commands.printing import print_released
from evaluation.programme import StreamLine, streams_page


def streams(folder: Folder = None, database: Database = None, as_at: AsAt = None, as_json: AsJson = False) -> None:
    """List where the figures come from: what was agreed, what has come, what is due next."""
    page = streams_page(opened(folder, database, as_at=as_at))
    lines = [page.content.headline]
    for one in page.content.streams:
        lines += ["", *_lines(one)]
    print_released(page, as_json=as_json, lines=lines)


def _lines(one: StreamLine) -> Iterator[str]:
    yield f"{one.name} ({one.id}): {one.state}"
    yield f"  From: {one.owner}, {one.cadence}, within {one.within}{'; open already' if one.is_published else ''}"
    yield f"  Shares: {one.shares or 'nothing yet'}"
    yield f"  Lawful basis: {one.lawful_basis}"
    yield f"  Latest: {one.latest}{f'. Next: {one.next_due}' if one.next_due else ''}"
    if one.sentence:
        yield f"  {one.sentence}"
