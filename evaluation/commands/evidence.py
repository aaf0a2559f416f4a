"""`evidence`: say what speaks for or against a step, take it back, or list what does."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, day, opened
from evaluation.commands.printing import print_receipt, print_released
from evaluation.model.evidence import Strength
from evaluation.problems import UsageError
from evaluation.programme import EvidenceLine, Programme, Theory, carry, prototype_page, weigh_evidence
from evaluation.programme import take_back as take_back_evidence

_SPELT = {each.value.replace("_", "-"): each for each in Strength}


def evidence(
    prototype: Annotated[str, typer.Argument(help="Id of the prototype. Alone, it lists what speaks for each step.")],
    about: Annotated[str, typer.Option(help="The step or question it is about: link:ID or question:ID.")] = "",
    rests_on: Annotated[str, typer.Option("--from", help="What says so: entry:12, story:3 or comparison:9f2c.")] = "",
    supports: Annotated[bool | None, typer.Option("--supports/--contradicts", help="For it, or against it.")] = None,
    strength: Annotated[str, typer.Option(help=f"How strong: {', '.join(_SPELT)}.")] = "one-account",
    why: Annotated[str, typer.Option(help="How it bears on the step, in one sentence.")] = "",
    although: Annotated[
        str, typer.Option(help="Why a result counts this way though by itself it speaks the other way.")
    ] = "",
    corrects: Annotated[str | None, typer.Option(help="What was said before and this replaces: evidence:31.")] = None,
    take_back: Annotated[str | None, typer.Option(help="What was said before and counts no more: evidence:31.")] = None,
    because: Annotated[str, typer.Option(help="Why it is taken back.")] = "",
    on: Annotated[str | None, typer.Option(help="The day it was weighed (default: today).")] = None,
    request_key: Annotated[str | None, typer.Option(help="The same key twice keeps it once.")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
) -> None:
    """Say what speaks for or against a step of how we think it works, or list what does. Do not name anyone."""
    programme = opened(folder, database, name=name, role=role, as_at=as_at)
    if take_back is not None:
        key = request_key or f"taken-back:{take_back}"
        done = take_back_evidence(programme, evidence=take_back, because=because, request_key=key)
        print_receipt(done, as_json=as_json)
        return
    if not about and not rests_on:
        _list(programme, prototype, as_json=as_json)
        return
    if supports is None:
        raise UsageError("Say which way it speaks: --supports or --contradicts.")
    kept = weigh_evidence(
        programme,
        prototype=prototype,
        about=about,
        rests_on=rests_on,
        supports=supports,
        strength=_strength(strength),
        why=why,
        although=although,
        amends=corrects,
        on=day(on, "--on"),
        request_key=request_key or f"evidence:{uuid.uuid4()}",
    )
    print_receipt(kept, as_json=as_json)


def _strength(text: str) -> Strength:
    """A strength as people write it. Raises UsageError with those there are."""
    spelt = "-".join(text.casefold().replace("_", " ").replace("-", " ").split())
    if spelt not in _SPELT:
        raise UsageError(f'"{text}" is not how strong it is. Choose one of: {", ".join(_SPELT)}.')
    return _SPELT[spelt]


def _list(programme: Programme, prototype: str, *, as_json: bool) -> None:
    page = prototype_page(programme, prototype)
    print_released(carry(page, page.content.theory.links), as_json=as_json, lines=list(_lines(page.content.theory)))


def _lines(theory: Theory) -> Iterator[str]:
    yield f"{theory.headline}."
    if theory.chain:
        yield theory.chain
    for link in theory.links:
        yield f"{link.source} leads to: {link.target} (link:{link.id})"
        yield f"  {link.state}. {link.because}"
        yield from (f"  For: {_told(line)}" for line in link.supports)
        yield from (f"  Against: {_told(line)}" for line in link.contradicts)
        yield from (f"  {_counts_no_more(line)}" for line in link.no_longer)
    if theory.riskiest:
        yield f"What to test next: {theory.riskiest} {theory.riskiest_why}"


def _told(line: EvidenceLine) -> str:
    text = f': "{line.text}"' if line.text else "."
    although = f" All the same because: {line.although}" if line.although else ""
    why = f" {line.why}" if line.why else ""
    return f"{line.strength}. {line.source}{text}{why}{although} {line.weighed}. ({line.said_in})"


def _counts_no_more(line: EvidenceLine) -> str:
    return f"Counts no more ({'for' if line.supports else 'against'}): {_told(line)} {line.no_longer}"
