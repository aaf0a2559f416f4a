"""`stopped`: what was stopped and what that released, and how decisions against the agreed rule fared."""

from __future__ import annotations

from evaluation.commands.options import AsAt, AsJson, Database, Folder, opened
from evaluation.commands.printing import print_released
from evaluation.programme import stop_register
from evaluation.words.decided import NOT_SAID


def stopped(folder: Folder = None, database: Database = None, as_at: AsAt = None, as_json: AsJson = False) -> None:
    """List what was stopped and what that released, and how decisions against the agreed rule fared."""
    register = stop_register(opened(folder, database, as_at=as_at))
    page = register.content
    lines = [f"{page.headline}."]
    for line in page.stopped:
        lines += [f"{line.name}, {line.on}, {line.group}: {line.why}", f"  It released: {line.released or NOT_SAID}"]
        lines += [f"  {line.since}"] if line.since else []
    lines += [f"{page.fared_headline}."] if page.fared else []
    for fared in page.fared:
        lines += [f"{fared.name}: {fared.fared}", f"  Why: {fared.because}", f"  The figures say now: {fared.figures}"]
    print_released(register, as_json=as_json, lines=lines)
