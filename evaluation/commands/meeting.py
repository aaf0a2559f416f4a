"""`meeting`: what the page Meeting shows, as text."""

from __future__ import annotations

from evaluation.commands.options import AsAt, AsJson, Database, Folder, opened
from evaluation.commands.printing import print_json, print_released
from evaluation.programme import (
    CommitmentsPage,
    DecisionLine,
    MeetingItem,
    commitments_page,
    meeting_item,
    meeting_page,
)
from evaluation.words.situations import STILL_TO_LOOK_AT


def meeting(folder: Folder = None, database: Database = None, as_at: AsAt = None, as_json: AsJson = False) -> None:
    """Print the meeting: every prototype, what was found and noticed, what the agreed rule points to."""
    programme = opened(folder, database, as_at=as_at)
    page = meeting_page(programme)
    items = [meeting_item(programme, prototype) for prototype in page.content.items]
    if as_json:
        print_json({"stamps": page.stamps, "meeting": page.content, "items": items})
        return
    warned = f"{page.content.warnings}: `warnings` lists them." if page.content.warnings else ""
    promised = commitments_page(programme)
    missed = f"{STILL_TO_LOOK_AT}: {page.content.missed}" if page.content.missed else ""
    opening = (page.content.programme, page.content.learnt, page.content.by_chance, missed, page.content.coming, warned)
    lines = [*filter(None, opening), *_promised(promised.content)]
    for item in items:
        lines += ["", *_lines(item.content)]
    print_released(page, as_json=False, lines=lines)


def _promised(page: CommitmentsPage) -> list[str]:
    """What was promised before, as it stands now."""
    lines = [f"  {line.state}: {line.what} ({line.owner}, by {line.due}; {line.of})" for line in page.from_last_time]
    return [f"Actions from last time: {page.in_brief}", *lines] if lines else []


def _lines(item: MeetingItem) -> list[str]:
    decided = [
        f"{line.what} ({', '.join(_state(line))}): {line.why} {line.otherwise}".rstrip() for line in item.decisions[:1]
    ]
    return [
        f"{item.name}: {item.question}",
        item.sentence,
        *(f'{line.who}, {line.on}: "{line.noticed}"' for line in item.notes),
        f"{item.rule_headline}. {item.rule}",
        *(f"  {line.rule}: {line.state} ({line.asked_of})." for line in item.rules),
        *(f"Last decision: {line}" for line in decided),
    ]


def _state(line: DecisionLine) -> list[str]:
    """How a decision stands, of which day and group, and that it was taken against the agreed rule."""
    return [part for part in (line.state, line.on, line.group, line.against.lower()) if part]
