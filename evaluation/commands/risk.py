"""`risk`: what could go wrong, how that has changed, that it is over; and what there is."""

from __future__ import annotations

import uuid
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt, print_released
from evaluation.model.around import Rating
from evaluation.programme import RiskLine, add_risk, change_risk, close_risk, risks_page
from evaluation.words.around import NO_RISKS


def risk(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype.")],
    what: Annotated[str, typer.Argument(help="What could go wrong. Without it, the risks there are.")] = "",
    likelihood: Annotated[Rating | None, typer.Option(help="How likely it is (new: medium).")] = None,
    impact: Annotated[Rating | None, typer.Option(help="How bad it would be (new: medium).")] = None,
    owner: Annotated[str, typer.Option("--owner", help="Who looks after it.")] = "",
    response: Annotated[str, typer.Option(help="What is done about it.")] = "",
    on: Annotated[str | None, typer.Option(help="The day (default: today).")] = None,
    change: Annotated[str | None, typer.Option("--change", help="What has changed, as risk:3.")] = None,
    close: Annotated[str | None, typer.Option("--close", help="What is over, as risk:3.")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps one.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Write down what could go wrong. Do not name a family; do not report a concern about a child here."""
    programme = opened(folder, database, name=name, role=role, as_at=as_at)
    key = request_key or f"risk:{uuid.uuid4()}"
    when = day(on, "--on")
    if close:
        kept = close_risk(programme, risk=close, on=when, request_key=key)
    elif change:
        kept = change_risk(
            programme,
            risk=change,
            what=what,
            likelihood=likelihood,
            impact=impact,
            owner=owner,
            response=response,
            on=when,
            request_key=key,
        )
    elif what:
        kept = add_risk(
            programme,
            prototype=prototype,
            what=what,
            likelihood=likelihood or Rating.MEDIUM,
            impact=impact or Rating.MEDIUM,
            owner=owner,
            response=response,
            on=when,
            request_key=key,
        )
    else:
        page = risks_page(programme, prototype)
        beforehand = [f"Said beforehand: {each}" for each in page.content.beforehand]
        lines = [page.content.headline or NO_RISKS, *map(_line, page.content.lines), *beforehand]
        print_released(page, as_json=as_json, lines=lines)
        return
    print_receipt(kept, as_json=as_json)


def _line(line: RiskLine) -> str:
    answer = f" {line.response}" if line.response else ""
    return f"{line.reference} {line.state}: {line.what} {line.grave.capitalize()}.{answer} ({line.owner}, {line.since})"
